import '../forget-forms.js';

// What somebody has typed into a form and not handed in yet: kept by the office, for this person and
// this form, and never by the browser, where the next one at this machine would read it.
const BY_THE_BROWSER = /^(camunda-form|camForm):/;
const A_MOMENT = 800;
const A_WHILE = 5000;
// What a browser still sends when its page is gone.
const LAST_WORDS = 60_000;

// Forms of Tasklist write into the browser's storage when they are saved and when a session ends.
export function keepNothingInTheBrowser() {
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function setUnlessOfAForm(key, text) {
    if (!BY_THE_BROWSER.test(key)) {
      setItem.call(this, key, text);
    }
  };
}

function token() {
  return document.cookie.match(/(?:^|; )CHANCERY-CSRF=([^;]*)/)?.[1] ?? '';
}

function put(place, reader, fields) {
  const body = JSON.stringify({ fields });
  return fetch(`${place}/draft`, {
    method: 'PUT',
    // So that it arrives although the page is being left.
    keepalive: new Blob([body]).size < LAST_WORDS,
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      'X-CHANCERY-CSRF': token(),
      // In this session somebody else may have logged in since.
      'X-CHANCERY-READER': reader,
    },
    body,
  });
}

// The draft of a form; undefined if there is none.
export async function draftOf(place) {
  const answer = await fetch(`${place}/draft`, { headers: { Accept: 'application/json' } });
  return answer.status === 200 ? answer.json() : undefined;
}

// Keeps what is typed into a form from now on.
export class Draft {
  #place;
  #reader;
  #fields;
  #told;
  #kept;
  #timer;
  #last = Promise.resolve();
  #over = false;

  // fields gives what the form holds; told is called with the time when it was kept, in words, or
  // with nothing when it could not be.
  constructor(place, reader, fields, told) {
    this.#place = place;
    this.#reader = reader;
    this.#fields = fields;
    this.#told = told;
    this.#kept = JSON.stringify(fields());
  }

  changed() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.keep(), A_MOMENT);
  }

  // At once. One after the other, so that what was typed last is what stays.
  keep() {
    clearTimeout(this.#timer);
    const fields = this.#fields();
    const text = JSON.stringify(fields);
    if (this.#over || text === this.#kept) {
      return this.#last;
    }
    this.#kept = text;
    this.#last = this.#last.then(async () => {
      const answer = await put(this.#place, this.#reader, fields).catch(() => undefined);
      if (answer?.ok) {
        this.#told((await answer.json()).words);
      } else if (!this.#over) {
        this.#kept = undefined;
        this.#told(undefined);
        this.#timer = setTimeout(() => this.keep(), A_WHILE);
      }
    });
    return this.#last;
  }

  // It is about to be handed in: nothing is kept meanwhile.
  pause() {
    clearTimeout(this.#timer);
    this.#over = true;
    return this.#last;
  }

  // It was refused.
  resume() {
    this.#over = false;
    return this.keep();
  }
}
