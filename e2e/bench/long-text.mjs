// A document of a megabyte with some five thousand names, the same on every run: what the bench of
// marks opens. `node long-text.mjs FOLDER` writes it as a seed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { thrower } from './thrower.mjs';

const LENGTH = 1_000_000;
const PEOPLE = ['Ada Lovelace', 'Charles Babbage', 'Mary Somerville', 'Michael Faraday', 'John Herschel', 'Augustus De Morgan'];
const PLACES = ['London', 'Paris', 'Turin', 'Berlin', 'Vienna', 'Edinburgh'];
const WORDS = (
  'the report was read aloud and nobody in the room could say who had written it before the meeting was over ' +
  'and the doors were opened again for those who had waited outside since early morning'
).split(' ');

// Paragraphs, each a list of pieces: strings, and names as `{ name, kind }`.
export function paragraphs() {
  const die = thrower(3);
  const some = (list) => list[die(list.length)];
  const words = (count) => Array.from({ length: count }, () => some(WORDS)).join(' ');
  const all = [];
  for (let length = 0; length < LENGTH; ) {
    const person = { name: some(PEOPLE), kind: 'person' };
    const place = { name: some(PLACES), kind: 'place' };
    const pieces = ['Then ', person, ` said that ${words(22)}, while in `, place, ` ${words(38)}.`];
    all.push(pieces);
    length += textOf(pieces).length + 2;
  }
  return all;
}

export const textOf = (pieces) => pieces.map((piece) => piece.name ?? piece).join('');

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = process.argv[2];
  mkdirSync(folder, { recursive: true });
  const text = ['A Long Report', ...paragraphs().map(textOf)].join('\n\n');
  writeFileSync(join(folder, 'long.txt'), text);
  writeFileSync(join(folder, 'short.txt'), 'A Short Note\n\nAda Lovelace wrote to London.\n');
}
