// What can go wrong when a newer build comes, or an older one again, and where nothing more may be
// kept: what the reader has stays whole, and works.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { DIST, journey } from '../harness/journey.mjs';
import { isKept, kept } from '../harness/kept.mjs';
import { until } from '../harness/until.mjs';
import { NEXT, nextBuild, showsTheNewer } from '../offline/next-build.mjs';
import { ASSETS, FAULTS } from './host-faults.mjs';

const folder = mkdtempSync(join(tmpdir(), 'dossier-'));
after(() => rmSync(folder, { recursive: true }));

// A host whose build can be replaced by another while readers are there.
function host(name) {
  const dist = join(folder, name);
  const serves = (build) => {
    rmSync(dist, { recursive: true, force: true });
    cpSync(build, dist, { recursive: true });
  };
  serves(DIST);
  return { dist, serves };
}

// Looks for a newer build, and waits until it is kept or given up.
const looksForANewer = (reader) =>
  reader.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update().catch(() => {});
    const installing = registration.installing;
    if (!installing) return;
    await new Promise((settled) => {
      installing.addEventListener('statechange', settled, { once: true });
      if (installing.state !== 'installing') settled();
    });
  });

const works = async (reader) => {
  await reader.opens();
  assert.equal(await reader.page.evaluate(() => document.querySelector('#fault').hidden), true);
  await reader.opens('?view=results&q=dutch');
  await reader.seesA('.result .hit');
};

const SCRIPT = 'service-worker.js';
for (const [what, answer] of Object.entries(FAULTS)) {
  // What is never answered is answered at last, so that the attempt ends.
  const waiting = [];
  const state = { damages: undefined };
  const { dist, serves } = host(`update ${what}`);
  const fault = (path) => {
    const name = path.slice(1);
    if (name !== state.damages) return undefined;
    if (what !== 'never answered') return answer(name, readFileSync(join(dist, name)));
    return (request) => waiting.push(setTimeout(() => request.socket.destroy(), 1000));
  };
  journey(`an update of which a file is ${what} changes nothing, and comes whole the next time`, { dist, fault, expects: /./ }, async (reader) => {
    state.damages = undefined;
    serves(DIST);
    await reader.opens();
    await isKept(reader);
    const before = await kept(reader);
    serves(nextBuild(folder));
    const script = what === 'damaged in one byte' ? [] : [SCRIPT];
    for (const asset of [...ASSETS, ...script]) {
      state.damages = asset;
      await looksForANewer(reader);
      await until(`${asset}: nothing of the update is left`, async () => String(await kept(reader)) === String(before));
      assert.equal(await reader.page.evaluate(() => document.querySelector('#update').hidden), true, asset);
    }
    await works(reader);
    state.damages = undefined;
    await reader.opens();
    await showsTheNewer(reader);
    assert.deepEqual(await kept(reader), [`dossier / ${NEXT}`]);
  });
}

const rolledBack = host('rolled back');
journey('a publisher who goes back to the older build brings readers back to it', { dist: rolledBack.dist, expects: /./ }, async (reader) => {
  rolledBack.serves(nextBuild(folder));
  await reader.opens();
  await isKept(reader);
  await reader.seesA('.next-build');
  rolledBack.serves(DIST);
  await reader.opens();
  await showsTheNewer(reader, 'body:not(:has(.next-build)) #main');
  assert.doesNotMatch(String(await kept(reader)), new RegExp(NEXT));
  await works(reader);
});

const twoBuilds = host('two builds');
journey('of two windows, one goes on with the older build while the other shows the newer', { dist: twoBuilds.dist, expects: /./ }, async (reader, context) => {
  twoBuilds.serves(DIST);
  await reader.opens();
  await isKept(reader);
  twoBuilds.serves(nextBuild(folder));
  await reader.opens();
  const older = reader.page;
  reader.page = await context.newPage();
  await reader.opens();
  await showsTheNewer(reader);
  reader.page = older;
  await older.bringToFront();
  await reader.searches('diplomats');
  await reader.seesA('.result .hit');
  assert.equal(await reader.count('.next-build'), 0);
});

// Bytes that a host's pages may keep.
const allows = async (reader, bytes) => {
  const devtools = await reader.page.createCDPSession();
  const { origin } = new URL(reader.site.address);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: bytes });
};

journey('where there is no room, nothing is kept by halves, and the page works all the same', { in: ['Chromium'], expects: /./ }, async (reader) => {
  await allows(reader, 40_000);
  await reader.opens();
  await until('the attempt has failed', () =>
    reader.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return !registration?.installing && !registration?.active && (await caches.keys()).length === 0;
    }),
  );
  await works(reader);
});

const cramped = host('cramped');
journey('where there is no room for an update, what is kept stays, and opens without a network', { dist: cramped.dist, in: ['Chromium'], fault: () => cramped.isDown && ((request) => request.socket.destroy()), expects: /./ }, async (reader) => {
  await reader.opens();
  await isKept(reader);
  const before = await kept(reader);
  const { usage } = await reader.page.evaluate(() => navigator.storage.estimate());
  await allows(reader, usage + 40_000);
  cramped.serves(nextBuild(folder));
  await looksForANewer(reader);
  await until('nothing of the update is left', async () => String(await kept(reader)) === String(before));
  cramped.isDown = true;
  await works(reader);
});

journey('where no setting can be kept, it holds for as long as the page is open', {}, async (reader) => {
  await reader.opens();
  await reader.page.evaluate(() => {
    for (let length = 1 << 22; length >= 1; length /= 2) {
      try {
        for (let n = 0; ; n += 1) localStorage.setItem(`full ${length} ${n}`, 'x'.repeat(length));
      } catch {
        // Half as much may still find room.
      }
    }
  });
  await reader.clicks('.tool', 'Theme: as the system has it');
  await until('the theme is light', () => reader.page.evaluate(() => document.documentElement.dataset.theme === 'light'));
  await works(reader);
});
