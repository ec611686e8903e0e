// Reading: marks in the text, the card of a name, from mention to mention.
import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';
import { until } from '../harness/until.mjs';

async function opensFirstDocument(reader) {
  await reader.opens();
  await reader.clicks('.entry-title a');
  await reader.seesA('article .mention');
}

const currentMention = (reader) =>
  reader.page.evaluate(() => document.querySelector('.mention.is-current')?.id);

journey('names are marked in the text, and each kind of name looks its own way', async (reader) => {
  await opensFirstDocument(reader);
  const looks = await reader.page.evaluate(() => {
    const marks = [...document.querySelectorAll('article .mention')];
    const look = (mark) => {
      const { textDecorationStyle, textDecorationThickness, borderBottomStyle, borderBottomWidth, backgroundImage } =
        getComputedStyle(mark);
      return [textDecorationStyle, textDecorationThickness, borderBottomStyle, borderBottomWidth, backgroundImage].join();
    };
    return Object.fromEntries(marks.map((mark) => [mark.dataset.kind, look(mark)]));
  });
  assert.ok(Object.keys(looks).length >= 4, `kinds found: ${Object.keys(looks)}`);
  const [person, organisation, place] = ['person', 'organisation', 'place'].map((kind) => looks[kind]);
  assert.equal(new Set([person, organisation, place]).size, 3, 'colour alone tells kinds apart');
});

journey('a name in the text opens its card, and the card closes again', async (reader) => {
  await opensFirstDocument(reader);
  await reader.clicks('article .mention[data-kind=group][data-entity]', 'Cozy Bear');
  await reader.sees('Cozy Bear', '.card .card-name');
  await reader.sees('In context', '.card');
  await reader.clicks('.card button', 'Close this card');
  await reader.seesNo('.card');
});

journey('next and previous walk from mention to mention, and round again', async (reader) => {
  await opensFirstDocument(reader);
  await reader.clicks('article .mention[data-entity]', 'Cozy Bear');
  const all = await reader.count('article .mention.is-selected');
  assert.ok(all > 1);
  const start = await currentMention(reader);
  const seen = new Set();
  for (let step = 0; step < all; step += 1) {
    seen.add(await currentMention(reader));
    await reader.clicks('.card .stepper button', 'Next mention');
  }
  assert.equal(seen.size, all);
  assert.equal(await currentMention(reader), start);
  await reader.clicks('.card .stepper button', 'Previous mention');
  assert.notEqual(await currentMention(reader), start);
});

// Each tick is one shape of the gutter's path.
const ticks = (reader) =>
  reader.page.evaluate(() => document.querySelector('.gutter path').getAttribute('d').split('M').length - 1);

journey('the gutter shows where in the text the open name occurs, and leads there', async (reader) => {
  await opensFirstDocument(reader);
  await reader.clicks('article .mention[data-entity]', 'Cozy Bear');
  await reader.seesA('article .mention.is-selected');
  const mentions = await reader.count('article .mention.is-selected');
  await until('as many ticks', async () => (await ticks(reader)) === mentions);
});

journey('marks are switched off and on, kind by kind', async (reader) => {
  await opensFirstDocument(reader);
  const before = await reader.count('article .mention[data-kind=place]');
  assert.ok(before > 0);
  await reader.clicks('.legend button', 'Places');
  await reader.seesNo('article .mention[data-kind=place]');
  assert.ok((await reader.count('article .mention[data-kind=group]')) > 0);
  await reader.addressBecomes(/hide=place/);
  await reader.clicks('.legend button', 'Places');
  await reader.seesA('article .mention[data-kind=place]');
  assert.equal(await reader.count('article .mention[data-kind=place]'), before);
});

journey('all documents are read one after the other', async (reader) => {
  await reader.opens();
  await reader.clicks('.views a', 'Read');
  await reader.seesA('article');
  assert.equal(await reader.count('article'), 5);
});

journey('a card leads to the name in another document', async (reader) => {
  await reader.opens();
  await reader.clicks('.cast .name', 'Cozy Bear');
  await reader.clicks('.card .card-documents a');
  await reader.seesA('article .mention.is-current');
  await reader.seesA('.card .concordance [aria-current]');
});

journey('a repaired text is read as its file has it at a key press, and each repair says why', async (reader) => {
  await reader.opens('?view=read&read=001_baebaa452f36164c');
  await reader.seesA('article .mention');
  assert.equal(await reader.count('article .repair'), 0);
  await reader.presses('o');
  await reader.seesA('article .repair[title]');
  await reader.addressBecomes(/text=original/);
  await reader.clicks('.legend button', 'Original text');
  await reader.seesNo('article .repair');
});

journey('what is known about a text and its file stands below it', async (reader) => {
  await reader.opens('?view=read&read=001_baebaa452f36164c');
  await reader.clicks('.origin summary');
  await reader.sees('SHA-256', '.origin');
  await reader.seesA('.origin .changes li');
  await reader.seesA('.origin a[download]');
});
