// Addresses: one link restores everything, back and forward walk, nonsense does no harm.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { journey } from '../harness/journey.mjs';

const SHARED = new URL('../../../shared/data/hostile/generated/link-states.json', import.meta.url);

// All that a reader can tell apart, without what loads at its own pace.
const look = (reader) =>
  reader.page.evaluate(() => ({
    title: document.title,
    main: document.querySelector('#main').innerText,
    chips: document.querySelector('.chips').innerText,
    card: document.querySelector('.card')?.innerText,
    marks: document.querySelectorAll('.mention').length,
    current: document.querySelector('.is-current')?.id,
    search: document.querySelector('#search').value,
  }));

journey('a link opened in a fresh browser shows the same', async (reader, context) => {
  await reader.opens();
  await reader.clicks('.entry-title a');
  await reader.clicks('article .mention[data-entity]', 'Cozy Bear');
  await reader.clicks('.card .stepper button', 'Next mention');
  await reader.clicks('.legend button', 'Places');
  await reader.clicks('[aria-labelledby=facet-kind] .facet-include', 'Hacking groups');
  await reader.addressBecomes(/hide=place.*|kind=group/);
  await new Promise((passed) => setTimeout(passed, 500));
  const [address, here] = [await reader.address(), await look(reader)];

  const fresh = await context.browser().createBrowserContext();
  try {
    reader.page = await fresh.newPage();
    await reader.hasViewport(1440);
    await reader.opens(address);
    await reader.seesA('.card .stepper');
    assert.deepEqual(await look(reader), here);
    assert.ok(address.length < 2000, `the link has ${address.length} characters`);
  } finally {
    await fresh.close();
  }
});

journey('back and forward walk through what was done', async (reader) => {
  await reader.opens();
  await reader.clicks('.entry-title a');
  await reader.seesA('article');
  await reader.addressBecomes(/^read\//);
  await new Promise((passed) => setTimeout(passed, 500));
  await reader.clicks('article .mention[data-entity]', 'Cozy Bear');
  await reader.addressBecomes(/about=/);
  await reader.goesBack();
  await reader.seesNo('.card');
  await reader.seesA('article');
  await reader.goesBack();
  await reader.seesA('.overview');
  await reader.goesForward();
  await reader.seesA('article');
  await reader.goesForward();
  await reader.sees('Cozy Bear', '.card');
});

journey('a thousand steps in a breath leave the page and its address whole', async (reader) => {
  await reader.opens('?view=read&about=cozy-bear');
  await reader.seesA('article .mention.is-selected');
  await reader.page.evaluate(() => {
    for (let step = 0; step < 1000; step += 1) {
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true, cancelable: true }));
    }
  });
  await reader.settles();
  await reader.addressBecomes(/at=\d+/);
  const says = await reader.text('.card .stepper');
  assert.match(says, /mention \d+ of \d+/);
  const [, at] = says.match(/mention (\d+)/);
  await reader.addressBecomes(new RegExp(`at=${at}(&|$)`));
});

journey('an address that asks for what is not there says so and keeps the rest', async (reader) => {
  await reader.opens('?view=results&q=dutch&entity=nobody-at-all&colour=green');
  await reader.seesA('.notices li');
  await reader.sees('nobody-at-all', '.notices');
  assert.equal(await reader.page.evaluate(() => document.querySelector('#search').value), 'dutch');
});

journey('an unknown view opens the overview and says so', async (reader) => {
  await reader.opens('?view=crystal-ball');
  await reader.seesA('.overview');
  await reader.sees('crystal-ball', '.notices');
});

journey('a document and an entity that do not exist are named, with a way on', async (reader) => {
  await reader.opens('?view=read&read=no-such-text&about=no-such-name');
  await reader.sees('no-such-text', '#main');
  await reader.sees('no-such-name', '.card');
  await reader.clicks('#main a', 'Read all documents');
  await reader.seesA('article');
});

journey('an address of 100,000 characters opens', async (reader) => {
  await reader.opens(`?q=${'a'.repeat(100_000)}`);
  await reader.seesA('.notices li');
  await reader.opens(`#q=${'%C3%A9'.repeat(16_000)}`);
  await reader.seesA('#main');
});

if (existsSync(SHARED)) {
  journey('no hostile address keeps the page from opening', async (reader) => {
    for (const state of JSON.parse(readFileSync(SHARED, 'utf8'))) {
      // A new document each time: a change of the fragment alone would not load anything.
      await reader.page.goto('about:blank');
      await reader.opens(state);
      assert.ok((await reader.text('#main')).length > 20, `blank at ${state.slice(0, 60)}`);
      assert.equal(await reader.page.evaluate(() => document.querySelector('#fault').hidden), true);
    }
  });
} else {
  test('hostile addresses', { skip: '../shared is not there' }, () => {});
}
