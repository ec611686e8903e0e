// Pages as the host serves them: all there is to read, before and without any program; and the app
// takes their place without moving what is read.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DIST, journey } from '../harness/journey.mjs';
import { NAMES, nameWithoutPage } from '../harness/names.mjs';

const folders = (name) => readdirSync(join(DIST, name)).map((folder) => `${name}/${folder}/`);
const [DOCUMENT] = folders('read');
// The name whose page has the most to read: the weightiest.
const weight = (name) => statSync(join(DIST, name, 'index.html')).size;
const [NAME] = [...NAMES].sort((one, other) => weight(other) - weight(one));
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
  await reader.seesA('.study .concordance');
  await follow('.kwic');
  await reader.seesA('article h1');
  await follow('.brand');
  await reader.seesA('.entries');
});

journey('a text fragment finds its passage in the page of a document', { in: ['Chromium'], scripts: false }, async (reader) => {
  await reader.page.goto(reader.site.address + NAME);
  const links = await reader.page.evaluate(() => [...document.querySelectorAll('.kwic')].map((a) => a.href));
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

journey('with scripts off every line about a name can be read to its end', SCRIPTS_OFF, async (reader) => {
  for (const address of NAMES) {
    await reader.page.goto(reader.site.address + address);
    const said = await reader.text('.study-lines h2');
    assert.equal(await reader.count('.kwic'), Math.min(200, Number(said.split(' ')[0].replace(',', ''))), address);
    const cut = await reader.page.evaluate(() =>
      [...document.querySelectorAll('.kwic, .kwic span')].filter((side) => side.scrollWidth > side.clientWidth).length,
    );
    assert.equal(cut, 0, address);
  }
});

const [, DOCUMENT_SLUG] = DOCUMENT.split('/');
const [, NAME_SLUG] = NAME.split('/');
for (const [page, query, heading] of [
  [DOCUMENT, `?view=read&read=${DOCUMENT_SLUG}`, 'article h1'],
  [NAME, `?view=entity&about=${NAME_SLUG}`, '.study h1'],
]) {
  journey(`a page and a query open the same state: ${page.split('/')[0]}`, async (reader) => {
    const shown = [];
    for (const address of [page, query]) {
      await reader.opens(address);
      shown.push([await reader.text(heading), await reader.page.title()]);
    }
    assert.deepEqual(shown[0], shown[1]);
  });
}

journey('a name with a page is looked at under its address, filtered or not, and so is the next one', async (reader) => {
  await reader.opens(`?view=entity&about=${NAME_SLUG}`);
  await reader.addressBecomes(new RegExp(`^${NAME}$`));
  await reader.clicks('[aria-labelledby=facet-year] .facet-include, [aria-labelledby=facet-outlet] .facet-include');
  await reader.addressBecomes(new RegExp(`^${NAME}\\?[a-z]+=`));
  await reader.opens(NAME);
  await reader.clicks('.study .names .name');
  await reader.addressBecomes(/^about\/[^/]+\/$|^\?view=entity&about=/);
  assert.ok(!(await reader.address()).startsWith(NAME));
  await reader.goesBack();
  await reader.addressBecomes(new RegExp(`^${NAME}$`));
});

journey('from a text the way leads to the page of a name', async (reader) => {
  await reader.opens(`${DOCUMENT}?about=${NAME_SLUG}`);
  await reader.clicks('.card .card-more');
  await reader.addressBecomes(new RegExp(`^${NAME}$`));
  await reader.seesA('.study .concordance');
});

journey('a name without a page is looked at under a query, and is shown in no page of others', async (reader) => {
  const slug = await nameWithoutPage(reader);
  await reader.opens(`?view=entity&about=${slug}`);
  await reader.seesA('.study .concordance');
  await new Promise((passed) => setTimeout(passed, 500));
  assert.equal(await reader.address(), `?view=entity&about=${slug}`);
  assert.equal(await reader.count('.study a[href*="embed/"]'), 0);
});

journey('every link of a page to a name leads to a page that is there', SCRIPTS_OFF, async (reader) => {
  for (const address of ['', DOCUMENT, NAME]) {
    await reader.page.goto(reader.site.address + address);
    const links = await reader.page.evaluate(() => [...document.querySelectorAll('a:not(.skip)')].map((link) => link.href));
    const names = links.map((link) => link.slice(reader.site.address.length)).filter((link) => link.startsWith('about/'));
    assert.ok(names.length > 0);
    assert.deepEqual(names.filter((name) => !NAMES.includes(name)), [], address);
  }
});

// Scrolls to a passage in the middle of what the host served, and says where it is from then on.
const readsOn = async (reader, address, passages) => {
  await reader.page.goto(reader.site.address + address, { waitUntil: 'domcontentloaded' });
  await reader.page.evaluate(() => document.fonts.ready.then(() => true));
  const middle = await reader.page.evaluate((selector) => {
    const all = [...document.querySelectorAll(selector)];
    const passage = all[Math.floor(all.length / 2)];
    scrollBy(0, passage.getBoundingClientRect().top);
    return all.indexOf(passage);
  }, passages);
  return () => reader.page.evaluate((selector, n) => document.querySelectorAll(selector)[n].getBoundingClientRect().top, passages, middle);
};

for (const [page, passages] of [[DOCUMENT, 'article > p'], [NAME, '.concordance > li']]) {
  for (const width of [390, 1440]) {
    journey(`the app takes the place of ${page.split('/')[0]}/… without moving what is read, at ${width} px`, { slow: /app.*\.wasm$/ }, async (reader) => {
      await reader.hasViewport(width);
      const top = await readsOn(reader, page, passages);
      const before = await top();
      assert.equal(await reader.count('[data-served]'), 1);
      reader.site.hurry();
      await reader.settles();
      await reader.seesA('.facets .facet-include');
      assert.ok(Math.abs((await top()) - before) <= 2, `moved from ${before} to ${await top()}`);
      assert.equal(await reader.address(), page);
    });
  }
}

// Also for whoever has not scrolled, whom nothing scrolls back.
journey('the lines about a name stay where they are when the app comes', { slow: /app.*\.wasm$/ }, async (reader) => {
  for (const width of [390, 820, 1440]) {
    await reader.hasViewport(width);
    await reader.page.goto(reader.site.address + NAME, { waitUntil: 'domcontentloaded' });
    await reader.page.evaluate(() => document.fonts.ready.then(() => true));
    const top = () => reader.page.evaluate(() => document.querySelector('.concordance').getBoundingClientRect().top);
    const before = await top();
    reader.site.hurry();
    await reader.settles();
    assert.ok(Math.abs((await top()) - before) <= 2, `at ${width} px: from ${before} to ${await top()}`);
  }
});
