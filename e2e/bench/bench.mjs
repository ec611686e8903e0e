// Searches the same documents with the same queries by every library, in Chromium, and prints the
// tables of `docs/performance.md`: `node e2e/bench/bench.mjs SPEECHES.jsonl MODULE SEEDS [NAUGHTY.json]`,
// where MODULE is the folder of the engine as `wasm-bindgen --target no-modules` leaves it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { close as closePagefind } from 'pagefind';
import { launch } from '../harness/browsers.mjs';
import { watchElsewhere } from '../harness/elsewhere.mjs';
import { serve } from '../harness/server.mjs';
import { hostile } from './hostile.mjs';
import { imageOf, take } from './image.mjs';
import { writeIndex } from './pagefind.mjs';
import { documents, queries, seeds } from './queries.mjs';
import { digits, section } from './tables.mjs';

const [speeches, module, seedsFolder, naughty] = process.argv.slice(2);
const library = (path) => new URL(`node_modules/${path}`, import.meta.url).pathname;
const version = (name) => JSON.parse(readFileSync(library(`${name}/package.json`), 'utf8')).version;
const SCRIPTS = ['minisearch/dist/umd/index.js', 'flexsearch/dist/flexsearch.bundle.min.js', 'lunr/lunr.js'];
const SHOWN = 'the same with counts, snippets and its answer packed';
const NAMES = ['Dossier', SHOWN, 'MiniSearch', 'FlexSearch', 'Lunr', 'Pagefind', 'plain scan, not ranked'];

const elsewhere = await watchElsewhere();
const browser = await launch('Chromium', elsewhere);
const site = await serve(module);

const versions = ['minisearch', 'flexsearch', 'lunr', 'pagefind', 'mark.js'].map((name) => `${name} ${version(name)}`);
console.log(section('versions', `${await browser.version()}; ${versions.join(', ')}.`));
for (const [name, all] of [
  ['seeds', seeds(seedsFolder)],
  ['whole', documents(speeches)],
  ['cut', documents(speeches, 20_000)],
]) {
  console.log(section(`search ${name}`, await compare(all, queries(all))));
  if (name === 'cut') console.log(section('hostile', await hostile(await engineOf(all), naughty)));
}
await browser.close();
await site.close();
await elsewhere.close();
await closePagefind();

async function compare(all, asked) {
  const bytes = all.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const kinds = Object.keys(asked);
  const lines = [
    `${all.length.toLocaleString('en')} documents, ${(bytes / 1e6).toFixed(2)} MB:\n`,
    `| | shipped beside the text | ready | memory ÷ text | ${kinds.join(' | ')} |`,
    `|---|---|---|---|${kinds.map(() => '---|').join('')}`,
  ];
  const index = await writeIndex(join(module, 'pagefind'), all);
  let page;
  for (const name of NAMES) {
    // What shows more is measured on the engine that is open already.
    if (name !== SHOWN) {
      await page?.close();
      page = name === 'Dossier' ? await engineOf(all) : await open(all);
    }
    await page.evaluate((sizes) => (globalThis.pagefindIndex = sizes), index);
    const built = await page.evaluate((named) => libraries[named].build(documents), name);
    const memory = name === SHOWN ? undefined : await used(page, name);
    const spreads = [];
    for (const kind of kinds) spreads.push(spread(await measure(page, name, kind, asked[kind])));
    lines.push(row(name, built, memory, bytes, spreads));
  }
  await page.close();
  return lines.join('\n');
}

// A page with all libraries and the documents, and the image of them.
async function engineOf(all) {
  const image = await imageOf(browser, site, module, all);
  const page = await open(all);
  await page.evaluate(take, image);
  return page;
}

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
    async (named, sort, all) => {
      const own = libraries[named];
      const search = own.search[sort]?.call(own);
      if (!search) return undefined;
      const took = [];
      for (const words of all) took.push(await timed(search, words));
      return took;
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

function row(name, { ready, built, shipped, files }, memory, bytes, spreads) {
  const weight = shipped === undefined ? '–' : shipped === 0 ? 'nothing' : `${(shipped / 1e6).toFixed(2)} MB`;
  const cells = [
    files === undefined ? weight : `${weight} in ${files.toLocaleString('en')} files`,
    ready === undefined ? (built === undefined ? '' : `${built.toFixed(0)} to build`) : ready.toFixed(0),
    memory === undefined ? '' : (memory / bytes).toFixed(1),
    ...spreads,
  ];
  return `| ${name} | ${cells.join(' | ')} |`;
}
