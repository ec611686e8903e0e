// Without a network: what was opened once stays, whole or not at all, and nothing changes under the
// reader's eyes.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { DIST, journey } from '../harness/journey.mjs';
import { damagesKept, isKept, kept } from '../harness/kept.mjs';
import { NAMES, nameWithoutPage } from '../harness/names.mjs';
import { until } from '../harness/until.mjs';
import { NEXT, comesTo, heavyBuild, nextBuild, showsTheNewer } from './next-build.mjs';

const DOCUMENT = `read/${readdirSync(join(DIST, 'read'))[0]}/`;

// A host that can be switched off, and can serve another build from one request to the next.
function host() {
  const state = { down: false, damaged: undefined };
  const fault = (path) => {
    if (state.down) return (request) => request.socket.destroy();
    if (state.damaged?.test(path)) return (_, response) => response.writeHead(200, { 'Content-Type': 'application/wasm' }).end('damaged');
    return undefined;
  };
  return { state, fault };
}

function offline(name, options, body) {
  const { state, fault } = host();
  journey(name, { fault, expects: /./, ...options }, (reader, context) => {
    Object.assign(state, { down: false, damaged: undefined });
    return body(reader, state, context);
  });
}

offline('the edition opens without a network, from its first page and from a document', {}, async (reader, state) => {
  await reader.opens();
  await isKept(reader);
  state.down = true;
  await reader.opens();
  assert.ok((await reader.count('.entry')) > 0);
  await reader.opens(DOCUMENT);
  await reader.seesA('article h1');
  await reader.opens(NAMES[0]);
  await reader.seesA('.study .concordance');
  await reader.opens('?view=results&q=dutch');
  await reader.seesA('.result .hit');
});

offline('an address without a page is shown by the app, which knows what it means', {}, async (reader, state) => {
  const slug = await nameWithoutPage(reader);
  await isKept(reader);
  state.down = true;
  await reader.opens(`about/${slug}/?lines=before`);
  await reader.seesA('.study .concordance');
  assert.equal(await reader.address(), `?lines=before&view=entity&about=${slug}`);
});

offline('below a path of a host it is kept just the same', { base: '/reports/bears/' }, async (reader, state) => {
  await reader.opens();
  await isKept(reader);
  const [name] = await kept(reader);
  assert.match(name, /^dossier \/reports\/bears\/ [0-9a-f]{16}$/);
  state.down = true;
  await reader.opens(DOCUMENT);
  await reader.seesA('article h1');
});

offline('what the host takes away later does not trouble who has opened it', {}, async (reader, state) => {
  await reader.opens();
  state.down = true;
  await reader.searches('diplomats');
  await reader.seesA('.result .hit');
});

offline('nothing is kept if one file comes damaged, and the page works all the same', {}, async (reader, state) => {
  state.damaged = /icon-512\.png$/;
  await reader.opens();
  await until('the attempt has failed', () =>
    reader.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return !registration?.installing && (await caches.keys()).length === 0;
    }),
  );
  assert.ok((await reader.count('.entry')) > 0);
});

offline('what is damaged in the cache is brought anew', {}, async (reader) => {
  await reader.opens();
  await isKept(reader);
  await damagesKept(reader, '.wasm');
  await reader.opens();
  assert.ok((await reader.count('.entry')) > 0);
});

offline('a cache that was wiped is no loss while there is a network', {}, async (reader) => {
  await reader.opens();
  await isKept(reader);
  await reader.page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await reader.opens();
  assert.ok((await reader.count('.entry')) > 0);
});

const folder = mkdtempSync(join(tmpdir(), 'dossier-'));
after(() => rmSync(folder, { recursive: true }));

const standing = mkdtempSync(join(folder, 'host-'));
cpSync(DIST, standing, { recursive: true });

offline('a newer edition is shown when the reader says so, and not before', { dist: standing, in: ['Chromium'] }, async (reader, _, context) => {
  await reader.opens();
  await isKept(reader);
  cpSync(nextBuild(folder), standing, { recursive: true });
  await reader.opens();
  await reader.seesA('#update:not([hidden])');
  assert.equal(await reader.count('.next-build'), 0);
  const other = await context.newPage();
  await other.goto(reader.site.address, { waitUntil: 'load' });
  assert.equal(await other.evaluate(() => document.querySelectorAll('.next-build').length), 0);
  await reader.page.bringToFront();
  await showsTheNewer(reader);
  const names = await kept(reader);
  assert.deepEqual(names, [`dossier / ${NEXT}`]);
});

const busy = mkdtempSync(join(folder, 'busy-'));
cpSync(DIST, busy, { recursive: true });

offline('the newer edition is shown also where the older one has something left to answer', { dist: busy, slow: /recogniser-.*\.js/, in: ['Chromium'] }, async (reader) => {
  await reader.opens();
  await isKept(reader);
  cpSync(nextBuild(folder), busy, { recursive: true });
  await reader.opens();
  await reader.page.evaluate(() => {
    const [name] = document.querySelector('meta[name=dossier]').dataset.recogniser.split(' ');
    fetch(name).catch(() => {});
    document.body.classList.add('first');
  });
  await reader.seesA('#update:not([hidden])');
  await reader.page.click('#update-show');
  await comesTo(reader, 'body:not(.first) #update:not([hidden])');
  reader.site.hurry();
  await comesTo(reader, '.next-build');
});

const heavy = heavyBuild(folder, 12);

offline('an edition that takes much room says how much, and is kept when the reader says so', { dist: heavy }, async (reader, state) => {
  await reader.opens();
  await reader.sees('keeps 12 MB', '#keep');
  assert.equal(await reader.page.evaluate(() => navigator.serviceWorker.getRegistration()), undefined);
  await reader.clicks('#keep button', 'Not now');
  await reader.seesNo('#keep');
  await reader.opens();
  await reader.seesNo('#keep');
  await reader.page.evaluate(() => sessionStorage.clear());
  await reader.opens();
  await reader.clicks('#keep button', 'Keep it');
  await isKept(reader);
  state.down = true;
  await reader.opens();
  assert.ok((await reader.count('.entry')) > 0);
});
