// What every page does.

// The links of the head are a row that scrolls where it is narrow; a browser leaves one that it shows a part of as it is.
document.querySelector('.masthead nav')?.addEventListener('focusin', ({ target }) => {
  target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
});

// Whoever has typed something into a form and leaves its page another way than by sending it is asked first. What the
// office keeps as a draft while somebody types is not lost and needs no asking (desk.js).

const WRITTEN = 'textarea, input:not([type=hidden], [type=checkbox], [type=radio], [type=submit], [type=button], [type=file])';

/** Where nothing is typed that is to be kept: a login, and what is a draft of the office. */
const OTHERS = ':has([type=password]), [data-draft]';

/** The form that the page is being left by; what is in it goes along. */
let sent = null;

document.addEventListener('submit', (event) => {
  sent = event.defaultPrevented ? null : event.target;
});
addEventListener('pageshow', () => { sent = null; });
addEventListener('beforeunload', (event) => {
  const forms = [...document.querySelectorAll(`form[method=post]:not(${OTHERS})`)];
  // A text that was given back to be copied stands nowhere else.
  if (document.querySelector('[data-only-here]') || forms.some((form) => form !== sent && isUnsent(form))) {
    event.preventDefault();
  }
  // Whoever stays has sent nothing.
  sent = null;
});

/** What was refused, and stands there again as it was typed, has not been sent either. */
function isUnsent(form) {
  const fields = [...form.querySelectorAll(WRITTEN)].filter((field) => !field.readOnly);
  const isRefused = form.querySelector('[aria-invalid=true]') !== null || form.dataset.unsent !== undefined;
  return fields.some((field) => field.value !== (isRefused ? '' : field.defaultValue));
}
