// Types queries into the search box of an edition in Chromium, and says what each key costs the main
// thread until its answer is painted: `node e2e/bench/keystrokes.mjs SPEECHES.jsonl MODULE DIST`. The
// corpus is that of the search bench, opened in the edition as a reader's own files are.
import { costs, quantile } from './main-thread.mjs';
import { opened } from './opened.mjs';
import { queries } from './queries.mjs';
import { section } from './tables.mjs';

const [speeches, module, dist] = process.argv.slice(2);
const TYPED = 20;

const { page, all, close } = await opened(speeches, module, dist);
await page.focus('#search');

const cost = await costs(page);
const spent = [];
for (const words of queries(all)['two words'].slice(0, TYPED)) {
  for (const end of words.join(' ').split('').keys()) {
    spent.push(await cost(type, isAnswered, words.join(' ').slice(0, end + 1)));
  }
}
const [p50, p95, most] = [0.5, 0.95, 1].map((share) => quantile(spent, share).toFixed(1));
const many = all.length.toLocaleString('en');
console.log(section('keys', `${spent.length} keys at ${many} documents, ms of the main thread each: p50 ${p50}, p95 ${p95}, most ${most}.`));
await close();

// As a key does it: the box has the letters, and says so.
function type(letters) {
  const box = document.querySelector('#search');
  box.value = letters;
  box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
}

function isAnswered(letters) {
  return document.querySelector('#search').value === letters && !document.querySelector('[aria-busy="true"], .skeleton');
}
