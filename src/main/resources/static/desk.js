// A form on the desk while somebody fills it in. What is typed is saved at the office as a draft, never in the
// browser; the office also says which parts the answers hide. Without this script the form works all the same:
// it is sent as a whole, and entries are lines.

/** So long after the last letter it is saved, in milliseconds. */
const QUIET = 1000;

/** So long after a failure the next attempt is made, in milliseconds. */
const RETRY = 5000;

/** So many characters of a word are kept on one line in a column of several, where the page has room. */
const WIDEST_WORD = 16;

/** What an entry in a column is wider than its words. */
const AROUND_WORD = '1.1rem';

/** The most bytes that a browser still sends when its page is gone. */
const LAST_WORDS = 60_000;

/** So long a page that is to be left waits for the office, in milliseconds. */
const PATIENCE = 3000;

/** The bar with the button takes at most this part of the height of the window; with bad news on it, that one. */
const BAR = 1 / 6;
const BAR_WITH_NEWS = 1 / 3;

/** Between what has the focus and the bar, in pixels. */
const CLEAR = 12;

/** Drawn by lot: by it the office knows what this page saved before. */
const PAGE = [...crypto.getRandomValues(new Uint8Array(16))].map((each) => each.toString(16).padStart(2, '0')).join('');
let turn = 0;

const SAVED = 'saved';
const GONE = 'gone';

document.querySelectorAll('form[data-draft]').forEach(keepDrafts);
document.querySelectorAll('.form-end').forEach(holdInSight);
// What is said beside the form has a script of its own, which is asked for when somebody turns to it.
document.querySelector('#talk')?.addEventListener('focusin', () => import('/talk.js'), { once: true });
// Nor does a task wait for the script by which it follows its round.
if (document.querySelector('.round-of-task')) {
  addEventListener('load', () => setTimeout(() => import('/round.js'), QUIET));
}
document.querySelectorAll('textarea[data-lines]').forEach(showRows);
document.querySelectorAll('[data-read-by]').forEach(tellReading);
goToProblems();

function keepDrafts(form) {
  const state = form.querySelector('.form-state');
  const trouble = form.querySelector('.form-trouble .words');
  let known = written(true);
  let quiet;
  let shownHolder;
  let running = null;
  let leaves = false;
  let lastWords = null;
  let toldAtFields = '[]';
  let knownEnd = null;
  // What was not taken is tried again, even if nothing was typed since.
  let owed = false;
  const through = new Set();

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
    if (!evenIfKnown && !owed && !isUnsaved()) {
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
      owed = false;
      form.dataset.version = saved.version;
      tellAtFields(saved.wrong);
      if (saved.heldBy) {
        failed(form.dataset.held.replace('{0}', saved.heldBy), false, ...toTakeOver());
      } else if (saved.wrong.length) {
        failed(inWords(saved.wrong), false, ...toField(saved.wrong));
      } else {
        trouble.textContent = '';
      }
      state.textContent = form.dataset.saved.replace('{0}', saved.words);
      const opened = [...document.querySelectorAll('[data-part]')].filter((part) => {
        const wasHidden = part.hidden;
        part.hidden = saved.hidden.includes(part.dataset.part);
        return wasHidden && !part.hidden && form.contains(part);
      });
      bringInSight(opened);
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
      // The office has the text all the same, and takes what is typed next in its place.
      known = body;
      form.dataset.version = answer.headers.get('X-CHANCERY-DRAFT') ?? form.dataset.version;
      return gone(message);
    }
    const wrong = (problem.errors ?? []).map((each) => ({ ...each, field: each.field.replace(/^fields\./, '') }));
    tellAtFields(wrong);
    return failed(
      wrong.length ? inWords(wrong) : problem.detail ?? form.dataset.unsaved,
      false,
      ...(field === 'draft' ? [beside(form.dataset.lookThere), keepThis()] : toField(wrong)),
    );
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
        putInPlace(document.querySelector(head), fresh);
      }
    }
  }

  /** Another head may be higher or lower: what somebody is about to click stays where it is. */
  function putInPlace(old, fresh) {
    const { style } = document.documentElement;
    // Otherwise some browsers see to it too.
    style.overflowAnchor = 'none';
    const before = form.getBoundingClientRect().top;
    old.replaceWith(fresh);
    const moved = form.getBoundingClientRect().top - before;
    // A page is scrolled by whole pixels.
    const down = Math.max(0, Math.ceil(moved));
    fresh.style.paddingBottom = `${down - moved}px`;
    scrollBy({ top: down, behavior: 'instant' });
    requestAnimationFrame(() => { style.overflowAnchor = ''; });
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
    // The page may know better what became of it.
    if (knownEnd) {
      trouble.replaceChildren(...knownEnd);
    } else {
      failed(message, false, link);
    }
    state.textContent = form.dataset.kept;
    return GONE;
  }

  /** What helps is offered beside what is wrong. */
  function failed(message, again, ...help) {
    if (trouble.dataset.message !== message || !trouble.textContent) {
      trouble.dataset.message = message;
      trouble.replaceChildren(message, ...help.flatMap((each) => [' ', each]));
    }
    state.textContent = '';
    owed = again;
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
  function inWords(wrong) {
    return wrong.map(({ field, message }) => [labelOf(field), message].filter(Boolean).join(': ')).join('; ');
  }

  function fieldOf(name) {
    return name && form.querySelector(`[name="${CSS.escape(name)}"]:not([type=hidden], button)`);
  }

  /** What of the draft is not as it must be stands at its field, as long as it is so. */
  function tellAtFields(wrong) {
    const told = JSON.stringify(wrong);
    if (told === toldAtFields) {
      return;
    }
    toldAtFields = told;
    form.querySelectorAll('.wrong[data-of]').forEach((line) => {
      describe(line, false);
      line.remove();
    });
    wrong.forEach(({ field: name, message }) => {
      const field = fieldOf(name);
      if (field) {
        const line = document.createElement('p');
        line.className = 'wrong';
        line.id = `${field.id}-draft`;
        line.dataset.of = name;
        line.textContent = message;
        (field.closest('.entry') ?? field.closest('.part')).append(line);
        describe(line, true);
      }
    });
  }

  function describe(line, add) {
    const field = fieldOf(line.dataset.of);
    const rows = field.closest('.entry')?.querySelector('.rows');
    [field, rows].filter(Boolean).forEach((each) => {
      const ids = (each.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id && id !== line.id);
      each.setAttribute('aria-describedby', [...ids, ...(add ? [line.id] : [])].join(' '));
    });
  }

  function toField(wrong) {
    const field = wrong.map((each) => fieldOf(each.field)).find(Boolean);
    if (!field) {
      return [];
    }
    const link = document.createElement('a');
    link.href = `#${field.id}`;
    link.textContent = form.dataset.toField;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      goTo(field.id);
    });
    return [link];
  }

  function labelOf(name) {
    const field = fieldOf(name);
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

  form.addEventListener('input', () => {
    if (state.textContent === form.dataset.kept) {
      state.textContent = '';
    }
    soon();
  });
  // What was wrong when it was handed in is no answer to what is typed since.
  function isBehind() {
    const problems = document.getElementById('form-problems');
    if (problems) {
      problems.classList.remove('bad');
      problems.removeAttribute('role');
      problems.querySelector('h2').textContent = form.dataset.refusedBefore;
    }
  }
  form.addEventListener('input', isBehind, { once: true });
  // Nor is what was wrong with a field an answer to what is in it now; the office says so when it is handed in again.
  form.addEventListener('input', ({ target }) => {
    const part = target.closest('.part.is-wrong');
    part?.classList.remove('is-wrong');
    part?.querySelectorAll('[aria-invalid]').forEach((each) => { each.removeAttribute('aria-invalid'); });
    part?.querySelectorAll('.wrong[id$="-error"]').forEach((line) => {
      document.querySelectorAll(`[aria-describedby~="${CSS.escape(line.id)}"]`).forEach((each) => {
        each.setAttribute('aria-describedby', each.getAttribute('aria-describedby').replace(line.id, '').trim());
      });
      line.remove();
    });
  });
  if (isUnsaved()) {
    isBehind();
  }
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
    // A browser would send nothing in place of a day that it cannot read, and nothing is another answer.
    const unread = [...form.elements].filter((field) => field.validity?.badInput)
      .map((field) => ({ field: field.name, message: form.dataset.unreadDay }));
    if (unread.length > 0) {
      tellAtFields(unread);
      failed(form.dataset.unreadDay, false, ...toField(unread));
      fieldOf(unread[0].field).focus();
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
    }
    form.removeAttribute('aria-busy');
  });

  // Another button of the page: what is typed is at the office before the page goes.
  document.addEventListener('submit', async (event) => {
    if (event.target !== form && !event.defaultPrevented && isUnsaved() && !through.delete(event.target)) {
      event.preventDefault();
      await saveBeforeLeaving();
      through.add(event.target);
      event.target.requestSubmit(event.submitter);
    }
  });

  // And a link: the page that it leads to has what was typed before it was followed.
  document.addEventListener('click', async (event) => {
    const link = event.target.closest?.('a[href]');
    if (link && leadsAway(event, link) && isUnsaved()) {
      event.preventDefault();
      await saveBeforeLeaving();
      location.assign(link.href);
    }
  });

  function saveBeforeLeaving() {
    return Promise.race([save(), new Promise((patience) => { setTimeout(patience, PATIENCE); })]);
  }

  // Somebody else has ended what the form is for: what stands in it reaches the office now.
  form.addEventListener('ended', () => {
    knownEnd = [...trouble.childNodes];
    save();
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
  /** Nobody waits for the answer: the page is gone by then. */
  function sendLastWords() {
    const words = written();
    if (!leaves && words !== known && words !== lastWords) {
      lastWords = words;
      put(form, words, true).catch(() => { lastWords = null; });
    }
  }

  window.addEventListener('pagehide', sendLastWords);
  window.addEventListener('beforeunload', (event) => {
    // Before the next page is asked for, which may be the one that shows it.
    sendLastWords();
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

/** What a choice has opened is seen, and the choice stays in sight; nothing moves under whoever is typing. */
function bringInSight(parts) {
  const chosen = document.activeElement;
  const last = parts.filter((part) => part.offsetHeight > 0).at(-1);
  if (last && chosen.matches('select, [type=radio], [type=checkbox]')) {
    requestAnimationFrame(() => {
      const under = last.getBoundingClientRect().bottom + CLEAR - topOfBar();
      const above = (chosen.closest('.part') ?? chosen).getBoundingClientRect().top - CLEAR;
      if (Math.min(under, above) > 0) {
        const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
        scrollBy({ top: Math.min(under, above), behavior: still ? 'instant' : 'smooth' });
      }
    });
  }
}

/** Down to here one sees the form. */
function topOfBar() {
  return Math.min(innerHeight, ...[...document.querySelectorAll('.form-end')].map((bar) => bar.getBoundingClientRect().top));
}

/** Whether a click leads to another page in the place of this one. */
function leadsAway(event, link) {
  const otherwise = event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  const elsewhere = (link.target && link.target !== '_self') || link.hasAttribute('download');
  const onThisPage = link.hash && link.href.split('#')[0] === location.href.split('#')[0];
  return !otherwise && !elsewhere && !onThisPage && link.origin === location.origin;
}

function put(form, body, keepalive = false) {
  turn += 1;
  return fetch(form.dataset.draft, {
    method: 'PUT',
    keepalive,
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      'X-CHANCERY-CSRF': token(),
      'X-CHANCERY-READER': form.dataset.reader,
      'X-CHANCERY-TURN': `${PAGE}.${String(turn).padStart(9, '0')}`,
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
    if (hint && lines.dataset.ofRows) {
      // Of some there is nothing to say but how lines are written.
      hint.textContent = lines.dataset.hint ?? '';
    }
  }

  /** A column gets room for its longest word, or its share of it, and then by how much stands in it. */
  function shareWidth() {
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = getComputedStyle(rows.querySelector('textarea')).font;
    const longest = (texts) => Math.max(...texts.map((each) => each.length));
    const widest = (texts) => Math.ceil(Math.max(...texts.map((each) => pen.measureText(each.slice(0, WIDEST_WORD)).width)));
    const columns = names.map((name, column) =>
      [name, ...[...rows.querySelectorAll('.row')].map((each) => each.querySelectorAll('textarea')[column].value)]);
    const words = columns.map((cells) => widest(cells.flatMap((each) => each.split(/\s/))));
    const all = words.reduce((sum, each) => sum + each, 0);
    const room = `(100% - 3rem - ${names.length} * (${AROUND_WORD} + .4rem))`;
    rows.style.setProperty('--columns', columns.map((cells, column) => {
      const share = `${room} * ${(words[column] / all).toFixed(3)}`;
      return `minmax(calc(min(${words[column]}px, ${share}) + ${AROUND_WORD}), ${Math.sqrt(longest(cells)).toFixed(1)}fr)`;
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
      goTo(place);
    }
  });
}

function goTo(place) {
  const field = document.getElementById(place);
  const shown = field.hidden ? document.getElementById(`${place}-0-0`) : field;
  shown.focus();
  shown.scrollIntoView({ block: 'center' });
}

// The bar with the button stays in sight without being in the way: as much of it as fits. Bad news stands below the
// button, so that nothing moves when there is some; and right above the bar as long as that place is out of sight.
function holdInSight(bar) {
  const news = bar.querySelector('.form-trouble');
  const words = news.querySelector('.words');
  const last = bar.querySelector('.form-final');
  let toldBefore = 0;

  function hold() {
    const told = words.textContent ? words.offsetHeight : 0;
    // Its place is kept when it is adrift.
    news.style.minHeight = `${told}px`;
    const whole = bar.offsetHeight;
    let hanging = news.offsetHeight;
    if (whole - hanging > innerHeight * BAR) {
      hanging += last.offsetHeight;
    }
    if (whole - hanging + told > innerHeight * BAR_WITH_NEWS) {
      hanging = whole;
    }
    bar.style.setProperty('--hanging', `${hanging}px`);
    const { left, width, ...place } = news.getBoundingClientRect().toJSON();
    const { top } = bar.getBoundingClientRect();
    const above = top >= told && top < innerHeight ? innerHeight - top : 0;
    words.style.setProperty('--left', `${left}px`);
    words.style.setProperty('--width', `${width}px`);
    words.style.setProperty('--above', `${above}px`);
    words.classList.toggle('adrift', told > 0 && (place.top < 0 || Math.floor(place.bottom) > innerHeight));
    document.documentElement.style.scrollPaddingBottom = `${whole - hanging + told + CLEAR}px`;
    bar.classList.toggle('over', bar.previousElementSibling.getBoundingClientRect().bottom > top + 1);
    if (told > toldBefore) {
      toldBefore = told;
      makeWay();
    }
    toldBefore = told;
  }

  /** What is being typed is not covered by the news: the form goes up by as much, or until these have their place. */
  function makeWay() {
    const typed = document.activeElement;
    if (!bar.parentElement.contains(typed) || !typed.matches('input, textarea') || !words.matches('.adrift')) {
      return;
    }
    const { top, bottom } = typed.getBoundingClientRect();
    const covered = bottom + CLEAR - words.getBoundingClientRect().top;
    if (covered > 0 && top < innerHeight) {
      const toPlace = bar.matches('.over') ? covered : Math.ceil(news.getBoundingClientRect().bottom - innerHeight) + 1;
      scrollBy({ top: Math.max(0, Math.min(toPlace, top - CLEAR)), behavior: 'instant' });
    }
  }

  const observer = new ResizeObserver(hold);
  [bar, words].forEach((each) => observer.observe(each));
  addEventListener('resize', hold);
  document.addEventListener('scroll', hold, { passive: true });
  hold();
}
