// Opens a megabyte with five thousand marks in Chromium and switches a kind of them off and on,
// beside what others draw of the same text: `node e2e/bench/marks.mjs DIST`, where DIST is the edition
// of what `long-text.mjs` writes. Prints its table.
import { launch } from '../harness/browsers.mjs';
import { watchElsewhere } from '../harness/elsewhere.mjs';
import { serve } from '../harness/server.mjs';
import { paragraphs } from './long-text.mjs';
import { costs, quantile } from './main-thread.mjs';
import { section } from './tables.mjs';

const ROUNDS = 5;
const DESK = { width: 1440, height: 900 };
const MARK_JS = new URL('node_modules/mark.js/dist/mark.min.js', import.meta.url).pathname;

const pieces = paragraphs();
const elsewhere = await watchElsewhere();
const browser = await launch('Chromium', elsewhere);
const site = await serve(process.argv[2]);

const lines = [
  '| | opened | a kind switched off | and on again | elements | frame while scrolling, p95 |',
  '|---|---|---|---|---|---|',
  await row('Dossier', dossier),
  await row('plain text', markup((text) => text)),
  await row('`<mark>`, all at once', markup((name, kind) => `<mark class="${kind}">${name}</mark>`)),
  await row('as displaCy draws it', markup(displacy)),
  await row('mark.js', markJs),
];
console.log(section('marks', lines.join('\n')));
await browser.close();
await site.close();
await elsewhere.close();

async function row(name, measured) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await browser.newPage();
    await page.setViewport(DESK);
    page.setDefaultTimeout(120_000);
    rounds.push(await measured(page));
    await page.close();
  }
  const median = (value) => quantile(rounds.map(value), 0.5);
  const cell = (value) => (Number.isNaN(median(value)) ? '–' : median(value).toFixed(1));
  const { elements } = rounds[0];
  return `| ${name} | ${cell((r) => r.opened)} | ${cell((r) => r.off)} | ${cell((r) => r.on)} | ${elements} | ${cell((r) => r.frames)} |`;
}

// As readers come to it: from the overview, by its link.
async function dossier(page) {
  await page.goto(site.address);
  await page.waitForFunction(() => !document.querySelector('[data-served], .skeleton, [aria-busy="true"]'));
  const cost = await costs(page);
  // Nobody finds a link sooner than the page has come to rest.
  await rest(page);
  const opened = await cost(
    () => document.querySelector('#main a[href*="read/long"]').click(),
    () => document.querySelector('#text mark'),
  );
  const toggle = () => document.querySelector('.legend-switch[data-kind="person"]').click();
  // Measurements and what is drawn on the way have come to rest.
  await rest(page);
  const off = await cost(toggle, () => !document.querySelector('#text mark[data-kind="person"]'));
  await rest(page);
  const on = await cost(toggle, () => document.querySelector('#text mark[data-kind="person"]'));
  return { opened, off, on, ...(await scrolled(page)) };
}

// All paragraphs as markup, in which `marked` draws a name.
function markup(marked) {
  const drawn = (isOn) =>
    pieces.map((list) => `<p>${list.map((piece) => (piece.name && isOn(piece.kind) ? marked(piece.name, piece.kind) : (piece.name ?? piece))).join('')}</p>`).join('');
  const [all, fewer] = [drawn(() => true), drawn((kind) => kind !== 'person')];
  return async (page) => {
    await page.setContent('<!doctype html><div id="text"></div>');
    const cost = await costs(page);
    const put = (html) => (document.querySelector('#text').innerHTML = html);
    const isThere = () => document.querySelector('#text p');
    const [opened, off, on] = [await cost(put, isThere, all), await cost(put, isThere, fewer), await cost(put, isThere, all)];
    return { opened, off: fewer === all ? NaN : off, on: fewer === all ? NaN : on, ...(await scrolled(page)) };
  };
}

function displacy(name, kind) {
  const style = 'background:#ddd;padding:.45em .6em;margin:0 .25em;line-height:1;border-radius:.35em';
  const label = 'font-size:.8em;font-weight:bold;line-height:1;border-radius:.35em;vertical-align:middle;margin-left:.5rem';
  return `<mark class="entity" style="${style}">${name}<span style="${label}">${kind}</span></mark>`;
}

// Its own page: the text is there, and the names are looked for.
async function markJs(page) {
  const text = pieces.map((list) => `<p>${list.map((piece) => piece.name ?? piece).join('')}</p>`).join('');
  await page.setContent(`<!doctype html><div id="text">${text}</div>`);
  await page.addScriptTag({ path: MARK_JS });
  const names = (kinds) => [...new Set(pieces.flat().filter((piece) => kinds.includes(piece.kind)).map((piece) => piece.name))];
  const cost = await costs(page);
  const mark = (list) => {
    const marks = new Mark('#text');
    marks.unmark({ done: () => marks.mark(list, { separateWordSearch: false, caseSensitive: true }) });
  };
  const isThere = () => document.querySelector('#text mark');
  const [all, fewer] = [names(['person', 'place']), names(['place'])];
  const [opened, off, on] = [await cost(mark, isThere, all), await cost(mark, isThere, fewer), await cost(mark, isThere, all)];
  return { opened, off, on, ...(await scrolled(page)) };
}

function rest(page) {
  return page.evaluate(() => new Promise((rested) => requestIdleCallback(() => setTimeout(rested, 300))));
}

// Scrolls by half a window a frame, a hundred times: how long frames take, and the most elements.
function scrolled(page) {
  return page.evaluate(async () => {
    const nextFrame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    const took = [];
    let elements = 0;
    for (let at = await nextFrame(); took.length < 100; ) {
      scrollBy(0, innerHeight / 2);
      const next = await nextFrame();
      took.push(next - at);
      at = next;
      elements = Math.max(elements, document.querySelectorAll('*').length);
    }
    return { elements, frames: took.sort((a, b) => a - b)[95] };
  });
}
