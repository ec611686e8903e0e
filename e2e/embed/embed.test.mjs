// Insets: a document, a passage or an entity in a frame of somebody else's page.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { DIST, journey } from '../harness/journey.mjs';
import { serve } from '../harness/server.mjs';
import { until } from '../harness/until.mjs';

const [DOCUMENT] = readdirSync(join(DIST, 'read')).map((folder) => `read/${folder}/`);
const [ENTITY] = readdirSync(join(DIST, 'about')).map((folder) => `about/${folder}/`);

const folder = mkdtempSync(join(tmpdir(), 'dossier-'));
after(() => rmSync(folder, { recursive: true }));

// What the inset at this address says another page has to say.
const snippetOf = async (reader, address) => {
  await reader.page.goto(reader.site.address + address, { waitUntil: 'load' });
  await reader.seesA('#alone:not([hidden])');
  return reader.page.evaluate(() => document.querySelector('#snippet').value);
};

// Somebody else's page, on a host of its own, with these lines in it.
const isShownElsewhere = async (reader, lines, look) => {
  const page = join(folder, 'other');
  mkdirSync(page, { recursive: true });
  writeFileSync(join(page, 'index.html'), `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Other</title>\n${lines}`);
  const host = await serve(page);
  try {
    await reader.page.goto(host.address, { waitUntil: 'load' });
    const frame = await until('the frame is there', () => reader.page.frames()[1]);
    await look(frame);
  } finally {
    await host.close();
  }
};

const fits = (reader, frame) =>
  until('the frame is as high as what is in it', async () => {
    const needed = await frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
    return needed > 60 && (await reader.page.evaluate(() => Number(document.querySelector('iframe').height))) === needed;
  });

for (const [what, page] of [['a document', DOCUMENT], ['an entity', ENTITY]]) {
  journey(`${what} stands in a frame of another host's page, as high as it needs, with a link to the whole`, async (reader) => {
    const lines = await snippetOf(reader, `embed/${page}`);
    await isShownElsewhere(reader, lines, async (frame) => {
      await fits(reader, frame);
      const whole = await frame.evaluate(() => [document.querySelector('#whole').href, document.querySelector('h1').innerText]);
      assert.equal(whole[0], reader.site.address + page);
      assert.ok(whole[1].length > 2);
      // Somebody who only reads does not want to know how to show it.
      assert.equal(await frame.evaluate(() => document.querySelector('#alone').checkVisibility()), false);
      await reader.hasViewport(360);
      await fits(reader, frame);
    });
  });
}

for (const [what, page, link] of [['a document', DOCUMENT, '.origin a[target]'], ['an entity', ENTITY, '.study a[target]']]) {
  journey(`the app offers to show ${what} elsewhere, and leads to the lines for it`, async (reader) => {
    await reader.opens(page);
    await reader.page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    const inset = await (await reader.element(link, 'Show this in a page of yours')).evaluate((a) => a.href);
    assert.equal(inset, `${reader.site.address}embed/${page}`);
    assert.ok((await snippetOf(reader, inset.slice(reader.site.address.length))).includes(inset));
  });
}

journey('the card of an entity offers to show it elsewhere', async (reader) => {
  await reader.opens(`?about=${ENTITY.split('/')[1]}`);
  const offered = await reader.element('.card a[target]', 'Show this in a page of yours');
  assert.equal(await offered.evaluate((a) => a.href), `${reader.site.address}embed/${ENTITY}`);
});

journey('what the reader decides otherwise about an entity is offered to nobody else', async (reader) => {
  const about = ENTITY.split('/')[1];
  await reader.opens(`?about=${about}`);
  await reader.element('.card a[target]', 'Show this in a page of yours');
  await reader.clicks('.card a', 'Everything about it');
  await reader.clicks('.correct summary', 'Correct this');
  await reader.clicks('.correct button', 'It is right');
  await reader.sees('Checked by an editor', '.study');
  await reader.seesNo('.study a[target]');
});

journey('a frame that its page has locked up shows all there is', async (reader) => {
  const lines = `<iframe sandbox="allow-scripts" src="${reader.site.address}embed/${DOCUMENT}"></iframe>`;
  await isShownElsewhere(reader, lines, async (frame) => {
    const styled = () => frame.evaluate(() => getComputedStyle(document.querySelector('article')).borderTopStyle);
    await until('the style is there', async () => (await styled()) === 'solid');
  });
});

journey('a passage is shown in its words, and its link leads to them', async (reader) => {
  await reader.opens(DOCUMENT);
  const words = await reader.page.evaluate(() => {
    const paragraph = [...document.querySelectorAll('#text .article > p')].find((p) => p.textContent.length > 100 && p.textContent.length < 450);
    getSelection().selectAllChildren(paragraph);
    return paragraph.textContent.trim();
  });
  await reader.clicks('.passage-bar button', 'Link to what is selected');
  await reader.sees('word for word', '.passage-bar');
  const inset = await reader.page.evaluate(() => [...document.querySelectorAll('.passage-bar a')].find((a) => a.innerText === 'Embed').href);
  const lines = await snippetOf(reader, inset.slice(reader.site.address.length));
  await isShownElsewhere(reader, lines, async (frame) => {
    await frame.waitForSelector('#passage:not([hidden])');
    const [quote, whole] = await frame.evaluate(() => [document.querySelector('blockquote').textContent, document.querySelector('#whole').href]);
    assert.equal(quote.replace(/\s+/g, ' '), words.replace(/\s+/g, ' '));
    await reader.page.goto(whole);
    await reader.settles();
    await reader.sees('word for word', '.passage-bar');
  });
});

journey('what a text does not say is not shown as if it did', async (reader) => {
  await reader.page.goto(`${reader.site.address}embed/${DOCUMENT}?quote=nobody+ever+said+this`);
  await reader.sees('does not say what the link quotes');
  assert.ok(!(await reader.text()).includes('nobody ever said'));
});

journey('with scripts off an inset says what it is of', { scripts: false, in: ['Chromium'] }, async (reader) => {
  await reader.page.goto(`${reader.site.address}embed/${DOCUMENT}?quote=anything`);
  assert.ok((await reader.text('#beginning')).length > 80);
  assert.equal(await reader.page.evaluate(() => document.querySelector('#alone').checkVisibility()), false);
});
