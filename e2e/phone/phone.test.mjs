// On a phone: one column, the card as a sheet at the bottom, nothing to scroll sideways.
import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';
import { until } from '../harness/until.mjs';

const PHONE = { width: 390, height: 844 };
const NARROW = { width: 320, height: 568 };

journey('a name opens a sheet at the bottom that leaves the text in sight', { viewport: PHONE }, async (reader) => {
  await reader.opens();
  await reader.clicks('.entry-title a');
  await reader.clicks('article .mention[data-entity]', 'Cozy Bear');
  await reader.seesA('.card');
  const boxes = () =>
    reader.page.evaluate(() => {
      const box = (selector) => document.querySelector(selector).getBoundingClientRect().toJSON();
      return { sheet: box('.card'), views: box('.views'), mark: box('.mention.is-current'), height: innerHeight };
    });
  const { sheet, height } = await until('the sheet rests on the bar of views at the bottom', async () => {
    const places = await boxes();
    return Math.abs(places.sheet.bottom - places.views.top) < 2 && places;
  });
  assert.ok(sheet.left < 2 && sheet.width > PHONE.width - 20, 'the sheet is as wide as the window');
  assert.ok(sheet.top > height * 0.4, `the sheet starts at ${sheet.top} of ${height}`);
  // The text moves there calmly.
  await until('the sheet leaves in sight the mention it is about', async () => (await boxes()).mark.bottom <= sheet.top);
  await reader.clicks('.card button', 'Close this card');
  await reader.seesNo('.card');
});

journey('filters open on request and narrow the list', { viewport: PHONE }, async (reader) => {
  await reader.opens();
  await reader.clicks('button', 'Filters');
  await reader.clicks('[aria-labelledby=facet-outlet] .facet-include');
  await reader.seesA('.chip');
});

for (const [name, viewport] of [['a phone', PHONE], ['a window of 320 px', NARROW]]) {
  journey(`no view scrolls sideways in ${name}`, { viewport }, async (reader) => {
    for (const address of ['', '?view=results&q=dutch', '?view=read', '?q=zzzzz', '?about=cozy-bear']) {
      await reader.opens(address);
      await reader.needsNoSidewaysScrolling();
    }
  });
}

journey('text at twice the size still fits', { viewport: { width: 640, height: 900 }, in: ['Chromium'] }, async (reader) => {
  await reader.opens();
  await reader.clicks('.entry-title a');
  await reader.page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await reader.needsNoSidewaysScrolling();
});
