// Where there are more programmes than a page offers, those that match what is typed are asked for. Without this
// script the field takes any name or key all the same.
const QUIET = 200;

const choices = document.getElementById('programmes');
const field = document.querySelector('input[list=programmes]');
let quiet;

field?.addEventListener('input', () => {
  clearTimeout(quiet);
  quiet = setTimeout(offer, QUIET);
});

async function offer() {
  const text = field.value.replace(/ \([^)]*\)?$/, '').trim();
  if (!text) {
    return;
  }
  const answer = await fetch(`/api/v1/programmes?size=50&text=${encodeURIComponent(text)}`);
  if (!answer.ok) {
    return;
  }
  const { programmes } = await answer.json();
  choices.replaceChildren(
    ...programmes
      .filter((programme) => programme.status !== 'ended')
      .map((programme) => new Option('', `${programme.name} (${programme.key})`)),
  );
}
