// What a host can do wrong with each file of the edition, on a reader's first visit: the text can be
// read in every case, and one reload with a host in order makes everything work.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DIST, journey } from '../harness/journey.mjs';
import { Reader } from '../harness/reader.mjs';
import { ASSETS, FAULTS, typeOf } from './host-faults.mjs';

const DOCUMENT = `read/${readdirSync(join(DIST, 'read'))[0]}/`;

for (const [what, answer] of Object.entries(FAULTS)) {
  const host = { damages: undefined };
  const fault = (path) => {
    const name = path.slice(1);
    return name === host.damages && answer(name, readFileSync(join(DIST, name)));
  };
  journey(`a file that is ${what} leaves the text readable, and a reload mends all`, { fault, expects: /./ }, async (reader, context) => {
    for (const asset of ASSETS) {
      const fresh = await context.browser().createBrowserContext();
      try {
        const page = await fresh.newPage();
        const visitor = new Reader(page, reader.site, reader.browser);
        host.damages = asset;
        await page.goto(reader.site.address + DOCUMENT, { waitUntil: 'domcontentloaded' });
        await new Promise((passed) => setTimeout(passed, 1500));
        const text = await visitor.text('article');
        assert.ok(text.length > 500, `${asset}: ${text.length} characters can be read`);
        host.damages = undefined;
        await page.reload({ waitUntil: 'load' });
        // Chromium waits up to twenty seconds for another request for the same file to end.
        await visitor.settles().catch(() => visitor.settles());
        await visitor.seesA('.facets .facet-include');
        assert.equal(await page.evaluate(() => document.querySelector('#fault').hidden), true, `${asset}: a notice stays`);
      } finally {
        await fresh.close();
      }
    }
  });
}

const once = { path: undefined };
journey(
  'a file that is damaged once is brought again, and the reader notices nothing',
  {
    expects: /./,
    fault: (path) => {
      if (path.slice(1) !== once.path) return undefined;
      once.path = undefined;
      return (_, response) => response.writeHead(200, { 'Content-Type': typeOf(path) }).end('damaged');
    },
  },
  async (reader, context) => {
    for (const asset of ASSETS) {
      const fresh = await context.browser().createBrowserContext();
      try {
        const visitor = new Reader(await fresh.newPage(), reader.site, reader.browser);
        once.path = asset;
        await visitor.opens();
        assert.ok((await visitor.count('.entry')) > 0);
        await visitor.seesA('.facets .facet-include');
      } finally {
        await fresh.close();
      }
    }
  },
);

journey(
  'a host that sends WebAssembly as something else is no hindrance',
  {
    fault: (path) =>
      path.endsWith('.wasm') &&
      ((_, response) =>
        response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(readFileSync(join(DIST, path)))),
  },
  async (reader) => {
    await reader.opens();
    assert.ok((await reader.count('.entry')) > 0);
  },
);

journey(
  'without WebAssembly the text can be read, and the page says what is missing',
  { before: (page) => page.evaluateOnNewDocument(() => delete globalThis.WebAssembly), expects: /./ },
  async (reader) => {
    await reader.page.goto(reader.site.address + DOCUMENT);
    await reader.seesA('#fault:not([hidden])');
    assert.match(await reader.page.evaluate(() => document.querySelector('#fault').textContent), /WebAssembly/);
    assert.ok((await reader.text('article')).length > 500);
  },
);

const gone = new Set();

// Two builds on one host: the window that is open goes on with what it has loaded.
journey('a window that stays open outlives the next build', { expects: /./, fault: (path) => gone.has(path.slice(1)) && ((_, response) => response.writeHead(404).end()) }, async (reader) => {
  await reader.opens();
  for (const asset of ASSETS) gone.add(asset);
  await reader.searches('diplomats');
  await reader.seesA('.result .hit');
  gone.clear();
});
