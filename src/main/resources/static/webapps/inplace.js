// What a deputy does in the place of a colleague who is away is marked in Tasklist, in its list and above its form.
import { word } from './words.js';

const LIST = '.tasks-list h4.task a[href*="task="]';
const OPEN = '.task-details h2.task';

// Whoever stands in for nobody is not asked about again until Tasklist is opened anew.
let standsIn = true;
let waiting = false;

// Where tasks are named, each with the id of its task.
function places() {
  const open = location.hash.match(/[?&]task=([^&]+)/)?.[1];
  return [
    ...[...document.querySelectorAll(LIST)].map((place) => [place, place.href.match(/[?&]task=([^&]+)/)?.[1]]),
    ...[...document.querySelectorAll(OPEN)].map((place) => [place, open]),
  ].filter(([, id]) => id);
}

function mark(place, name) {
  place.parentElement.querySelector(':scope > .chancery-in-place')?.remove();
  if (name) {
    const said = document.createElement('span');
    said.className = 'chancery-in-place';
    said.textContent = word('webapps.inPlace', name);
    place.after(said);
  }
}

async function ask() {
  waiting = false;
  const fresh = places().filter(([place, id]) => place.dataset.chanceryPlace !== id);
  if (fresh.length === 0) {
    return;
  }
  fresh.forEach(([place, id]) => { place.dataset.chanceryPlace = id; });
  const tasks = [...new Set(fresh.map(([, id]) => id))].join(',');
  const answer = await fetch(`/work/in-place?tasks=${tasks}`, { headers: { Accept: 'application/json' } });
  standsIn = answer.status !== 204;
  const names = answer.ok && standsIn ? await answer.json() : {};
  fresh.filter(([place, id]) => place.dataset.chanceryPlace === id)
    .forEach(([place, id]) => mark(place, names[id]));
}

export function markWhatIsForOthers() {
  if (standsIn && !waiting) {
    waiting = true;
    // Several come at once.
    setTimeout(ask, 100);
  }
}
