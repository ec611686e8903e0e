// The edition in one file: it opens from a disk, holds everything, and its links work.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
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
