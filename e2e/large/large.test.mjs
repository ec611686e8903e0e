// A corpus that is too large for the engine's module lies beside it: everything is there all the
// same, without a network too, and a damaged file does no harm.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { journey } from '../harness/journey.mjs';
import { damagesKept, isKept } from '../harness/kept.mjs';
import { Reader } from '../harness/reader.mjs';

// The edition of what `write-seeds.mjs` writes.
const dist = process.env.LARGE_DIST;

const CORPUS = /^\/corpus-[0-9a-f]+\.image$/;
const WHOLE = '100 documents';
const READ = 'read/report-042/';

// What the host does with requests for the corpus: nothing wrong, if it is nothing.
function large(name, options, body) {
  const host = { answer: undefined, asked: 0, down: false };
  const fault = (path) => {
    if (host.down) return (request) => request.socket.destroy();
    if (!CORPUS.test(path)) return undefined;
    host.asked += 1;
    return host.answer?.();
  };
  journey(name, { dist, fault, expects: /./, ...options }, (reader, context) => {
    Object.assign(host, { answer: undefined, asked: 0, down: false });
    return body(reader, host, context);
  });
}

const damaged = () => (_, response) => response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end('damaged');

const finds = async (reader) => {
  await reader.searches('Faraday');
  await reader.seesA('.result .hit');
};

if (dist) {
  const size = (start) => readFileSync(join(dist, readdirSync(dist).find((name) => name.startsWith(start) && !/\.(br|gz|js)$/.test(name)))).length;
  assert.ok(size('corpus-') > 1e6, 'the corpus is a file');

  large('a large dossier is found in and read like any other', {}, async (reader, host) => {
    await reader.opens();
    await reader.sees(WHOLE);
    await finds(reader);
    await reader.clicks('.result-link');
    await reader.seesA('article .hit');
    await reader.seesA('article mark');
    assert.ok(host.asked > 0);
  });

  large('after one visit it opens without a network', {}, async (reader, host) => {
    await reader.opens();
    await isKept(reader);
    host.down = true;
    await reader.opens(READ);
    await reader.seesA('article mark');
    await finds(reader);
  });

  large('if it comes damaged once, it is brought again, and the reader notices nothing', {}, async (reader, host) => {
    host.answer = () => {
      host.answer = undefined;
      return damaged();
    };
    await reader.opens();
    await finds(reader);
    assert.ok(host.asked > 1);
  });

  large('if it always comes damaged, the text can be read, it is said, and a reload mends all', {}, async (reader, host, context) => {
    host.answer = damaged;
    const page = await context.newPage();
    const visitor = new Reader(page, reader.site, reader.browser);
    await page.goto(reader.site.address + READ, { waitUntil: 'load' });
    await visitor.seesA('#fault:not([hidden])');
    assert.ok((await visitor.text('article')).length > 500);
    host.answer = undefined;
    await page.reload({ waitUntil: 'load' });
    await visitor.settles();
    await visitor.seesA('article mark');
    await visitor.seesNo('#fault:not([hidden])');
  });

  large('what is damaged in the cache is brought anew', {}, async (reader) => {
    await reader.opens();
    await isKept(reader);
    await damagesKept(reader, '.image');
    await reader.opens();
    await finds(reader);
  });

  large('documents of a reader are opened beside it, and closed again', {}, async (reader) => {
    await reader.opens();
    await reader.clicks('.tool', 'Open your own documents');
    const field = await reader.element('.intake-paste textarea');
    await field.type('Grace Hopper wrote to Ada Lovelace about the crane in the harbour of Rotterdam.');
    await reader.clicks('.intake button', 'Open the text');
    await reader.sees('1 document of yours', '.own');
    await reader.sees('101 documents');
    await reader.clicks('.own button', 'Close mine');
    await reader.seesNo('.own');
    await reader.sees(WHOLE);
    await finds(reader);
  });

  const folder = mkdtempSync(join(tmpdir(), 'dossier-'));
  after(() => rmSync(folder, { recursive: true }));

  journey('it is one file all the same', { dist }, async (reader) => {
    const file = join(folder, 'dossier.html');
    copyFileSync(join(dist, 'dossier.html'), file);
    await reader.page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
    await reader.settles();
    await finds(reader);
  });

  large('where workers are impossible it is opened in the page', { before: (page) => page.evaluateOnNewDocument(() => delete globalThis.Worker) }, async (reader) => {
    await reader.opens();
    await finds(reader);
  });
}
