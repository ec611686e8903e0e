// A long text with thousands of names is read as easily as a short one: only what is near
// the window is drawn.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { journey } from '../harness/journey.mjs';
import { until } from '../harness/until.mjs';
import { LONG_TEXT } from './payloads.mjs';

// The edition of that text.
const dist = process.env.LONG_DIST;

const PAGE = 'read/long/';
const paragraphs = LONG_TEXT.split('\n\n');
const last = paragraphs.at(-1);

const drawn = (reader) => reader.count('.piece p');
const isInSight = (reader, words) =>
  reader.page.evaluate((text) => {
    const paragraph = [...document.querySelectorAll('#text p')].find((p) => p.textContent.includes(text));
    const { top = -1, bottom = -1 } = paragraph?.getBoundingClientRect() ?? {};
    return bottom > 0 && top < innerHeight;
  }, words);

// Pieces are as high as expected until they are drawn, so a key may have to be pressed twice.
const goes = (reader, key, words) =>
  until(`${key} leads to its place`, async () => {
    await reader.presses(key);
    return isInSight(reader, words);
  });

if (dist) {
  journey('a long text is drawn where it is read', { dist }, async (reader) => {
    await reader.opens(PAGE);
    await reader.sees('Note 1:', '#text');
    assert.ok((await drawn(reader)) < paragraphs.length / 3);
    await goes(reader, 'End', last);
    assert.ok((await drawn(reader)) < paragraphs.length / 3);
    await goes(reader, 'Home', paragraphs[1]);
  });

  journey('stepping leads to names that were not drawn before', { dist }, async (reader) => {
    await reader.opens(PAGE);
    await reader.page.keyboard.press('p');
    await reader.settles();
    await until('the last name is in sight', () => isInSight(reader, last));
    await reader.seesA('mark.is-current');
    await reader.presses('n');
    await until('the first name is in sight', () => isInSight(reader, paragraphs[1]));
  });

  journey('marks that are switched off stay off in what is drawn later', { dist }, async (reader) => {
    await reader.opens(PAGE);
    await reader.seesA('#text mark[data-kind="person"]');
    await reader.clicks('.legend-switch', 'People');
    await reader.seesNo('#text mark[data-kind="person"]');
    await goes(reader, 'End', last);
    await reader.seesA('#text mark[data-kind="place"]');
    await reader.seesNo('#text mark[data-kind="person"]');
  });

  journey('a link to words far down finds them', { dist }, async (reader) => {
    await reader.opens(`${PAGE}?${new URLSearchParams({ quote: last })}`);
    await reader.sees('word for word', '.passage-bar');
    await until('the words are in sight', () => isInSight(reader, last));
    const marked = () => reader.page.evaluate(() => [...(CSS.highlights.get('passage') ?? [])].join(''));
    await until('they are marked', async () => (await marked()) === last);
  });

  journey('all of a long text is printed', { dist }, async (reader) => {
    await reader.opens(PAGE);
    await reader.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await reader.seesSoMany(paragraphs.length - 1, '.piece p');
    await reader.page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await until('most of it is gone again', async () => (await drawn(reader)) < paragraphs.length / 3);
  });

  journey('the search of the browser finds words far down', { dist, in: ['Chromium'] }, async (reader) => {
    await reader.opens(PAGE);
    // As Enter does in the browser's own search box, which may be pressed twice, as keys may.
    const searches = () => reader.page.evaluate((words) => find(words, false, false, true), last);
    await until('they are in sight', async () => (await searches()) && isInSight(reader, last));
  });
} else {
  test('a long text', { skip: 'its edition was not built: `cargo xtask test hostile` does' }, () => {});
}
