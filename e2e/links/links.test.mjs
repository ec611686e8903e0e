// Addresses: one link restores everything, back and forward walk, nonsense does no harm.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { journey } from '../harness/journey.mjs';
import { until } from '../harness/until.mjs';

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

// What the page copies, saves and asks, in place of the browser's own ways.
const catchesWhatIsShared = (page) =>
  page.evaluateOnNewDocument(() => {
    globalThis.shared = {};
    const { shared } = globalThis;
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => (shared.copied = text) } });
    globalThis.confirm = (says) => Boolean((shared.asked = says));
    HTMLAnchorElement.prototype.click = function click() {
      if (this.download) shared.name = this.download;
    };
    URL.createObjectURL = (blob) => {
      blob.text().then((text) => (shared.saved = text));
      return 'blob:saved';
    };
  });
const shared = (reader, what) => until(`something is ${what}`, () => reader.page.evaluate((key) => globalThis.shared[key], what));
const SHARES = { before: catchesWhatIsShared };

// What a later build might say in a link, which this one passes on; so long that it must be packed.
const LONG = Array.from({ length: 400 }, (_, n) => `word${n}`).join('+');

journey('an address too long for messages is packed when it is copied, and opens as it was', SHARES, async (reader, context) => {
  await reader.opens(`#view=results&q=dutch&later=${LONG}`);
  await reader.seesA('.result .hit');
  await reader.clicks('.result-tools button', 'Copy link');
  const link = await shared(reader, 'copied');
  assert.ok(link.includes('#z=') && link.length <= 2000, `${link.length} characters: ${link.slice(0, 80)}`);
  const fresh = await context.browser().createBrowserContext();
  try {
    const other = await fresh.newPage();
    reader.page = other;
    await reader.opens(link.slice(reader.site.address.length));
    await reader.seesA('.result .hit');
    assert.equal(await reader.page.evaluate(() => document.querySelector('#search').value), 'dutch');
    assert.ok((await reader.address()).includes(LONG));
  } finally {
    await fresh.close();
  }
});

journey('a packed address put into the bar of an open page shows what it says', async (reader) => {
  await reader.opens();
  const packed = deflateRawSync('view=results&q=dutch').toString('base64url');
  await reader.page.evaluate((letters) => (location.hash = `z=${letters}`), packed);
  await reader.seesA('.result .hit');
});

journey('what is too long even when it is packed is said before it is shared, with a file to send', SHARES, async (reader) => {
  // Letters of which none follows from others, so that they cannot be packed.
  let number = 1;
  const letters = Array.from({ length: 4000 }, () => ((number = (number * 48271) % 2147483647) % 36).toString(36)).join('');
  await reader.opens(`#view=results&q=dutch&later=${letters}`);
  await reader.seesA('.result .hit');
  await reader.clicks('.result-tools button', 'Copy link');
  assert.match(await shared(reader, 'asked'), /many programs cut links after 2000/);
  assert.match(await shared(reader, 'saved'), /^<!doctype html>.*href="http[^"]*#z=/);
  assert.equal(await shared(reader, 'name'), 'link.html');
});

const DAMAGED = {
  'was cut': deflateRawSync('view=results&q=dutch').toString('base64url').slice(0, 12),
  'is no packed address': '!!!',
  'swells to fifty megabytes': deflateRawSync(Buffer.alloc(50 << 20, 'a')).toString('base64url'),
};
for (const [what, packed] of Object.entries(DAMAGED)) {
  journey(`a link that ${what} says so, and the page opens`, async (reader) => {
    await reader.opens(`#z=${packed}`);
    await reader.sees('cut or changed on its way', '.notices');
    await reader.seesA('.overview');
  });
}

journey('a fragment of nearly two million characters opens', { in: ['Chromium'] }, async (reader) => {
  await reader.opens(`#q=${'a'.repeat(1_900_000)}`);
  await reader.seesA('.notices li');
});

const URLS = new URL('../../../shared/data/hostile/wpt-url/urltestdata.json', import.meta.url);
if (existsSync(URLS)) {
  journey('addresses that take other programs in are only addresses here', async (reader) => {
    const cases = JSON.parse(readFileSync(URLS, 'utf8')).filter((one) => typeof one === 'object');
    const inputs = [...new Set(cases.map((one) => one.input))];
    await reader.opens();
    const faults = await reader.page.evaluate(async (all) => {
      const wrong = [];
      // Many in one link, for browsers count the changes of an address.
      const KEYS = ['q', 'read', 'about', 'quote', 'before', 'entity', '-outlet', 'year', 'hide', 'at', 'later', 'z'];
      while (all.length > 0) {
        const pairs = all.splice(0, KEYS.length).map((input, n) => `${KEYS[n]}=${encodeURIComponent(input)}`);
        history.replaceState(null, '', `${location.pathname}?${pairs.join('&')}`);
        dispatchEvent(new PopStateEvent('popstate'));
        await new Promise((drawn) => setTimeout(drawn, 60));
        if (!document.querySelector('#fault').hidden || document.querySelector('#main') === null) wrong.push(pairs);
      }
      return wrong;
    }, inputs);
    assert.ok(inputs.length > 100);
    assert.deepEqual(faults, []);
  });
} else {
  test('addresses of the URL tests', { skip: '../shared is not there' }, () => {});
}

if (existsSync(SHARED)) {
  // Firefox tells when a page is left while its service worker still brings the icon.
  journey('no hostile address keeps the page from opening', { expects: /A ServiceWorker intercepted the request/ }, async (reader) => {
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
