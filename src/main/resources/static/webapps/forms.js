// What Tasklist's forms are taught: their draft is the office's, a pattern has a message of its own,
// and what is wrong is told by the names of the fields.
import { Draft, draftOf } from './drafts.js';
import { word } from './words.js';

// The library of forms is one of the modules that Tasklist is packed of, and has no other door.
function formsOfTasklist() {
  let load;
  self.webpackChunkcamunda_bpm_webapp.push([[Symbol('chancery')], {}, (require) => { load = require; }]);
  const id = Object.keys(load.m).find((each) => load.m[each].toString().includes('"FormPlayground",{enumerable'));
  return load(id).Form;
}

// The form that was opened last.
let open;

export function openForm() {
  return open;
}

function parts(schema) {
  return (schema.components ?? []).flatMap((part) => [part, ...parts(part)]);
}

// What its fields hold, those that are not shown at the moment included.
function fieldsOf(form, schema) {
  const { data } = form._getState();
  return Object.fromEntries(parts(schema)
    .filter((part) => part.key)
    .map((part) => [part.key, data[part.key] ?? '']));
}

// A choice that is not made is none, not an empty text.
function asHeld(schema, fields) {
  const choices = new Set(parts(schema).filter((part) => ['radio', 'select'].includes(part.type)).map((part) => part.key));
  const names = new Set(parts(schema).map((part) => part.key));
  return Object.fromEntries(Object.entries(fields)
    .filter(([name]) => names.has(name))
    .map(([name, value]) => [name, choices.has(name) && value === '' ? null : value]));
}

function speakItsOwnWords(form) {
  const validator = form.get('validator');
  const check = validator.validateFieldInstance;
  validator.validateFieldInstance = function checkInWords(field, value) {
    const rules = form.get('formFieldRegistry').get(field.id)?.validate ?? {};
    const missing = value === undefined || value === null || value === '' || value === false || value.length === 0;
    if (rules.required && missing) {
      return [word('webapps.required')];
    }
    const faults = check.call(this, field, value);
    const mispatterned = rules.pattern && value && !new RegExp(rules.pattern).test(value);
    return mispatterned && rules.patternErrorMessage ? [rules.patternErrorMessage] : faults;
  };
}

// The faults that the open form shows, each by the name of its field.
export function faultsShown() {
  if (!open) {
    return [];
  }
  const { errors } = open.form._getState();
  return parts(open.schema)
    .filter((part) => errors[part.id]?.length)
    .map((part) => `${(part.label ?? part.key).replace(/[?]$/, '')}: ${[errors[part.id]].flat().join(' ')}`);
}

function showState(container, words, ...help) {
  const actions = container?.closest('[cam-tasklist-task], .modal-content')?.querySelector('.form-actions, .modal-footer');
  if (!actions) {
    return;
  }
  let line = actions.querySelector('.chancery-kept');
  if (!line) {
    line = document.createElement('span');
    line.className = 'chancery-kept';
    line.setAttribute('role', 'status');
    actions.prepend(line);
  }
  line.replaceChildren(words, ...help.flatMap((each) => [' ', each]));
}

// The button says what it does, as on the desk.
function nameButton(container, words) {
  const place = container?.closest('[cam-tasklist-task], .modal-content');
  const button = place?.querySelector('.form-actions .btn-primary, .modal-footer .btn-primary');
  if (button && words) {
    button.textContent = words;
  }
}

// The same form on the desk, with what is kept of it; and what became of a task that has ended.
export function onTheDesk(place, words) {
  const link = document.createElement('a');
  link.href = place;
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = words;
  return link;
}

function keepThis(draft) {
  const keep = document.createElement('button');
  keep.type = 'button';
  keep.className = 'btn btn-link';
  keep.textContent = word('webapps.keepThis');
  keep.addEventListener('click', () => draft().overwrite());
  return keep;
}

// What became of a draft as somebody went on typing.
function tell(container, place, draft, { kept, other, gone }) {
  if (kept) {
    showState(container, word('webapps.draftKept', kept));
  } else if (other) {
    showState(
      container,
      word('webapps.otherWindow'),
      onTheDesk(place, word('webapps.lookThere')),
      keepThis(draft),
    );
  } else if (gone) {
    showState(container, '');
    dispatchEvent(new CustomEvent('chancery-gone', { detail: { place, sentence: gone } }));
  } else {
    showState(container, word('webapps.draftNotKept'));
  }
}

export function teachForms() {
  const Form = formsOfTasklist();
  const importSchema = Form.prototype.importSchema;
  Form.prototype.importSchema = async function importWithDraft(schema, data = {}) {
    const { place, reader, handIn } = schema.chancery ?? {};
    speakItsOwnWords(this);
    const kept = place && await draftOf(place);
    const result = await importSchema.call(this, schema, { ...data, ...asHeld(schema, kept?.fields ?? {}) });
    open = { form: this, schema };
    nameButton(this._container, handIn);
    if (place) {
      const draft = new Draft(
        place,
        reader,
        kept?.version,
        () => fieldsOf(this, schema),
        (news) => tell(this._container, place, () => draft, news),
      );
      open.draft = draft;
      this.on('changed', () => draft.changed());
      if (kept) {
        showState(this._container, word('webapps.draftShown'));
      }
    }
    return result;
  };

  // Whatever leads away from a form takes what was typed last along.
  const leave = () => {
    document.activeElement?.closest('.fjs-form') && document.activeElement.blur();
    open?.draft?.keep();
  };
  addEventListener('beforeunload', () => open?.draft?.lastWords());
  addEventListener('pagehide', () => open?.draft?.lastWords());
  addEventListener('hashchange', leave);
  document.addEventListener('visibilitychange', () => document.hidden && leave());
  document.addEventListener('click', (click) => click.target.closest('.logout, .chancery-masthead') && leave(), true);
}
