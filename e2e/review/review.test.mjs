// The editor's desk, and what comes of a decision.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { journey } from '../harness/journey.mjs';
import { until } from '../harness/until.mjs';

journey('an editor answers a question, sees the decision, and takes it back', async (reader) => {
  await reader.opens('?view=review');
  await reader.seesA('.doubt');
  const [question] = await reader.texts('.doubt h2');
  const [open] = await reader.texts('.review-open');
  await reader.presses('h');
  await reader.sees('1 decision of yours', '.review');
  assert.notEqual((await reader.texts('.review-open'))[0], open);
  await reader.page.reload();
  await reader.sees('1 decision of yours', '.review');
  await reader.page.keyboard.down('Control');
  await reader.page.keyboard.press('z');
  await reader.page.keyboard.up('Control');
  await reader.seesNo('.yours');
  await reader.sees(question, '.doubt h2');
});

journey('a reader hides a name, sees what the publisher shows, and hides it again', async (reader) => {
  await reader.opens('?view=entity&about=cozy-bear');
  await reader.clicks('.correct summary');
  await reader.clicks('.correct button', 'It is no name');
  await reader.sees('It is not shown, because an editor decided so', 'main .gone');
  await reader.sees('You,', 'main .gone');
  await reader.opens('?view=review');
  await reader.clicks('.yours button', 'Apply mine');
  await reader.opens('?view=entity&about=cozy-bear');
  await reader.sees('Cozy Bear', '.study h1');
});

journey('a reader sorts the mentions of a name by the words beside it', async (reader) => {
  await reader.opens('?view=entity&about=vladimir-putin');
  await reader.seesA('.study .kwic');
  const lines = await reader.texts('.study .kwic');
  await reader.clicks('.study-lines button', 'By the words after');
  await reader.addressBecomes(/lines=after/);
  assert.notDeepEqual(await reader.texts('.study .kwic'), lines);
  assert.deepEqual([...(await reader.texts('.study .kwic'))].sort(), [...lines].sort());
});

journey('a hidden name says who hid it, and is taken back where it is the reader’s own', async (reader) => {
  await reader.opens('?view=entity&about=cozy-bear');
  await reader.clicks('.correct summary');
  await reader.clicks('.correct button', 'It is no name');
  await reader.clicks('.gone .take-back');
  await reader.sees('Cozy Bear', '.study h1');
});

journey('a reader gives the ticked mentions to somebody else, by keyboard', async (reader) => {
  await reader.opens('?view=entity&about=vladimir-putin');
  await reader.seesA('.study .pick');
  const before = await reader.count('.study .pick');
  const focuses = (selector, number = 0) =>
    reader.page.evaluate((s, n) => document.querySelectorAll(s)[n].focus(), selector, number);
  await focuses('.study-lines .correct summary');
  await reader.presses('Enter');
  for (const number of [0, 1]) {
    await focuses('.study .pick', number);
    await reader.presses(' ');
  }
  await focuses('.study-lines .correct summary');
  await reader.presses('Tab');
  await reader.types('Somebody Else');
  await reader.presses('Tab', 'Enter');
  await reader.seesSoMany(before - 2, '.study .pick');
  assert.equal(await reader.page.evaluate(() => document.querySelectorAll('.pick:checked').length), 0);
  await reader.opens('?view=entity&about=somebody-else');
  await reader.seesSoMany(2, '.study .pick');
});

journey('what one reader decides travels in a link, and another sets it aside or keeps it', async (reader) => {
  await reader.opens('?view=entity&about=cozy-bear');
  await reader.clicks('.correct summary');
  await reader.clicks('.correct button', 'It is no name');
  await reader.opens('?view=review');
  const [href] = await until('a link', () => reader.page.evaluate(() => [...document.querySelectorAll('.sent-link')].map((a) => a.href)));
  assert.match(href, /decide=hide=/);
  assert.ok(href.length < 2000);
  await reader.page.evaluate(() => localStorage.clear());
  await reader.opens(`${href.slice(href.indexOf('?'))}&view=entity&about=cozy-bear`);
  await reader.sees('Whoever sent this link made 1 decision', '.sent');
  await reader.sees('Whoever sent the link: ', '.gone');
  await reader.clicks('.sent button', 'Show it without them');
  await reader.sees('Cozy Bear', '.study h1');
  await reader.goesBack();
  await reader.clicks('.sent button', 'Keep them as mine');
  await reader.seesNo('.sent');
  await reader.sees('You', '.gone');
});

journey('decisions too long for a message are packed when their link is copied, and arrive all', { before: (page) => page.evaluateOnNewDocument(() => Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => (globalThis.copied = text) } })) }, async (reader) => {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-decisions-'));
  const file = join(folder, 'dossier.toml');
  const hidden = ['group: Cozy Bear', ...Array.from({ length: 99 }, (_, n) => `person: Nobody ${n}`)];
  writeFileSync(file, hidden.map((name) => `[[decision]]\nhide = "${name}"\n`).join(''));
  await reader.opens('?view=review');
  await reader.seesA('.file input');
  await (await reader.page.$('.file input')).uploadFile(file);
  await reader.sees('100 decisions of yours', '.review');
  await reader.clicks('.yours button', 'Copy a link with them');
  const link = await until('a link', () => reader.page.evaluate(() => globalThis.copied));
  assert.ok(link.includes('#z=') && link.length <= 2000, `${link.length} characters`);
  await reader.page.evaluate(() => localStorage.clear());
  await reader.page.goto('about:blank');
  await reader.opens(link.slice(reader.site.address.length));
  await reader.sees('Whoever sent this link made 100 decisions', '.sent');
  rmSync(folder, { recursive: true });
});

journey('on a phone the buttons of a link that decides stand under the text, at its edge', { viewport: { width: 390, height: 800 } }, async (reader) => {
  await reader.opens('?decide=hide=%22group:+Cozy+Bear%22');
  await reader.seesA('.sent button');
  const lefts = await reader.page.evaluate(() =>
    ['.sent p', '.sent button'].map((part) => Math.round(document.querySelector(part).getBoundingClientRect().left)),
  );
  assert.equal(lefts[0], lefts[1]);
});

journey('a link that decides nonsense says so, and the rest of it counts', async (reader) => {
  const script = encodeURIComponent('<script>alert(1)</script>');
  await reader.opens(`?decide=hide=3&decide=${script}&decide=hide=%22group:+Nobody%22&decide=hide=%22group:+Cozy+Bear%22&view=entity&about=cozy-bear`);
  const told = '.notices:not(.sent)';
  await reader.sees('The link decides “hide=3”: expected a kind and a name', told);
  await reader.sees('The link decides “<script>alert(1)</script>”', told);
  await reader.sees('does not fit: no group is called “Nobody”', told);
  await reader.seesA('.gone');
});

journey('a file of decisions is added to what is there; what does not fit is listed', async (reader) => {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-decisions-'));
  const file = join(folder, 'dossier.toml');
  writeFileSync(
    file,
    'title = "Mine"\n\n[[decision]]\nhide = "group: Cozy Bear"\nnote = "Seen twice."\n\n[[decision]]\nhide = "person: Nobody At All"\n',
  );
  await reader.opens('?view=review');
  await reader.seesA('.file input');
  const input = await reader.page.$('.file input');
  await input.uploadFile(file);
  await reader.sees('Added 2 of 2', '.review');
  await reader.sees('2 decisions of yours', '.review');
  await reader.sees('does not fit: no person is called “Nobody At All”', '.notices');
  await (await reader.page.$('.file input')).uploadFile(file);
  await reader.sees('Added 0 of 2', '.review');
  rmSync(folder, { recursive: true });
});
