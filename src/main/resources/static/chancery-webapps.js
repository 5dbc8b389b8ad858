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
      ?? place.querySelector('.chancery-reading.is-refused')?.closest('.fjs-form-field')
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

// A field for a day or a number is plain text, so that nothing is changed on its way. Below it stands
// how the office reads what is typed, by the very reader that takes it or refuses it when it is handed
// in. A day can be picked as well: the calendar writes it into the field.
// What is confidential goes nowhere before it is handed in.
const READ = 'input[id*="-date_"], input[id*="-number_"]:not([id*="_confidential"])';

function readFields() {
  document.querySelectorAll(`.fjs-form :is(${READ}):not([data-chancery])`).forEach((field) => {
    field.dataset.chancery = 'read';
    const [, kind] = field.id.match(/-(date|number)_\w+$/);
    const line = document.createElement('div');
    line.className = 'chancery-reading';
    line.setAttribute('role', 'status');
    field.closest('.fjs-form-field').append(line);
    if (kind === 'date') {
      addCalendar(field);
    }
    let shown;
    const show = async () => {
      if (shown !== field.value) {
        shown = field.value;
        await showReading(kind, field, line);
      }
    };
    field.addEventListener('input', show);
    field.addEventListener('change', show);
    // What a form starts with, and a draft of it, is put into the field a moment later.
    let looks = 0;
    const look = setInterval(() => (show(), ++looks > 20 && clearInterval(look)), 250);
    show();
  });
}

async function showReading(kind, field, line) {
  const text = field.value;
  let reading = {};
  if (text.trim()) {
    const answer = await fetch(`/readings/${kind}?text=${encodeURIComponent(text)}`);
    reading = answer.ok ? await answer.json() : {};
  }
  if (text === field.value) {
    line.textContent = reading.fault ?? (reading.words === text.trim() ? '' : reading.words ?? '');
    line.classList.toggle('is-refused', Boolean(reading.fault));
  }
}

function addCalendar(field) {
  const calendar = document.createElement('input');
  calendar.type = 'date';
  calendar.tabIndex = -1;
  calendar.className = 'chancery-calendar';
  calendar.setAttribute('aria-hidden', 'true');
  calendar.addEventListener('input', () => {
    if (calendar.value && !field.disabled && !field.readOnly) {
      write(field, calendar.value);
    }
  });
  const pick = document.createElement('button');
  pick.type = 'button';
  pick.className = 'chancery-pick';
  pick.textContent = 'Calendar';
  pick.addEventListener('click', () => {
    if (!field.disabled && !field.readOnly) {
      calendar.showPicker();
    }
  });
  field.closest('.fjs-form-field').querySelector('.fjs-input-group').after(pick, calendar);
}

// The form listens to what is typed; it does not see what a script sets.
function write(field, text) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

// The webapps' own login cannot work: the login page of Chancery is the only one. It leads back to the
// page that was last asked for without a login, so that is asked for.
async function useTheOneLogin() {
  if (location.hash.startsWith('#/login')) {
    await fetch(location.pathname, { headers: { Accept: 'text/html' } });
    location.assign('/login?ended');
  }
}

new MutationObserver(() => {
  linkHome();
  readFields();
}).observe(document.body, { childList: true, subtree: true });
window.addEventListener('hashchange', useTheOneLogin);
document.addEventListener('click', showWhatIsWrong, true);
linkHome();
useTheOneLogin();

await keepItsWords();

export default [];
