// Runs inside Tasklist, Cockpit and Admin: the way back to the portfolio, and one login for all.
function linkHome() {
  const header = document.querySelector('.navbar-header');
  if (header && !document.querySelector('.chancery-home')) {
    const link = document.createElement('a');
    link.className = 'chancery-home';
    link.href = '/programmes';
    link.textContent = 'Portfolio';
    header.append(link);
  }
}

// A webapp draws its first page while its words are still on their way, and shows their names
// instead. What it keeps of an earlier visit it has in time: so its words are there before it starts.
async function keepItsWords() {
  const [place] = location.pathname.match(/^.*\/app\/[^/]+\//);
  const words = `${place}locales/`;
  const name = `${words}_locales_data_en_${window.bust}`;
  const kept = JSON.parse(localStorage.getItem('camunda-web') || '{}');
  if (!kept[name]) {
    const answer = await fetch(`${words}en.json`);
    if (answer.ok) {
      kept[name] = await answer.text();
      localStorage.setItem('camunda-web', JSON.stringify(kept));
    }
  }
}

// A form says what is wrong with it at the field, or above its first line: whoever has pressed the
// button at its end sees neither, and takes it for a click that did nothing.
function showWhatIsWrong(click) {
  const button = click.target.closest('button');
  const place = button?.closest('.modal-content, [cam-tasklist-task]');
  if (!place?.querySelector('.fjs-form')) {
    return;
  }
  const shown = new MutationObserver(() => {
    const alerts = [...place.querySelectorAll('.modal-body .alert-danger')];
    const wrong = place.querySelector('.fjs-form-field.fjs-has-errors')
      ?? alerts.find((alert) => alert.offsetHeight > 0);
    if (wrong) {
      shown.disconnect();
      wrong.scrollIntoView({ block: 'center' });
      wrong.querySelector('input, textarea')?.focus({ preventScroll: true });
    }
  });
  shown.observe(place, { childList: true, subtree: true, attributes: true, attributeFilter: ['class'] });
  setTimeout(() => shown.disconnect(), 5000);
}

// The webapps' own login cannot work: the login page of Chancery is the only one. It leads back to the
// page that was last asked for without a login, so that is asked for.
async function useTheOneLogin() {
  if (location.hash.startsWith('#/login')) {
    await fetch(location.pathname, { headers: { Accept: 'text/html' } });
    location.assign('/login?ended');
  }
}

new MutationObserver(linkHome).observe(document.body, { childList: true, subtree: true });
window.addEventListener('hashchange', useTheOneLogin);
document.addEventListener('click', showWhatIsWrong, true);
linkHome();
useTheOneLogin();

await keepItsWords();

export default [];
