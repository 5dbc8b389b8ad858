// The head of Chancery's own pages, above Tasklist, Cockpit, Admin and documents: the very same, drawn by the
// office, in a place of its own where the styles of page and webapp do not meet.
// Of our own pages, in pixels.
const LETTERS = 16;
// How long a logout waits for what was typed to arrive, in milliseconds.
const PATIENCE = 4000;

async function text(address, type) {
  const answer = await fetch(address, { headers: { Accept: type } });
  return answer.ok && !answer.redirected ? answer.text() : undefined;
}

// The link to the webapp that this is, or to the list that leads to this page.
function markCurrent(links) {
  const webapp = location.pathname.match(/^.*\/app\/[^/]+\//)?.[0];
  const place = webapp ?? location.pathname.match(/^\/[^/]+/)[0];
  [...links].filter((link) => link.pathname.startsWith(place))
    .forEach((link) => link.setAttribute('aria-current', webapp ? 'page' : 'true'));
}

// A session ends once what was typed last is at the office, which takes it from nobody without one.
function logOutAfterwards(form, keepWhatIsTyped) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('button');
    button.disabled = true;
    await Promise.race([keepWhatIsTyped(), new Promise((patience) => { setTimeout(patience, PATIENCE); })]);
    form.submit();
    button.disabled = false;
  });
}

// keepWhatIsTyped sends it to the office, and is over when that is.
export async function showMasthead(keepWhatIsTyped = async () => {}) {
  const [head, style] = await Promise.all([text('/masthead', 'text/html'), text('/chancery.css', 'text/css')]);
  if (!head || !style) {
    return;
  }
  const host = document.createElement('div');
  host.className = 'chancery-masthead';
  const place = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  // What the page's root and body are there is the host here, whose root has smaller letters.
  sheet.replaceSync(style
    .replace(/:root\b/g, ':host')
    .replace(/^body\b/gm, ':host')
    .replace(/([\d.]+)rem\b/g, (length, number) => `${number * LETTERS}px`));
  place.adoptedStyleSheets = [sheet];
  place.innerHTML = head;
  markCurrent(place.querySelectorAll('nav a'));
  place.querySelector('nav')?.addEventListener('focusin', ({ target }) => {
    target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  place.querySelectorAll('form').forEach((form) => logOutAfterwards(form, keepWhatIsTyped));
  document.body.prepend(host);
  new ResizeObserver(() => {
    document.documentElement.style.setProperty('--chancery-head', `${host.offsetHeight}px`);
  }).observe(host);
}
