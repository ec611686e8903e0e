// When something fails: never a blank page, always a plain sentence.
import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';

// What the host sends in place of files: half of one, nonsense, nothing.
const broken = (pattern) => (path) =>
  pattern.test(path) &&
  ((_, response) => response.writeHead(200, { 'Content-Type': 'application/wasm' }).end('not wasm'));
const missing = (pattern) => (path) =>
  pattern.test(path) && ((_, response) => response.writeHead(404).end());

const noticeIsThere = async (reader) => {
  await reader.seesA('#fault:not([hidden])');
  await reader.sees('Reload the page', '#fault');
};

journey('with scripts off the page says what it is and what it needs', { scripts: false, in: ['Chromium'], expects: /\.js $/ }, async (reader) => {
  await reader.page.goto(reader.site.address);
  assert.ok((await reader.text('h1')).length > 3);
  await reader.sees('JavaScript');
});

journey('a program that does not arrive whole leaves a notice and a reload', { fault: broken(/app.*\.wasm$/), expects: /./ }, async (reader) => {
  await reader.page.goto(reader.site.address);
  await noticeIsThere(reader);
});

journey('a program that does not arrive at all leaves a notice and a reload', { fault: missing(/app.*\.(js|wasm)$/), expects: /./ }, async (reader) => {
  await reader.page.goto(reader.site.address);
  await noticeIsThere(reader);
});

journey('a panic leaves a notice and a reload, and the address says where the reader was', { expects: /./ }, async (reader) => {
  await reader.opens('?view=results&q=dutch');
  // As if an extension had got in the way: the page's next new element cannot be put in place.
  await reader.page.evaluate(() => {
    Node.prototype.insertBefore = Node.prototype.appendChild = () => {
      throw new Error('out of order');
    };
  });
  await reader.page.evaluate(() => document.querySelector('.views a:last-child').click());
  await noticeIsThere(reader);
  await reader.sees('Something went wrong', '#fault');
  const reloaded = reader.page.waitForNavigation();
  await (await reader.element('#fault button')).click();
  await reloaded;
  await reader.settles();
  await reader.seesA('.result .hit');
});

journey(
  'where workers are impossible, everything works all the same',
  { before: (page) => page.evaluateOnNewDocument(() => delete globalThis.Worker) },
  async (reader) => {
    await reader.opens();
    assert.equal(await reader.count('.entry'), 5);
    await reader.searches('diplomats');
    await reader.seesA('.result .hit');
  },
);

journey('an engine that does not arrive is told, and the page stays', { fault: missing(/engine.*\.wasm$/), expects: /./ }, async (reader) => {
  await reader.page.goto(reader.site.address);
  await reader.seesA('[role=alert]:not([hidden])');
  await reader.sees('Reload the page');
});

journey(
  'a browser that keeps nothing for pages shows the page all the same',
  {
    in: ['Chromium'],
    before: (page) =>
      page.evaluateOnNewDocument(() =>
        Object.defineProperty(globalThis, 'localStorage', {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        }),
      ),
  },
  async (reader) => {
    await reader.opens();
    assert.equal(await reader.count('.entry'), 5);
  },
);
