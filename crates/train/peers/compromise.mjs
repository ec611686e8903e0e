// What compromise finds in sheets of text, to measure beside ours:
//
//     node compromise.mjs NODE_MODULES SHEETS FINDINGS
//
// For each SHEETS/*.txt writes FINDINGS/*.tsv: first byte, byte after the last, kind; and the speed
// in MB of text per second of processor time into FINDINGS/speed. A paragraph is a document.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [modules, sheets, findings] = process.argv.slice(2);
const nlp = createRequire(resolve(modules, 'here.js'))('compromise');

const KINDS = [
  ['people', 'person'],
  ['organizations', 'organisation'],
  ['places', 'place'],
];

mkdirSync(findings, { recursive: true });
let seconds = 0;
let size = 0;
for (const sheet of readdirSync(sheets).filter((name) => name.endsWith('.txt'))) {
  const text = readFileSync(join(sheets, sheet), 'utf8');
  const begun = process.cpuUsage();
  const found = find(text);
  if (sheet.startsWith('natural')) {
    const { user, system } = process.cpuUsage(begun);
    seconds += (user + system) / 1e6;
    size += Buffer.byteLength(text);
  }
  const lines = found.map((name) => `${name.join('\t')}\n`);
  writeFileSync(join(findings, sheet.replace('.txt', '.tsv')), lines.join(''));
}
writeFileSync(join(findings, 'speed'), `${(size / 1e6 / seconds).toFixed(3)}\n`);

function find(text) {
  const found = [];
  let at = 0;
  for (const paragraph of text.split('\n\n')) {
    const document = nlp(paragraph);
    for (const [method, kind] of KINDS) {
      for (const view of document[method]().json({ offset: true })) {
        found.push(place(paragraph, view.offset, at, kind));
      }
    }
    at += Buffer.byteLength(paragraph) + 2;
  }
  return found;
}

// Its offsets include marks around a name, which are no part of it.
function place(paragraph, { start, length }, at, kind) {
  const name = paragraph.slice(start, start + length);
  const bare = name.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$|(?<![.\p{Lu}][^.]?)\.$/gu, '');
  const from = start + name.indexOf(bare);
  const first = at + Buffer.byteLength(paragraph.slice(0, from));
  return [first, first + Buffer.byteLength(bare), kind];
}
