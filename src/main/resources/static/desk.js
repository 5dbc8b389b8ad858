// A form on the desk while somebody fills it in. What is typed is saved at the office as a draft, never in the
// browser; the office also says which parts the answers hide. Without this script the form works all the same:
// it is sent as a whole, and entries are lines.

/** So long after the last letter it is saved, in milliseconds. */
const QUIET = 1000;

/** So long after a failure the next attempt is made, in milliseconds. */
const RETRY = 5000;

/** So many characters of a word are kept on one line in a column of several, where the page has room. */
const WIDEST_WORD = 10;

/** The most bytes that a browser still sends when its page is gone. */
const LAST_WORDS = 60_000;

const SAVED = 'saved';
const GONE = 'gone';

document.querySelectorAll('form[data-draft]').forEach(keepDrafts);
// What is said beside the form has a script of its own, which is asked for when somebody turns to it.
document.querySelector('#talk')?.addEventListener('focusin', () => import('/talk.js'), { once: true });
document.querySelectorAll('textarea[data-lines]').forEach(showRows);
document.querySelectorAll('[data-read-by]').forEach(tellReading);
goToProblems();

function keepDrafts(form) {
  const state = form.querySelector('.form-state');
  const trouble = form.querySelector('.form-trouble');
  let known = written(true);
  let quiet;
  let shownHolder;
  let running = null;
  let leaves = false;

  /** What stands in the fields: now, or as the office drew them, for somebody may be quicker than this script. */
  function written(asDrawn = false) {
    const fields = {};
    for (const field of form.elements) {
      if (!field.name || field.type === 'hidden' || field.tagName === 'BUTTON') {
        continue;
      }
      const checked = asDrawn ? field.defaultChecked : field.checked;
      if (field.type === 'checkbox') {
        fields[field.name] = checked;
      } else if (field.type !== 'radio' || checked) {
        fields[field.name] = asDrawn ? drawn(field) : field.value;
      }
    }
    return JSON.stringify({ fields });
  }

  function drawn(field) {
    if (field.tagName === 'SELECT') {
      return ([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value ?? '';
    }
    // Of a day or an hour the browser shows nothing that is none; what it shows is then what was drawn.
    return ['text', 'textarea'].includes(field.type) ? field.defaultValue.replace(/\r\n?/g, '\n') : field.value;
  }

  function isUnsaved() {
    return written() !== known;
  }

  /** Saves what there is; one after the other, so that the last one stays. */
  async function save(evenIfKnown = false) {
    clearTimeout(quiet);
    while (running) {
      await running;
    }
    if (!evenIfKnown && !isUnsaved()) {
      return SAVED;
    }
    running = attempt();
    try {
      return await running;
    } finally {
      running = null;
    }
  }

  async function attempt() {
    const body = written();
    let answer;
    try {
      answer = await put(form, body);
    } catch {
      // The office cannot be reached.
      return failed(form.dataset.unsaved, true);
    }
    if (answer.ok) {
      const saved = await answer.json();
      known = body;
      form.dataset.version = saved.version;
      if (saved.heldBy) {
        failed(form.dataset.held.replace('{0}', saved.heldBy), false, ...toTakeOver());
      } else {
        trouble.textContent = '';
      }
      state.textContent = form.dataset.saved.replace('{0}', saved.words);
      document.querySelectorAll('[data-part]').forEach((part) => {
        part.hidden = saved.hidden.includes(part.dataset.part);
      });
      await showHands(saved.heldBy);
      return SAVED;
    }
    if (answer.status === 401 || answer.status === 403) {
      return failed(form.dataset.loggedOut, true, beside(form.dataset.login));
    }
    if (answer.status >= 500) {
      return failed(form.dataset.unsaved, true);
    }
    const problem = await answer.json();
    const { field, message } = problem.errors?.[0] ?? {};
    if (field === 'task') {
      // The office has the text all the same.
      known = body;
      return gone(message);
    }
    return failed(
      wrong(problem) ?? form.dataset.unsaved, false, ...(field === 'draft' ? [beside(form.dataset.lookThere), keepThis()] : []));
  }

  /** Who has the task now, and what may be done about that, as the office has it. */
  async function showHands(heldBy) {
    const holder = document.getElementById('holder');
    if (heldBy === shownHolder) {
      return;
    }
    shownHolder = heldBy;
    if (!holder || holder.textContent === (heldBy ?? holder.dataset.me)) {
      return;
    }
    const answer = await fetch(form.dataset.page, { headers: { Accept: 'text/html' } }).catch(() => null);
    if (answer?.ok) {
      const head = '.task-head';
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector(head);
      if (fresh) {
        document.querySelector(head).replaceWith(fresh);
      }
    }
  }

  function toTakeOver() {
    if (!document.querySelector('.task-head')) {
      return [];
    }
    const link = document.createElement('a');
    link.href = '#taken';
    link.textContent = form.dataset.takeOver;
    return [link];
  }

  /** The task has ended: its form hands nothing in any more, and where it was sent there is what became of it. */
  function gone(message) {
    form.querySelectorAll('button[type=submit]').forEach((each) => { each.disabled = true; });
    const link = beside(form.dataset.lookAtGone);
    link.href = form.getAttribute('action');
    link.removeAttribute('target');
    failed(message, false, link);
    return GONE;
  }

  /** What helps is offered beside what is wrong. */
  function failed(message, again, ...help) {
    if (trouble.dataset.message !== message || !trouble.textContent) {
      trouble.dataset.message = message;
      trouble.replaceChildren(message, ...help.flatMap((each) => [' ', each]));
    }
    state.textContent = '';
    if (again) {
      quiet = setTimeout(save, RETRY);
    }
    return 'failed';
  }

  /** The same page in a new tab: after a login, and with the draft that is at the office. */
  function beside(words) {
    const link = document.createElement('a');
    link.href = form.dataset.page;
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = words;
    return link;
  }

  /** By what the fields are called on the page. */
  function wrong(problem) {
    const faults = problem.errors?.map(({ field, message }) => {
      const label = labelOf(field.replace(/^fields\./, ''));
      return label ? `${label}: ${message}` : message;
    });
    return faults?.length ? faults.join('; ') : problem.detail;
  }

  function labelOf(name) {
    const field = form.querySelector(`[name="${CSS.escape(name)}"]`);
    const label = field?.type === 'radio' ? field.closest('fieldset').querySelector('legend') : field?.labels?.[0];
    return label?.firstElementChild?.textContent ?? '';
  }

  function keepThis() {
    const keep = button(form.dataset.keepThis, 'plain');
    keep.addEventListener('click', () => {
      form.dataset.version = '*';
      save(true);
    });
    return keep;
  }

  function soon() {
    clearTimeout(quiet);
    quiet = setTimeout(save, QUIET);
  }

  form.addEventListener('input', soon);
  form.addEventListener('change', (event) => {
    if (event.target.matches('select, [type=radio], [type=checkbox], [type=date]')) {
      save();
    }
  });

  form.addEventListener('submit', async (event) => {
    if (event.submitter?.name) {
      // Discards the draft, or only looks: the page goes as it is.
      leaves = true;
      return;
    }
    event.preventDefault();
    if (leaves) {
      return;
    }
    leaves = true;
    state.textContent = form.dataset.sending;
    form.setAttribute('aria-busy', 'true');
    // Whether the session is still there, and whether the task is: the page is not left before that is known.
    const became = await save(true);
    if (became === SAVED) {
      form.elements._csrf.value = token();
      form.submit();
    } else if (became === GONE) {
      location.assign(form.getAttribute('action'));
    } else {
      leaves = false;
      trouble.scrollIntoView({ block: 'center' });
    }
    form.removeAttribute('aria-busy');
  });

  // Another button of the page: what is typed is at the office before the page goes.
  document.addEventListener('submit', async (event) => {
    if (event.target !== form && !event.defaultPrevented && isUnsaved()) {
      event.preventDefault();
      await save();
      event.target.submit();
    }
  });

  // A second click while the first one is on its way is none.
  form.addEventListener('click', (event) => {
    if (leaves && event.target.closest('button[type=submit]')) {
      event.preventDefault();
    }
  }, true);

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && !leaves) {
      save();
    }
  });
  window.addEventListener('pagehide', () => {
    if (!leaves && isUnsaved()) {
      put(form, written(), true).catch(() => {});
    }
  });
  window.addEventListener('beforeunload', (event) => {
    if (!leaves && isUnsaved() && (trouble.textContent || new Blob([written()]).size > LAST_WORDS)) {
      event.preventDefault();
    }
  });
  window.addEventListener('pageshow', () => {
    leaves = false;
  });

  if (isUnsaved()) {
    save();
  }
}

function put(form, body, keepalive = false) {
  return fetch(form.dataset.draft, {
    method: 'PUT',
    keepalive,
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      'X-CHANCERY-CSRF': token(),
      'X-CHANCERY-READER': form.dataset.reader,
      ...(form.elements.once ? { 'X-CHANCERY-ONCE': form.elements.once.value } : {}),
      ...(form.dataset.version === undefined ? {} : { 'X-CHANCERY-DRAFT': form.dataset.version }),
    },
    body,
  });
}

/** Another one after each login. */
function token() {
  return document.cookie.match(/(?:^|; )CHANCERY-CSRF=([^;]*)/)?.[1] ?? '';
}

// Entries of one line each become rows with a field for each part; the lines stay what is sent.
function showRows(lines) {
  const names = lines.dataset.lines.split('|');
  const form = lines.form;
  const label = form.querySelector(`label[for="${lines.id}"]`);
  const rows = document.createElement('div');
  rows.className = 'rows';
  rows.setAttribute('role', 'group');
  rows.setAttribute('aria-label', label.firstElementChild.textContent);
  const described = lines.getAttribute('aria-describedby');
  if (described) {
    rows.setAttribute('aria-describedby', described);
  }
  const add = button(form.dataset.add, 'plain');
  sayRows();
  const texts = lines.value.split('\n').filter((line) => line.trim());
  (texts.length ? texts : ['']).forEach((line) => rows.append(row(line)));
  rows.append(add);
  lines.before(rows);
  lines.hidden = true;
  number();
  shareWidth();

  add.addEventListener('click', () => addAfter(add.previousElementSibling));

  function row(line) {
    const element = document.createElement('div');
    element.className = 'row';
    element.dataset.line = line;
    const cells = names.length === 1 ? [line.trim()] : cellsOf(line);
    if (cells.length > names.length) {
      cells.push(cells.splice(names.length - 1).join(' | '));
    }
    names.forEach((name, at) => {
      const cell = document.createElement('textarea');
      cell.rows = 1;
      cell.value = cells[at] ?? '';
      cell.dataset.name = name;
      if (lines.getAttribute('aria-invalid')) {
        cell.setAttribute('aria-invalid', 'true');
      }
      const around = document.createElement('label');
      if (names.length > 1) {
        const told = document.createElement('span');
        told.textContent = name;
        around.append(told);
      }
      around.append(cell);
      element.append(around);
    });
    const remove = button('×', 'plain');
    remove.addEventListener('click', () => {
      const next = element.nextElementSibling;
      if (rows.querySelectorAll('.row').length > 1) {
        element.remove();
        first(next.matches('.row') ? next : add.previousElementSibling).focus();
      } else {
        element.querySelectorAll('textarea').forEach((cell) => { cell.value = ''; });
        element.dataset.line = '';
        first(element).focus();
      }
      number();
      join();
    });
    element.append(remove);
    element.addEventListener('input', (event) => {
      event.stopPropagation();
      delete element.dataset.line;
      join();
    });
    element.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && event.target.matches('textarea')) {
        event.preventDefault();
        addAfter(element);
      }
    });
    element.addEventListener('paste', (event) => {
      const pasted = event.clipboardData.getData('text').split(/\r?\n/).filter((each) => each.trim());
      if (pasted.length > 1) {
        event.preventDefault();
        let last = element;
        pasted.forEach((each) => {
          const further = row(each);
          last.after(further);
          last = further;
        });
        if (!text(element).trim()) {
          element.remove();
        }
        number();
        shareWidth();
        join();
        first(last).focus();
      }
    });
    return element;
  }

  function addAfter(element) {
    const further = row('');
    element.after(further);
    number();
    first(further).focus();
  }

  /** What was said of lines is said of rows. */
  function sayRows() {
    const hint = document.getElementById(`${lines.id}-hint`);
    if (hint && lines.dataset.hint !== undefined) {
      hint.textContent = lines.dataset.hint;
    }
  }

  /** A column gets room for its longest word, as far as there is, and then by how much stands in it. */
  function shareWidth() {
    rows.style.setProperty('--columns', names.map((name, column) => {
      const cells = [name, ...[...rows.querySelectorAll('.row')].map((each) => each.querySelectorAll('textarea')[column].value)];
      const longest = (texts) => Math.max(...texts.map((each) => each.length));
      const word = Math.min(WIDEST_WORD, longest(cells.flatMap((each) => each.split(/\s/))));
      const share = `(100% - 3rem) / ${names.length} - .4rem`;
      return `minmax(min(${word}ch + 1rem, ${share}), ${Math.sqrt(longest(cells)).toFixed(1)}fr)`;
    }).join(' '));
  }

  function first(element) {
    return element.querySelector('textarea');
  }

  function number() {
    rows.querySelectorAll('.row').forEach((element, at) => {
      element.querySelectorAll('textarea').forEach((cell, column) => {
        cell.id = `${lines.id}-${at}-${column}`;
        cell.setAttribute('aria-label', `${cell.dataset.name} ${at + 1}`);
      });
      element.lastElementChild.setAttribute('aria-label', form.dataset.remove.replace('{0}', at + 1));
    });
    label.htmlFor = `${lines.id}-0-0`;
  }

  function text(element) {
    if (element.dataset.line !== undefined) {
      return element.dataset.line;
    }
    const cells = [...element.querySelectorAll('textarea')].map((cell) => cell.value.trim().replace(/\s*\n\s*/g, ' '));
    while (cells.length && !cells.at(-1)) {
      cells.pop();
    }
    return cells.map((cell) => (names.length === 1 ? cell : cell.replaceAll('|', '\\|'))).join(' | ');
  }

  function join() {
    lines.value = [...rows.querySelectorAll('.row')].map(text).filter((line) => line.trim()).join('\n');
    lines.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

/** A sign that belongs to a cell is written \\| in its line. */
function cellsOf(line) {
  return line.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
}

function button(text, name) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = name;
  made.textContent = text;
  return made;
}

// Below a field for a day or a number stands how the office reads what is typed, by the very reader that takes it
// or refuses it when it is handed in.
function tellReading(field) {
  const line = document.getElementById(`${field.id}-read`);
  let pause;
  field.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(tell, 250);
  });

  async function tell() {
    const text = field.value;
    let reading = {};
    if (text.trim()) {
      const by = field.dataset.readBy;
      const answer = await fetch(`/readings/${by}${by.includes('?') ? '&' : '?'}text=${encodeURIComponent(text)}`);
      reading = answer.ok ? await answer.json() : {};
    }
    if (text === field.value) {
      line.textContent = reading.fault ?? (reading.words === text.trim() ? '' : reading.words ?? '');
      line.classList.toggle('is-refused', Boolean(reading.fault));
    }
  }
}

// What is wrong is told above the form, and from there one goes to the field.
function goToProblems() {
  const problems = document.getElementById('form-problems');
  problems?.focus();
  problems?.addEventListener('click', (event) => {
    const place = event.target.closest('a')?.hash.slice(1);
    if (place) {
      event.preventDefault();
      const field = document.getElementById(place);
      const shown = field.hidden ? document.getElementById(`${place}-0-0`) : field;
      shown.focus();
      shown.scrollIntoView({ block: 'center' });
    }
  });
}
