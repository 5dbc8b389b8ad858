// What comes of the figures is shown while somebody changes them, and the address follows. Each number gets a slider
// beside it. Without this script the form is sent by its button, and the office answers the same.

/** So long after the last change the office is asked, in milliseconds. */
const QUIET = 300;

const form = document.getElementById('what-if');
const keep = document.getElementById('what-if-keep');
let quiet;
let asked;
let changed = false;

form.querySelectorAll('input[data-least]').forEach(addSlider);
form.addEventListener('input', () => {
  changed = true;
  clearTimeout(quiet);
  quiet = setTimeout(ask, QUIET);
});

// Whoever begins anew finds what was tried one page back.
document.querySelector('.filters').addEventListener('submit', leave);
document.querySelectorAll('.filters a, #what-if .actions a').forEach((anew) => {
  anew.addEventListener('click', leave);
});

// What was tried since the page was opened goes along with its other forms.
document.querySelectorAll('main form[method=post]').forEach((other) => {
  other.addEventListener('submit', () => {
    other.elements.tried.value = isTried() ? figures() : '';
  });
});

/** Whether anything stands in the form beside the day of the assessment, which stands there always. */
function isTried() {
  return [...new FormData(form)].some(([name, text]) => name !== 'assessedOn' && text.trim() !== '');
}

/** A slider goes in steps of a hundredth of a short scale, and in whole numbers on a long one. */
function addSlider(field) {
  const slider = document.createElement('input');
  slider.type = 'range';
  slider.min = field.dataset.least;
  slider.max = field.dataset.most;
  slider.step = slider.max - slider.min > 10 ? 1 : 0.01;
  slider.setAttribute('aria-label', field.dataset.slide);
  const keepUp = () => {
    slider.value = field.value === '' ? slider.min : field.value;
  };
  keepUp();
  field.addEventListener('input', keepUp);
  slider.addEventListener('input', () => {
    field.value = slider.value;
  });
  field.closest('.entries').after(slider);
}

async function ask() {
  const { european, region } = form.elements;
  const begins = !document.querySelector('.tier-now');
  if (begins && !(european.value && region.value)) {
    // Somebody who starts from nothing has not come to these yet.
    return;
  }
  asked?.abort();
  asked = new AbortController();
  const address = tried();
  const page = await answered(address);
  if (page) {
    show(page);
    history.replaceState(null, '', address);
  }
}

function figures() {
  return new URLSearchParams(new FormData(form));
}

/** What is in the form now, as an address. */
function tried() {
  return `${form.getAttribute('action')}?${figures()}`;
}

function leave() {
  if (changed) {
    history.replaceState(null, '', tried());
  }
}

/** The page at an address; null if it is overtaken by the next change, or there is none, which the button tells. */
async function answered(address) {
  try {
    const answer = await fetch(address, { headers: { Accept: 'text/html' }, signal: asked.signal });
    return !answer.redirected && [200, 400].includes(answer.status)
      ? new DOMParser().parseFromString(await answer.text(), 'text/html')
      : null;
  } catch {
    return null;
  }
}

/** What depends on the figures is taken from the page that the office made of them; what is typed stays. */
function show(page) {
  document.querySelectorAll('[data-live]').forEach((part) => {
    const fresh = page.getElementById(part.id);
    if (fresh && fresh.innerHTML !== part.innerHTML) {
      const open = [...part.querySelectorAll('details')].map((details) => details.open);
      part.innerHTML = fresh.innerHTML;
      part.querySelectorAll('details').forEach((details, place) => {
        details.open = open[place] ?? false;
      });
    }
  });
  // A scenario that somebody describes stays in sight.
  if (!page.getElementById('what-if-keep').hidden) {
    keep.hidden = false;
  }
  for (const field of form.querySelectorAll('[name][id]')) {
    if (page.getElementById(field.id)?.getAttribute('aria-invalid')) {
      field.setAttribute('aria-invalid', 'true');
    } else {
      field.removeAttribute('aria-invalid');
    }
  }
}
