// How fast the module is in Chromium, one thread, and how much memory it takes:
//
//     node speed.mjs MODULE_FOLDER MODEL TEXTS
//
// Prints MB of text a second from bytes to mentions, the best of five runs over all files of TEXTS,
// and the MB of memory that model and text take with all that is built over them.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { launch } from '../../../e2e/harness/browsers.mjs';
import { watchElsewhere } from '../../../e2e/harness/elsewhere.mjs';
import { serve } from '../../../e2e/harness/server.mjs';

const [folder, model, texts] = process.argv.slice(2);
const site = mkdtempSync(join(tmpdir(), 'recogniser-'));
for (const part of ['dossier_recogniser.js', 'dossier_recogniser_bg.wasm']) {
  copyFileSync(join(folder, part), join(site, part));
}
copyFileSync(model, join(site, 'model'));
const documents = readdirSync(texts).map((file) => readFileSync(join(texts, file), 'utf8'));
writeFileSync(join(site, 'documents.json'), JSON.stringify(documents));
writeFileSync(join(site, 'index.html'), '<!doctype html><title>Speed</title>');

const elsewhere = await watchElsewhere();
const host = await serve(site);
const browser = await launch('Chromium', elsewhere);
try {
  const page = await browser.newPage();
  await page.goto(host.address);
  const { speed, memory } = await page.evaluate(measure);
  console.log(`${speed.toFixed(2)} ${memory.toFixed(0)}`);
} finally {
  await browser.close();
  await host.close();
  await elsewhere.close();
  rmSync(site, { recursive: true });
}

async function measure() {
  const module = await import(new URL('dossier_recogniser.js', location.href));
  const { memory } = await module.default();
  const fetched = async (name) => (await fetch(name)).arrayBuffer();
  const recogniser = new module.Recogniser(new Uint8Array(await fetched('model')));
  const encoder = new TextEncoder();
  const documents = (await (await fetch('documents.json')).json()).map((text) => encoder.encode(text));
  const bytes = documents.reduce((sum, document) => sum + document.length, 0);
  let best = Infinity;
  for (let run = 0; run < 5; run += 1) {
    const begun = performance.now();
    for (const document of documents) recogniser.recognise('a.txt', document);
    best = Math.min(best, performance.now() - begun);
  }
  return { speed: bytes / 1e3 / best, memory: memory.buffer.byteLength / 1e6 };
}
