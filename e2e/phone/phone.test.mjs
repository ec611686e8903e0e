// On a phone: one column, the card as a sheet at the bottom, nothing to scroll sideways.
import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';

const PHONE = { width: 390, height: 844 };
const NARROW = { width: 320, height: 568 };

journey('a name opens a sheet at the bottom that leaves the text in sight', { viewport: PHONE }, async (reader) => {
  await reader.opens();
  await reader.clicks('.entry-title a');
  await reader.clicks('article .mention[data-entity]', 'Cozy Bear');
  await reader.seesA('.card');
  const [sheet, window] = await reader.page.evaluate(() => {
    const { top, bottom, left, right } = document.querySelector('.card').getBoundingClientRect();
    return [{ top, bottom, left, right }, { width: innerWidth, height: innerHeight }];
  });
  assert.ok(Math.abs(sheet.bottom - window.height) < 2, `bottom of the sheet: ${sheet.bottom}`);
  assert.ok(sheet.right - sheet.left > window.width - 2);
  assert.ok(sheet.top > window.height * 0.25, `top of the sheet: ${sheet.top}`);
  const covered = await reader.page.evaluate(() => {
    const mark = document.querySelector('.mention.is-current').getBoundingClientRect();
    return mark.bottom > document.querySelector('.card').getBoundingClientRect().top;
  });
  assert.equal(covered, false, 'the sheet covers the mention it is about');
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
