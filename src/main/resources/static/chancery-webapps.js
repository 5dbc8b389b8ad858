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

// The webapps' own login cannot work: the login page of Chancery is the only one.
function useTheOneLogin() {
  if (location.hash.startsWith('#/login')) {
    location.assign('/login');
  }
}

new MutationObserver(linkHome).observe(document.body, { childList: true, subtree: true });
window.addEventListener('hashchange', useTheOneLogin);
linkHome();
useTheOneLogin();

await keepItsWords();

export default [];
