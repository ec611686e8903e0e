// Searches the same documents with the same queries by every library, in Chromium, and prints tables
// in Markdown: `node e2e/bench/bench.mjs SPEECHES.jsonl MODULE`, where MODULE is the folder of the
// engine as `wasm-bindgen --target no-modules` leaves it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../harness/browsers.mjs';
import { watchElsewhere } from '../harness/elsewhere.mjs';
import { serve } from '../harness/server.mjs';
import { imageOf, take } from './image.mjs';
import { documents, queries } from './queries.mjs';

const [speeches, module] = process.argv.slice(2);
const library = (path) => new URL(`node_modules/${path}`, import.meta.url).pathname;
const version = (name) => JSON.parse(readFileSync(library(`${name}/package.json`), 'utf8')).version;
const SCRIPTS = ['minisearch/dist/umd/index.js', 'flexsearch/dist/flexsearch.bundle.min.js', 'lunr/lunr.js'];

const elsewhere = await watchElsewhere();
const browser = await launch('Chromium', elsewhere);
const site = await serve(module);

console.log(`${await browser.version()}; MiniSearch ${version('minisearch')}, FlexSearch`);
console.log(`${version('flexsearch')}, Lunr ${version('lunr')}.`);
for (const [title, most] of [['Speeches, cut at paragraphs', 20_000], ['Speeches, whole', undefined]]) {
  const all = documents(speeches, most);
  const bytes = all.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  console.log(`\n### ${title}: ${all.length.toLocaleString('en')} documents, ${(bytes / 1e6).toFixed(1)} MB\n`);
  await compare(all, queries(all), bytes);
}
await browser.close();
await site.close();
await elsewhere.close();

async function compare(all, asked, bytes) {
  const kinds = Object.keys(asked);
  const names = ['Dossier', 'Dossier, with counts and snippets', 'MiniSearch', 'FlexSearch', 'Lunr', 'plain scan, not ranked'];
  console.log(`| | shipped beside the text | ready, ms | memory ÷ text | ${kinds.map((kind) => `${kind}, p50 / p95`).join(' | ')} |`);
  console.log(`|---|---|---|---|${kinds.map(() => '---|').join('')}`);
  const image = await imageOf(browser, site, module, all);
  let page;
  for (const name of names) {
    // What shows more is measured on the engine that is open already.
    if (!name.startsWith('Dossier,')) {
      await page?.close();
      page = await open(all);
      if (name === 'Dossier') await page.evaluate(take, image);
    }
    const built = await page.evaluate((named) => libraries[named].build(documents), name);
    const memory = name.startsWith('Dossier,') ? undefined : await used(page, name);
    const spreads = [];
    for (const kind of kinds) spreads.push(spread(await measure(page, name, kind, asked[kind])));
    console.log(row(name, built, memory, bytes, spreads));
  }
  await page.close();
}

// A page with all libraries and the documents.
async function open(all) {
  const page = await browser.newPage();
  page.setDefaultTimeout(600_000);
  await page.goto(`${site.address}bench.html`);
  for (const script of SCRIPTS) await page.addScriptTag({ path: library(script) });
  await page.addScriptTag({ path: join(module, 'dossier_bench.js') });
  await page.addScriptTag({ path: new URL('libraries.js', import.meta.url).pathname });
  await page.evaluate(async (texts) => {
    globalThis.documents = texts;
    globalThis.program = await wasm_bindgen('dossier_bench_bg.wasm');
  }, all);
  return page;
}

// Bytes that a library takes, the text included.
async function used(page, name) {
  if (name === 'Dossier') return page.evaluate(() => program.memory.buffer.byteLength);
  const client = await page.createCDPSession();
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  return usedSize;
}

function measure(page, name, kind, asked) {
  return page.evaluate(
    (named, sort, all) => {
      const own = libraries[named];
      const search = own.search[sort]?.call(own);
      return search ? all.map((words) => timed(search, words)) : undefined;
    },
    name,
    kind,
    asked,
  );
}

function spread(milliseconds) {
  if (!milliseconds) return '–';
  const sorted = milliseconds.sort((a, b) => a - b);
  const at = (share) => sorted[Math.round((sorted.length - 1) * share)];
  return `${digits(at(0.5))} / ${digits(at(0.95))}`;
}

function digits(number) {
  return number >= 10 ? number.toFixed(0) : number >= 1 ? number.toFixed(1) : number.toFixed(3);
}

function row(name, { ready, built, shipped }, memory, bytes, spreads) {
  const cells = [
    shipped === undefined ? '–' : `${(shipped / 1e6).toFixed(1)} MB`,
    ready === undefined ? (built === undefined ? '' : `${built.toFixed(0)} to build`) : ready.toFixed(0),
    memory === undefined ? '' : (memory / bytes).toFixed(1),
    ...spreads,
  ];
  return `| ${name} | ${cells.join(' | ')} |`;
}
