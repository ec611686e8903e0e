// Documents and queries of the browser bench, the same on every run and for every library.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { thrower } from './thrower.mjs';

// Paragraphs of more than so many bytes are documents, as natively.
const SHORTEST = 200;
const EACH = 100;

// The speeches of a file with a line for each: whole, or cut into at most so many paragraphs.
export function documents(file, most) {
  const speeches = readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
  if (!most) return speeches.map(({ id, text }) => ({ id: `${id}.txt`, text }));
  const paragraphs = speeches.flatMap(({ id, text }) =>
    text
      .split('\n\n')
      .filter((paragraph) => Buffer.byteLength(paragraph) > SHORTEST)
      .map((paragraph, n) => ({ id: `${id}-${String(n + 1).padStart(4, '0')}.txt`, text: paragraph })),
  );
  return paragraphs.slice(0, most);
}

// The documents that the project comes with.
export function seeds(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt')).sort();
  return files.map((name) => ({ id: name, text: readFileSync(join(folder, name), 'utf8') }));
}

// Queries of every kind, their words drawn from running text, so that common words come up as often
// as they are written.
export function queries(documents) {
  const die = thrower(7);
  const wordsOf = (text) => text.toLowerCase().match(/[a-z]{2,}/g) ?? [];
  const draw = (make) =>
    Array.from({ length: EACH }, () => {
      for (;;) {
        const words = wordsOf(documents[die(documents.length)].text);
        if (words.length > 20) return make(words, die(words.length - 1));
      }
    });
  return {
    word: draw((words, at) => [words[at]]),
    'two words': draw((words, at) => [words[at], words[die(words.length)]]),
    'beginning of a word': draw((words, at) => [words[at].slice(0, 3)]),
    'phrase of two words': draw((words, at) => [words[at], words[at + 1]]),
    'one slip of the pen': draw((words, at) => [misspelt(words[at], die)]),
  };
}

function misspelt(word, die) {
  const at = die(word.length);
  return `${word.slice(0, at)}e${word.slice(at + 1)}`;
}
