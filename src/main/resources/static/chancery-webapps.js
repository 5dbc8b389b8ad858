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

export default [];
