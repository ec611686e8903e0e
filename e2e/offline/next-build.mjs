// The same edition with another first page, and a service worker that knows.
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST } from '../harness/journey.mjs';
import { until } from '../harness/until.mjs';

export const NEXT = '00000000000000ff';

// As its publisher's next build would have it, in a folder of its own within `folder`.
export function nextBuild(folder) {
  return built(folder, (page) => page.replace(/<div (id="update"|class="?update"?)/, '<p class="next-build"></p><div $1'));
}

// Has the reader ask for the newer edition, and waits until a page is there that only it has.
export async function showsTheNewer(reader, itsPage = '.next-build') {
  await reader.seesA('#update:not([hidden])');
  await reader.page.click('#update-show');
  await comesTo(reader, itsPage);
}

// Waits for a page that has such a part. Until then the page may be loaded more than once, and what is
// asked of it be left without an answer.
export async function comesTo(reader, part) {
  const isThere = (selector) => document.querySelector(selector) !== null;
  await until(`a page with ${part}`, () => reader.page.evaluate(isThere, part).catch(() => false));
  await reader.settles();
}

// As if it took so many megabytes.
export function heavyBuild(folder, megabytes) {
  return built(folder, (page) => page.replace(/data-keeps(="")?/, `data-keeps="${megabytes}"`));
}

function built(folder, change) {
  const dist = mkdtempSync(join(folder, 'next-'));
  cpSync(DIST, dist, { recursive: true });
  const read = (name) => readFileSync(join(dist, name), 'utf8');
  const page = change(read('index.html'));
  writeFileSync(join(dist, 'index.html'), page);
  const digest = createHash('sha256').update(page).digest('base64');
  const worker = read('service-worker.js')
    .replace(/"":"sha256-[^"]*"/, `"":"sha256-${digest}"`)
    .replace(/build: "[^"]*"/, `build: "${NEXT}"`);
  writeFileSync(join(dist, 'service-worker.js'), worker);
  return dist;
}
