// After something was done, while the office is still at work on it: the page looks again by itself, until there is
// something to tell. Without this script a link does the same.

/** Between two looks, in milliseconds: first, and at most. */
const FIRST = 1000;
const LONGEST = 30_000;

let pause = FIRST;
setTimeout(look, pause);

async function look() {
  let fresh;
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    fresh = answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
  } catch {
    // The office cannot be reached.
    fresh = null;
  }
  if (fresh?.getElementById('next') && !fresh.querySelector('[data-at-work]')) {
    for (const id of ['next', 'mine']) {
      document.getElementById(id).replaceChildren(...fresh.getElementById(id).childNodes);
    }
    return;
  }
  pause = Math.min(pause * 1.5, LONGEST);
  setTimeout(look, pause);
}
