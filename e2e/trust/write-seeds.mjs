// Writes a folder of hostile documents: each has a payload for a title and others for paragraphs.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OWN, foreign } from './payloads.mjs';

const PER_DOCUMENT = 24;
const folder = process.argv[2];

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const payloads = [...OWN, ...foreign()];
for (let start = 0; start < payloads.length; start += PER_DOCUMENT) {
  const name = `${String(start).padStart(4, '0')}.txt`;
  writeFileSync(join(folder, name), payloads.slice(start, start + PER_DOCUMENT).join('\n\n') + '\n');
}
writeFileSync(join(folder, 'dossier.toml'), `title = ${JSON.stringify(OWN[0])}\ndescription = ${JSON.stringify(OWN[5])}\n`);
console.log(`   ${payloads.length} payloads in ${folder}`);
