// Whether the module finds in every document what the native build finds:
//
//     node same.mjs MODULE_FOLDER NATIVE MODEL SCRATCH FILE…
//
// NATIVE is the native program that prints fingerprints. Of a FILE that ends in .jsonl every line is
// a document, its text under `text`; SCRATCH is where these are written for NATIVE to read.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, native, model, scratch, ...files] = process.argv.slice(2);
const LARGEST_ANSWER = 16 << 20;

const module = await import(pathToFileURL(resolve(folder, 'dossier_recogniser.js')));
module.initSync({ module: readFileSync(join(folder, 'dossier_recogniser_bg.wasm')) });
const recogniser = new module.Recogniser(readFileSync(model));

const documents = files.flatMap((file) => (file.endsWith('.jsonl') ? cut(file) : [file]));
const printed = execFileSync(native, [model, ...documents], { maxBuffer: LARGEST_ANSWER });
const different = String(printed)
  .trim()
  .split('\n')
  .filter((line) => line !== `${print(line.slice(line.indexOf(' ') + 1))}`);
if (different.length > 0) {
  console.error(`other mentions in WebAssembly:\n${different.join('\n')}`);
  process.exitCode = 1;
} else {
  console.log(`${documents.length} documents, the same mentions natively and in WebAssembly`);
}

function print(path) {
  return `${recogniser.fingerprint(basename(path), readFileSync(path))} ${path}`;
}

function cut(file) {
  mkdirSync(scratch, { recursive: true });
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line, number) => {
    const path = join(scratch, `${number}.txt`);
    writeFileSync(path, JSON.parse(line).text);
    return path;
  });
}
