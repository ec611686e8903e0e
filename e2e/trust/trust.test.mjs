// Documents that are out to harm: shown as the text they are. Nothing runs, nothing is asked for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { journey } from '../harness/journey.mjs';
import { OWN } from './payloads.mjs';

// The edition of the hostile documents.
const dist = process.env.HOSTILE_DIST;

// Calls of `owned()` would be an error of the page without it; so they are counted.
const before = (page) =>
  page.evaluateOnNewDocument(() => {
    globalThis.timesOwned = 0;
    globalThis.owned = () => {
      globalThis.timesOwned += 1;
    };
  });

const wasOwned = (reader) => reader.page.evaluate(() => globalThis.timesOwned > 0);

// Everything that could have come from a document and has no place among text.
const intruders = (reader) =>
  reader.page.evaluate(() =>
    [...document.querySelectorAll('#app :is(script, style, link, iframe, img, object, embed, form, base, meta, math, template)')]
      .filter((element) => !element.matches('form.search, form[method=dialog]'))
      .map((element) => element.outerHTML),
  );

if (dist) {
  journey('hostile documents are listed as text', { dist, before }, async (reader) => {
    await reader.opens();
    await reader.sees(OWN[0], '#main h1');
    assert.deepEqual(await intruders(reader), []);
    assert.equal(await wasOwned(reader), false);
  });

  journey('hostile documents are read as text, every one of them', { dist, before }, async (reader) => {
    await reader.opens('?view=read');
    await reader.seesA('article');
    const text = await reader.text('#text');
    for (const payload of OWN.slice(0, 13)) assert.ok(text.includes(payload), payload);
    assert.deepEqual(await intruders(reader), []);
    assert.equal(await wasOwned(reader), false);
  });

  journey('hostile names have cards, and hostile words are found', { dist, before }, async (reader) => {
    await reader.opens('?view=results&q=owned');
    await reader.seesA('.result .hit');
    await reader.opens();
    for (const href of await reader.page.evaluate(() => [...document.querySelectorAll('.cast a')].map((a) => a.search))) {
      await reader.opens(href);
      assert.deepEqual(await intruders(reader), []);
    }
    assert.equal(await wasOwned(reader), false);
  });
} else {
  test('hostile documents', { skip: 'their edition was not built: `cargo xtask test hostile` does' }, () => {});
}
