// Keys alone: everything is reached, the focus is seen, and Esc leads back out.
import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';
import { until } from '../harness/until.mjs';

const focusIsSeen = (reader) =>
  reader.page.evaluate(() => {
    const element = document.activeElement;
    const shows = (part) => part && getComputedStyle(part).outlineStyle !== 'none';
    const places = [element, element.parentElement, element.closest('form, label, li')];
    return element === document.body || places.some(shows) || getComputedStyle(element).boxShadow !== 'none';
  });

async function tabsTo(reader, wanted, most = 60) {
  for (let step = 0; step < most; step += 1) {
    await reader.page.keyboard.press('Tab');
    const focused = await reader.focused();
    if (wanted(focused)) return focused;
  }
  throw new Error('the tab key never came there');
}

journey('from the overview into a text, to a name, to its card and back, by keys alone', async (reader) => {
  await reader.opens();
  const [title] = await reader.texts('.entry-title a');
  await tabsTo(reader, ({ words }) => words === title, 120);
  await reader.presses('Enter');
  await reader.seesA('article .mention');
  await tabsTo(reader, ({ id }) => id.startsWith('mention-'));
  await reader.presses('n');
  await reader.presses('n');
  const { id } = await reader.focused();
  assert.match(id, /^mention-/);
  await reader.presses('Enter');
  await reader.seesA('.card');
  await reader.presses('Escape');
  await reader.seesNo('.card');
  assert.equal((await reader.focused()).id, id, 'Esc leads back to the mark');
});

journey('the marks of a text are one stop of the tab key', async (reader) => {
  await reader.opens();
  await reader.clicks('.entry-title a');
  await reader.seesA('article .mention');
  assert.equal(await reader.count('article [tabindex="0"]'), 1);
});

journey('the first stop skips to the text', async (reader) => {
  await reader.opens();
  await reader.presses('Tab');
  assert.match((await reader.focused()).words, /skip/i);
  await reader.presses('Enter');
  assert.equal((await reader.focused()).id, 'main');
});

journey('a slash leads to the search box, j and k through the results', async (reader) => {
  await reader.opens();
  await reader.presses('/');
  assert.equal((await reader.focused()).id, 'search');
  await reader.types('dutch');
  await reader.seesA('.result');
  await reader.presses('Escape');
  await reader.page.evaluate(() => document.activeElement.blur());
  await reader.presses('j');
  const first = (await reader.focused()).words;
  await reader.presses('j');
  assert.notEqual((await reader.focused()).words, first);
  await reader.presses('k');
  assert.equal((await reader.focused()).words, first);
});

journey('a question mark shows the keys, and single characters can be switched off for good', async (reader) => {
  await reader.opens();
  await reader.presses('?');
  await reader.seesA('dialog[open]');
  await reader.clicks('dialog label');
  await reader.presses('Escape');
  await reader.seesNo('dialog[open]');
  await reader.opens();
  await reader.presses('?');
  assert.equal(await reader.count('dialog[open]'), 0);
});

journey('what has the focus shows it, wherever the tab key leads', async (reader) => {
  await reader.opens();
  const seen = new Set();
  for (;;) {
    await reader.page.keyboard.press('Tab');
    const focused = JSON.stringify(await reader.focused());
    if (seen.has(focused)) break;
    seen.add(focused);
    await until(`the focus is seen on ${focused}`, () => focusIsSeen(reader));
  }
  assert.ok(seen.size > 20, `${seen.size} stops`);
});
