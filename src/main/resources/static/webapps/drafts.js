import '../forget-forms.js';

// What somebody has typed into a form and not handed in yet: kept by the office, for this person and
// this form, and never by the browser, where the next one at this machine would read it.
const BY_THE_BROWSER = /^(camunda-form|camForm):/;
const A_MOMENT = 800;
const A_WHILE = 5000;
// What a browser still sends when its page is gone.
const LAST_WORDS = 60_000;
// In place of the version of a draft.
const WHATEVER_THERE_IS = '*';

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

// By it the office knows what this page saved before: the last words of a page do not wait for the
// answer to what it saved a moment ago.
const PAGE = [...crypto.getRandomValues(new Uint8Array(16))].map((each) => each.toString(16).padStart(2, '0')).join('');
let turn = 0;

function put(place, reader, version, fields) {
  turn += 1;
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
      'X-CHANCERY-TURN': `${PAGE}.${String(turn).padStart(9, '0')}`,
      // What somebody has typed in another window, or on the desk, is not overwritten unasked.
      ...(version === undefined ? {} : { 'X-CHANCERY-DRAFT': version }),
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
  #version;
  #fields;
  #told;
  #kept;
  #sent;
  #timer;
  #last = Promise.resolve();
  #over = false;

  // version is that of the draft that the form was filled with, undefined if there was none; fields
  // gives what the form holds; told is called with kept, the time in words; with other, when there is
  // a newer text of another window; with gone, a sentence, when the task has ended; or with nothing,
  // when it could not be kept.
  constructor(place, reader, version, fields, told) {
    this.#place = place;
    this.#reader = reader;
    this.#version = version;
    this.#fields = fields;
    this.#told = told;
    this.#kept = JSON.stringify(fields());
    this.#sent = this.#kept;
  }

  changed() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.keep(), A_MOMENT);
  }

  // At once. One after the other, so that what was typed last is what stays.
  keep(evenIfKept = false) {
    clearTimeout(this.#timer);
    const fields = this.#fields();
    const text = JSON.stringify(fields);
    if (this.#over || !evenIfKept && text === this.#kept) {
      return this.#last;
    }
    this.#kept = text;
    this.#last = this.#last.then(async () => {
      this.#sent = text;
      const answer = await put(this.#place, this.#reader, this.#version, fields).catch(() => undefined);
      if (answer?.ok) {
        const { words, version } = await answer.json();
        this.#version = version;
        this.#told({ kept: words });
      } else if (!this.#over && !await this.#refused(answer)) {
        this.#kept = undefined;
        this.#told({});
        this.#timer = setTimeout(() => this.keep(), A_WHILE);
      }
    });
    return this.#last;
  }

  // The page is being left: nobody waits for what is on its way, nor for the answer.
  lastWords() {
    const fields = this.#fields();
    const text = JSON.stringify(fields);
    if (!this.#over && text !== this.#sent) {
      this.#sent = text;
      put(this.#place, this.#reader, this.#version, fields).catch(() => { this.#sent = undefined; });
    }
  }

  // The text of this window in place of whatever there is.
  overwrite() {
    this.#version = WHATEVER_THERE_IS;
    return this.keep(true);
  }

  // Whether trying again would change nothing.
  async #refused(answer) {
    const problem = answer?.status === 409 ? await answer.json() : undefined;
    const { field, message } = problem?.errors?.[0] ?? {};
    if (field === 'draft') {
      this.#told({ other: true });
    } else if (field === 'task') {
      this.#over = true;
      this.#told({ gone: message });
    }
    return field === 'draft' || field === 'task';
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
