import { word, wordsBelow } from './words.js';

// A form says what is wrong with it at the field, or above its first line: whoever has pressed the
// button at its end sees neither, and takes it for a click that did nothing.
export function showWhatIsWrong(click) {
  const button = click.target.closest('button');
  const place = button?.closest('.modal-content, [cam-tasklist-task]');
  if (!place?.querySelector('.fjs-form')) {
    return;
  }
  const shown = new MutationObserver(() => {
    const alerts = [...place.querySelectorAll('.modal-body .alert-danger')];
    const wrong = place.querySelector('.fjs-form-field.fjs-has-errors')
      ?? place.querySelector('.chancery-reading.is-refused')?.closest('.fjs-form-field')
      ?? alerts.find((alert) => alert.offsetHeight > 0);
    if (wrong) {
      shown.disconnect();
      // No further than needed: the head of the task stays in sight where there is room for it.
      wrong.scrollIntoView({ block: 'nearest' });
      wrong.querySelector('input, textarea')?.focus({ preventScroll: true });
    }
  });
  shown.observe(place, { childList: true, subtree: true, attributes: true, attributeFilter: ['class'] });
  setTimeout(() => shown.disconnect(), 5000);
}

// A form with much to read begins with the ways to its parts, so that its decision is one step away.
const MUCH = 2;

function firstField(form) {
  return form.querySelector('input, textarea, select')?.closest('.fjs-form-field');
}

function waysTo(form) {
  const places = [...form.querySelectorAll('.fjs-form-field-group')]
    .map((group) => ({ name: group.querySelector('.fjs-form-field-label, label, legend')?.textContent.trim(), group }))
    .filter(({ name, group }) => name && group.offsetHeight > 0 && !group.parentElement.closest('.fjs-form-field-group'));
  const answer = firstField(form);
  if (answer && !places.some(({ group }) => group.contains(answer))) {
    places.push({ name: word('webapps.toAnswer'), group: answer });
  }
  return places;
}

// Whether there is something to scroll past before the first field, or behind it.
function hasMuch(form, pane) {
  const answer = firstField(form);
  const above = answer ? answer.getBoundingClientRect().bottom - form.getBoundingClientRect().top : 0;
  return above > pane.clientHeight / 2 || form.scrollHeight > MUCH * pane.clientHeight;
}

function offerWays(form) {
  const pane = form.closest('.content, .modal-body');
  const container = form.closest('.fjs-container');
  if (!pane || container.parentElement.querySelector('.chancery-ways') || !hasMuch(form, pane)) {
    return;
  }
  const places = waysTo(form);
  if (places.length === 0) {
    return;
  }
  const ways = document.createElement('nav');
  ways.className = 'chancery-ways';
  ways.setAttribute('aria-label', word('webapps.ways'));
  places.forEach(({ name, group }) => {
    const way = document.createElement('button');
    way.type = 'button';
    way.textContent = name;
    way.classList.toggle('is-to-answer', group.contains(firstField(form)));
    way.addEventListener('click', () => {
      group.scrollIntoView({ block: 'start' });
      // The part itself, as a choice would open when it is reached: the next key leads to its field.
      group.tabIndex = -1;
      group.focus({ preventScroll: true });
    });
    ways.append(way);
  });
  container.before(ways);
}

// A word of more characters is broken where its column has not the room.
const LONG_WORD = 20;

// What each cell said when it was looked at: sorted by another column, it says something else.
const said = new WeakMap();

// A colour's word in a table is shown in its colour; the word stays.
function markCells(form) {
  const colours = new Map(wordsBelow('Colour.').map(([colour, text]) => [text, colour.toLowerCase()]));
  form.querySelectorAll('.fjs-table td').forEach((cell) => {
    const text = cell.textContent.trim();
    if (said.get(cell) === text) {
      return;
    }
    said.set(cell, text);
    cell.classList.remove('chancery-colour', ...colours.values());
    if (colours.has(text)) {
      cell.classList.add('chancery-colour', colours.get(text));
    }
    cell.classList.toggle('chancery-long', text.split(/\s+/).some((word) => word.length > LONG_WORD));
  });
}

export function shapeForms() {
  document.querySelectorAll('.fjs-form').forEach((form) => {
    markCells(form);
    offerWays(form);
  });
}
