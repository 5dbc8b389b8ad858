// The words of what is put into Tasklist, Cockpit and Admin: those of the office's bundle.
const answer = await fetch('/words/webapps');
const words = answer.ok ? await answer.json() : {};

export function word(key, ...filledIn) {
  return (words[key] ?? '').replace(/%s/g, () => filledIn.shift());
}

// What begins with this, and what follows it.
export function wordsBelow(beginning) {
  return Object.entries(words)
    .filter(([key]) => key.startsWith(beginning))
    .map(([key, text]) => [key.slice(beginning.length), text]);
}
