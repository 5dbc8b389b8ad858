// Completes the names of colleagues behind an @ while somebody types, and says of a file that it is too large before it
// is sent. Without this script the name is typed in full and the office says it; it looks at both either way.

/** So long after the last letter the office is asked, in milliseconds. */
const QUIET = 150;

/** What is being typed behind the last @ before the cursor: a name of up to three words. */
const NAME = /(?:^|[^\p{L}\p{N}._@-])@(\p{L}[\p{L}\p{N}.'-]*(?: [\p{L}\p{N}.'-]+){0,2})$/u;

document.querySelectorAll('textarea[data-colleagues]').forEach(completeNames);
document.querySelectorAll('input[type=file][data-largest]').forEach(refuseLarge);

function completeNames(field) {
  const list = document.createElement('ul');
  list.className = 'suggestions';
  list.id = `${field.id}-colleagues`;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', field.dataset.names);
  list.hidden = true;
  const around = document.createElement('div');
  around.className = 'typing';
  const turnedTo = document.activeElement === field;
  field.replaceWith(around);
  around.append(field, list);
  if (turnedTo) {
    field.focus();
  }
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-controls', list.id);
  let quiet;
  let asked = 0;

  function sought() {
    const found = NAME.exec(field.value.slice(0, field.selectionStart));
    return found ? found[1] : null;
  }

  function close() {
    asked += 1;
    list.hidden = true;
    list.replaceChildren();
    field.removeAttribute('aria-activedescendant');
  }

  function choose(option) {
    const name = sought();
    if (name !== null) {
      const from = field.selectionStart - name.length;
      field.setRangeText(`${option.dataset.typed} `, from, field.selectionStart, 'end');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    close();
  }

  function mark(option) {
    for (const each of list.children) {
      each.setAttribute('aria-selected', String(each === option));
    }
    field.setAttribute('aria-activedescendant', option.id);
  }

  async function ask() {
    const name = sought();
    if (name === null) {
      close();
      return;
    }
    asked += 1;
    const mine = asked;
    const answer = await fetch(`${field.dataset.colleagues}?${new URLSearchParams({ name })}`, {
      headers: { Accept: 'application/json' },
    }).catch(() => null);
    if (mine !== asked || !answer?.ok) {
      return;
    }
    const people = await answer.json();
    if (mine !== asked || people.length === 0 || people[0].typed === name) {
      close();
      return;
    }
    list.replaceChildren(
      ...people.map((person, at) => {
        const option = document.createElement('li');
        option.id = `${list.id}-${at}`;
        option.setAttribute('role', 'option');
        option.dataset.typed = person.typed;
        option.textContent = person.person;
        option.addEventListener('mousedown', (event) => {
          event.preventDefault();
          choose(option);
        });
        return option;
      }),
    );
    list.hidden = false;
    mark(list.firstElementChild);
  }

  field.addEventListener('input', () => {
    clearTimeout(quiet);
    quiet = setTimeout(ask, QUIET);
  });
  field.addEventListener('blur', close);
  field.addEventListener('keydown', (event) => {
    if (list.hidden) {
      return;
    }
    const marked = list.querySelector('[aria-selected="true"]');
    if (event.key === 'ArrowDown') {
      mark(marked.nextElementSibling ?? list.firstElementChild);
    } else if (event.key === 'ArrowUp') {
      mark(marked.previousElementSibling ?? list.lastElementChild);
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      choose(marked);
    } else if (event.key === 'Escape') {
      close();
    } else {
      return;
    }
    event.preventDefault();
  });
}

function refuseLarge(field) {
  const wrong = document.getElementById('file-wrong');
  field.addEventListener('change', () => {
    const isLarge = [...field.files].some((file) => file.size > Number(field.dataset.largest));
    wrong.textContent = isLarge ? field.dataset.tooLarge : '';
    wrong.hidden = !isLarge;
    field.toggleAttribute('aria-invalid', isLarge);
    if (isLarge) {
      field.value = '';
    }
  });
}
