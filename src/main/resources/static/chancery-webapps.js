// Runs inside Tasklist, Cockpit and Admin, before they start.
import { keepNothingInTheBrowser } from './webapps/drafts.js';
import { readFields } from './webapps/fields.js';
import { openForm, teachForms } from './webapps/forms.js';
import { markWhatIsForOthers } from './webapps/inplace.js';
import { showMasthead } from './webapps/masthead.js';
import { shapeForms, showWhatIsWrong } from './webapps/sight.js';
import { askWhatBecameOfIt, mendTasklist, offerWhatMayBeStarted } from './webapps/tasklist.js';
import { wordsBelow } from './webapps/words.js';

const [, place, webapp] = location.pathname.match(/^(.*\/app\/([^/]+)\/)/);

// A webapp draws its first page while its words are still on their way, and shows their names
// instead. What it keeps of an earlier visit it has in time: so its words are there before it starts,
// and the office's in place of some of them.
async function keepItsWords() {
  const words = `${place}locales/`;
  const name = `${words}_locales_data_en_${window.bust}`;
  const kept = JSON.parse(localStorage.getItem('camunda-web') || '{}');
  if (!kept[name]) {
    const answer = await fetch(`${words}en.json`);
    if (!answer.ok) {
      return;
    }
    kept[name] = await answer.text();
  }
  const spoken = JSON.parse(kept[name]);
  // Of the same name in the others, some are about something else.
  const own = webapp === 'tasklist' ? wordsBelow('webapps.ofTasklist.') : [];
  Object.assign(spoken.labels, Object.fromEntries([...wordsBelow('webapps.labels.'), ...own]));
  kept[name] = JSON.stringify(spoken);
  localStorage.setItem('camunda-web', JSON.stringify(kept));
}

// The webapps' own login cannot work: the login page of Chancery is the only one. It leads back to the
// page that was last asked for without a login, so that is asked for.
async function useTheOneLogin() {
  if (location.hash.startsWith('#/login')) {
    await fetch(location.pathname, { headers: { Accept: 'text/html' } });
    location.assign('/login?ended');
  }
}

keepNothingInTheBrowser();
new MutationObserver(() => {
  readFields();
  shapeForms();
}).observe(document.body, { childList: true, characterData: true, subtree: true });
window.addEventListener('hashchange', useTheOneLogin);
document.addEventListener('click', showWhatIsWrong, true);
useTheOneLogin();
showMasthead(async () => openForm()?.draft?.keep());

if (webapp === 'tasklist') {
  teachForms();
  mendTasklist(window.angular);
  new MutationObserver(askWhatBecameOfIt)
    .observe(document.body, { subtree: true, attributes: true, attributeFilter: ['class'] });
  new MutationObserver(markWhatIsForOthers).observe(document.body, { childList: true, subtree: true });
}
await keepItsWords();
if (webapp === 'tasklist') {
  offerWhatMayBeStarted();
}

export default [];
