import { word } from './words.js';

// A field for a day or a number is plain text, so that nothing is changed on its way. Below it stands
// how the office reads what is typed, by the very reader that takes it or refuses it when it is handed
// in. A day can be picked as well: the calendar writes it into the field.
// What is confidential goes nowhere before it is handed in.
const READ = 'input[id*="-date_"], input[id*="-number_"]:not([id*="_confidential"])';

export function readFields() {
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
  pick.textContent = word('webapps.calendar');
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
