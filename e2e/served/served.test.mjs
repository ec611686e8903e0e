// Pages as the host serves them: all there is to read, before and without any program; and the app
// takes their place without moving what is read.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DIST, journey } from '../harness/journey.mjs';

const folders = (name) => readdirSync(join(DIST, name)).map((folder) => `${name}/${folder}/`);
const [DOCUMENT] = folders('read');
const SCRIPTS_OFF = { scripts: false, in: ['Chromium'] };

// With scripts off a page can be asked nothing, only looked at from outside.
const html = async (reader, address = '') => {
  const response = await reader.page.goto(reader.site.address + address);
  return response.text();
};

journey('with scripts off every document can be read to its end, with its names marked', SCRIPTS_OFF, async (reader) => {
  for (const address of folders('read')) {
    await reader.page.goto(reader.site.address + address);
    const text = await reader.text('article');
    assert.ok(text.length > 1000, `${address} shows ${text.length} characters`);
    assert.ok((await reader.count('article mark.mention')) > 10);
    await reader.seesA('article h1');
  }
});

journey('with scripts off links lead from the overview to a document, a name and back', SCRIPTS_OFF, async (reader) => {
  const follow = async (selector) => {
    await Promise.all([reader.page.waitForNavigation(), reader.page.click(selector)]);
  };
  await reader.page.goto(reader.site.address);
  await follow('.entry-link');
  await reader.seesA('article h1');
  await follow('article .mention a');
  await reader.sees('Where it is mentioned');
  await follow('.evidence a');
  await reader.seesA('article h1');
  await follow('.brand');
  await reader.seesA('.entries');
});

journey('a text fragment finds its passage in the page of a document', { in: ['Chromium'], scripts: false }, async (reader) => {
  const [about] = folders('about');
  await reader.page.goto(reader.site.address + about);
  const links = await reader.page.evaluate(() => [...document.querySelectorAll('.evidence a')].map((a) => a.href));
  assert.ok(links.length > 0 && links.every((link) => link.includes('#:~:text=')));
});

journey('a page says what it is to programs that show or list it', SCRIPTS_OFF, async (reader) => {
  const page = await html(reader, DOCUMENT);
  for (const said of ['og:title', 'og:description', 'og:image', 'twitter:card', 'application/ld+json']) {
    assert.ok(page.includes(said), said);
  }
  const [, json] = page.match(/<script type="application\/ld\+json">(.*?)<\/script>/s);
  assert.equal(JSON.parse(json)['@type'], 'Article');
  assert.ok(existsSync(join(DIST, DOCUMENT, 'preview.png')));
  assert.match(readFileSync(join(DIST, 'robots.txt'), 'utf8'), /User-agent: \*/);
});

journey('an address that leads nowhere is told, with ways on', SCRIPTS_OFF, async (reader) => {
  await reader.page.goto(`${reader.site.address}404.html`);
  await reader.sees('There is no such page');
  assert.ok((await reader.count('#main a')) > 1);
});

journey('a page and a query open the same state', async (reader) => {
  const slug = DOCUMENT.split('/')[1];
  const titles = [];
  for (const address of [DOCUMENT, `?view=read&read=${slug}`]) {
    await reader.opens(address);
    titles.push([await reader.text('article h1'), await reader.page.title()]);
  }
  assert.deepEqual(titles[0], titles[1]);
});

journey('the app takes the place of a page without moving what is read', { slow: /app.*\.wasm$/ }, async (reader) => {
  await reader.page.goto(reader.site.address + DOCUMENT, { waitUntil: 'domcontentloaded' });
  await reader.page.evaluate(() => document.fonts.ready.then(() => true));
  const [middle] = await reader.page.evaluate(() => {
    const passages = [...document.querySelectorAll('article > p')];
    const passage = passages[Math.floor(passages.length / 2)];
    scrollTo(0, passage.offsetTop);
    return [passage.textContent];
  });
  const top = () =>
    reader.page.evaluate(
      (text) => [...document.querySelectorAll('article > p')].find((p) => p.textContent === text).getBoundingClientRect().top,
      middle,
    );
  const before = await top();
  assert.equal(await reader.count('[data-served]'), 1);
  reader.site.hurry();
  await reader.settles();
  await reader.seesA('.facets .facet-include');
  assert.ok(Math.abs((await top()) - before) <= 2, `moved from ${before} to ${await top()}`);
});
