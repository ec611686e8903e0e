// The edition in one file: it opens from a disk, holds everything, and its links work.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DIST, journey } from '../harness/journey.mjs';
import { until } from '../harness/until.mjs';

// Alone in a folder, as after it was sent by mail.
const folder = mkdtempSync(join(tmpdir(), 'dossier-'));
const file = join(folder, 'dossier.html');
copyFileSync(join(DIST, 'dossier.html'), file);
after(() => rmSync(folder, { recursive: true }));

const opens = async (reader, address = '') => {
  await reader.page.goto('about:blank');
  await reader.page.goto(pathToFileURL(file).href + address, { waitUntil: 'load' });
};

journey('one file, opened from a disk, shows, finds and filters like the edition it was made of', async (reader) => {
  await opens(reader);
  await reader.settles();
  assert.ok((await reader.count('.entry')) > 0);
  await reader.searches('diplomats');
  await reader.seesA('.result .hit');
  await until('the address follows', () =>
    reader.page.evaluate(() => location.hash === '#view=results&q=diplomats'),
  );
});

journey('links into one file stand in its fragment and restore what they say', async (reader) => {
  await opens(reader, '#view=results&q=dutch');
  await reader.settles();
  await reader.clicks('.result-link');
  await reader.seesA('article .hit');
  await new Promise((passed) => setTimeout(passed, 500));
  const [address, title] = await reader.page.evaluate(() => [location.hash, document.title]);
  assert.match(address, /read=/);
  await opens(reader, address);
  await reader.settles();
  assert.equal(await reader.page.title(), title);
  await reader.seesA('article .hit');
});

journey('where workers are impossible, one file answers all the same', { before: (page) => page.evaluateOnNewDocument(() => delete globalThis.Worker) }, async (reader) => {
  await opens(reader, '#view=results&q=dutch');
  await reader.settles();
  await reader.seesA('.result .hit');
});

journey('with scripts off one file holds the full text, and its links lead to it', { scripts: false, in: ['Chromium'] }, async (reader) => {
  await opens(reader);
  const documents = await reader.count('.entry');
  assert.equal(await reader.count('article h1'), documents);
  await reader.page.click('.entry-link');
  assert.ok((await reader.page.evaluate(() => scrollY)) > 0);
});

journey('one file says what it was made of, each file with its hash', async (reader) => {
  await opens(reader);
  await reader.settles();
  await reader.page.evaluate(() => document.querySelector('.colophon summary').click());
  const hashes = await reader.texts('.colophon dd');
  assert.ok(hashes.length > 0 && hashes.every((hash) => /^[0-9a-f]{64}$/.test(hash)));
});

// Catches the copy that the page would save; scripts of workers are made the same way, and are let be.
const catchesCopies = (page) =>
  page.evaluateOnNewDocument(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      if (blob.type !== 'text/html') return make(blob);
      blob.text().then((text) => (globalThis.copy = text));
      return 'blob:copy';
    };
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function follow() {
      if (this.href !== 'blob:copy') click.call(this);
    };
  });

// Each in a file of its own: a browser reads it when it likes.
let files = 0;
const decides = async (reader, decision) => {
  const written = join(folder, `${(files += 1)}.toml`);
  writeFileSync(written, `[[decision]]\n${decision}\n`);
  await reader.seesA('.file input');
  await (await reader.page.$('.file input')).uploadFile(written);
};
const opensCopy = async (reader, copy) => {
  writeFileSync(file, copy);
  await opens(reader, '#view=review');
};
const savesCopy = async (reader) => {
  await reader.clicks('.yours button', 'Save a copy with them');
  return until('a copy', () => reader.page.evaluate(() => globalThis.copy));
};

// What a careless writer of pages would trip over.
const NOTE = String.raw`note = "</script><!-- \"quoted\" & $& 'plain' \\ 'ночь' 💧"`;

journey('what is decided in one file is in its copy, through twenty copies of copies', { before: catchesCopies }, async (reader) => {
  copyFileSync(join(DIST, 'dossier.html'), file);
  await opens(reader, '#view=review');
  await decides(reader, `hide = "group: Cozy Bear"\n${NOTE}`);
  for (let generation = 1; generation <= 20; generation += 1) {
    await decides(reader, `hide = "person: Nobody ${generation}"`);
    await reader.sees(`${generation + 1} decisions of yours`, '.review');
    await opensCopy(reader, await savesCopy(reader));
    await reader.sees(`${generation + 1} decisions of yours`, '.review');
  }
  const read = await reader.page.evaluate(() => decodeURIComponent(document.querySelector('.yours a[download]').href));
  assert.ok(read.includes(NOTE), read.slice(0, 300));
  assert.deepEqual(await reader.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('decisions'))), []);
  await opens(reader, '#view=entity&about=cozy-bear');
  await reader.seesA('.gone');
});

journey('a copy that was decided in no further is the same file', { before: catchesCopies }, async (reader) => {
  copyFileSync(join(DIST, 'dossier.html'), file);
  await opens(reader, '#view=review');
  await decides(reader, 'hide = "group: Cozy Bear"');
  const first = await savesCopy(reader);
  await opensCopy(reader, first);
  assert.equal(await savesCopy(reader), first);
});

// Whether the browser would ask before it closes the page.
const wouldAsk = (reader) =>
  reader.page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));

journey('whoever closes one file with decisions that are in no copy is asked first', { before: catchesCopies }, async (reader) => {
  copyFileSync(join(DIST, 'dossier.html'), file);
  await opens(reader, '#view=review');
  await reader.seesA('.file input');
  assert.equal(await wouldAsk(reader), false);
  await decides(reader, 'hide = "group: Cozy Bear"');
  await reader.sees('1 decision of yours', '.review');
  assert.equal(await wouldAsk(reader), true);
  await savesCopy(reader);
  assert.equal(await wouldAsk(reader), false);
});

journey('one file that was cut short is read as far as it goes, and says so', async (reader) => {
  const whole = readFileSync(join(DIST, 'dossier.html'));
  for (let tenth = 1; tenth < 10; tenth += 1) {
    writeFileSync(file, whole.subarray(0, (whole.length * tenth) / 10));
    await opens(reader);
    await reader.seesA('#app h1');
    const programs = await reader.count('#engine-program');
    if (programs > 0) await reader.sees('This file did not arrive whole', '#fault');
  }
});
