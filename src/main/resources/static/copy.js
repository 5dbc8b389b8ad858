// A text that was given back is copied by a click. Without this script it is selected and copied by hand.
for (const button of document.querySelectorAll('[data-copies]')) {
  const text = document.getElementById(button.dataset.copies);
  button.hidden = false;
  button.addEventListener('click', async () => {
    button.nextElementSibling.textContent = (await copied(text)) ? button.dataset.copied : '';
  });
}

/** Where the browser has no clipboard for pages, as on a plain http address, the old way works. */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text.value);
    return true;
  } catch {
    text.select();
    return document.execCommand('copy');
  }
}
