// Answers the desk's questions in an edition in Chromium, and says how long it takes by the clock until
// each merge is on the screen: `node e2e/bench/merges.mjs SPEECHES.jsonl MODULE DIST`. The corpus is
// that of the search bench.
import { quantile } from './main-thread.mjs';
import { opened } from './opened.mjs';
import { digits, section } from './tables.mjs';

const [speeches, module, dist] = process.argv.slice(2);
const MERGES = 20;

const { page, all, close } = await opened(speeches, module, dist);
const first = await page.evaluate(desk);
const merges = await page.evaluate(merge, MERGES);

const [p50, most] = [0.5, 1].map((share) => digits(quantile(merges, share)));
const many = all.length.toLocaleString('en');
console.log(
  section(
    'merges',
    `${merges.length} merges among ${many} documents, ms by the clock until the next question is painted: p50 ${p50}, most ${most}; ` +
      `the desk's first question ${digits(first)}.`,
  ),
);
await close();

// Milliseconds until the desk has its first question.
async function desk() {
  const start = performance.now();
  [...document.querySelectorAll('.views a, .views button')].find((view) => view.textContent.includes('Review')).click();
  while (!document.querySelector('.doubt h2')) await new Promise((drawn) => requestAnimationFrame(drawn));
  await new Promise((drawn) => requestAnimationFrame(drawn));
  return performance.now() - start;
}

// Milliseconds of so many answers "yes", each until the frame after another question is there.
async function merge(times) {
  const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
  const asked = () => document.querySelector('.doubt h2')?.textContent;
  const spent = [];
  while (spent.length < times && asked()) {
    const question = asked();
    const start = performance.now();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'y', bubbles: true }));
    do await frame();
    while (asked() === question);
    await frame();
    spent.push(performance.now() - start);
  }
  return spent;
}
