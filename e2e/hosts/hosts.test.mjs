// The edition below a path of real web servers, as a publisher would put it there.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { DIST, journey } from '../harness/journey.mjs';
import { isKept } from '../harness/kept.mjs';
import { NAMES } from '../harness/names.mjs';
import { lacks, start } from './web-servers.mjs';

const DOCUMENT = `read/${readdirSync(join(DIST, 'read'))[0]}/`;
const [NAME] = NAMES;

for (const name of ['nginx', 'Apache']) {
  const lack = lacks(name);
  if (lack) test(name, { skip: lack }, () => {});
  else travel(name, await start(name, DIST));
}

function travel(name, host) {
  after(() => host.close());
  const on = (what, options, body) =>
    journey(`${name}: ${what}`, options, (reader) => {
      reader.site = { ...reader.site, address: host.address };
      return body(reader);
    });

  on('pages, links and searches work below a path', {}, async (reader) => {
    await reader.opens();
    assert.ok((await reader.count('.entry')) > 0);
    await reader.clicks('.entry-title a');
    await reader.addressBecomes(/^read\//);
    await reader.opens(DOCUMENT);
    await reader.seesA('article h1');
    await reader.opens(NAME);
    await reader.seesA('.study .concordance');
    assert.equal(await reader.address(), NAME);
    await reader.clicks('.facet-include');
    await reader.addressBecomes(new RegExp(`^${NAME}\\?`));
    await reader.opens('?view=results&q=dutch');
    await reader.seesA('.result .hit');
  });

  on('the edition is kept for when there is no network', {}, async (reader) => {
    await reader.opens();
    await isKept(reader);
  });

  on('an address that leads nowhere shows the page that says so', { expects: /404/, in: ['Chromium'] }, async (reader) => {
    for (const nowhere of ['no-such-page', 'about/nobody/', 'embed/about/nobody/']) {
      await reader.page.goto(host.address + nowhere);
      await reader.sees('There is no such page');
    }
  });
}
