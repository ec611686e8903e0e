// Writes two folders of documents: hostile ones, each with a payload for a title and others for
// paragraphs; and a very long one.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LONG_TEXT, OWN, foreign } from './payloads.mjs';

const PER_DOCUMENT = 24;
const [folder, longFolder] = process.argv.slice(2);

for (const anew of [folder, longFolder]) {
  rmSync(anew, { recursive: true, force: true });
  mkdirSync(anew, { recursive: true });
}
const payloads = [...OWN, ...foreign()];
for (let start = 0; start < payloads.length; start += PER_DOCUMENT) {
  const name = `${String(start).padStart(4, '0')}.txt`;
  writeFileSync(join(folder, name), payloads.slice(start, start + PER_DOCUMENT).join('\n\n') + '\n');
}
writeFileSync(join(longFolder, 'long.txt'), LONG_TEXT);
writeFileSync(join(folder, 'dossier.toml'), `title = ${JSON.stringify(OWN[0])}\ndescription = ${JSON.stringify(OWN[5])}\n`);
console.log(`   ${payloads.length} payloads in ${folder}`);
