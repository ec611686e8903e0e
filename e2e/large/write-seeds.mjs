// Writes a folder of documents that are too many for the engine's module: drawn words, and names
// that come back, the same on every run. `node write-seeds.mjs FOLDER`.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { thrower } from '../bench/thrower.mjs';

const DOCUMENTS = 100;
const PARAGRAPHS = 40;
const PEOPLE = ['Ada Lovelace', 'Charles Babbage', 'Mary Somerville', 'Michael Faraday'];
const PLACES = ['London', 'Paris', 'Turin', 'Berlin'];
const SYLLABLES = 'ba be bi co cu da de fo ga ge hi jo ka ke la le lo ma mi mo na ne no pa pe ra re ri sa se si so ta te ti to tu va vo we'.split(' ');

const [folder] = process.argv.slice(2);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const die = thrower(11);
const some = (list) => list[die(list.length)];
const drawn = (length) => Array.from({ length }, () => some(SYLLABLES)).join('');
const vocabulary = Array.from({ length: 6000 }, () => drawn(2 + die(3)));
const words = (count) => Array.from({ length: count }, () => some(vocabulary)).join(' ');
const paragraph = () => `Then ${some(PEOPLE)} said in ${some(PLACES)} that the ${words(60)}.\n\nThe ${words(70)}.`;

for (let number = 1; number <= DOCUMENTS; number += 1) {
  const text = Array.from({ length: PARAGRAPHS }, paragraph).join('\n\n');
  writeFileSync(join(folder, `report-${String(number).padStart(3, '0')}.txt`), `Report ${number}\n\n${text}\n`);
}
