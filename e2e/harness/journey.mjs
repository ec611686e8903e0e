// `journey(name, body)`: something a reader does, done once in each browser, in a window of its own
// with nothing remembered. It fails if the page fails on the way, or reaches out to another host.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { BROWSERS, launch } from './browsers.mjs';
import { watchElsewhere } from './elsewhere.mjs';
import { watchFaults } from './faults.mjs';
import { Reader } from './reader.mjs';
import { serve } from './server.mjs';

const E2E = join(dirname(fileURLToPath(import.meta.url)), '..');
export const DIST = process.env.DIST ?? join(E2E, '..', 'dist');

const TIMEOUT_MS = 180_000;
const DESK = { width: 1440, height: 900 };

// Options: `in`, the browsers, both by default; `dist`, another edition; `base`, the path it is
// served under; `fault`, what the host does wrong; `slow`, a pattern for what it sends only when
// told to hurry; `expects`, a pattern for faults of the page that the journey is about;
// `scripts: false`; `viewport`; `before(page)`, before anything loads.
export function journey(name, ...rest) {
  const body = rest.pop();
  const options = rest.pop() ?? {};
  for (const browser of options.in ?? BROWSERS) {
    test(`${browser}: ${name}`, { timeout: TIMEOUT_MS }, () => travel(browser, options, body));
  }
}

async function travel(name, options, body) {
  const { browser, elsewhere } = await started(name);
  const site = await serve(options.dist ?? DIST, options);
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport(options.viewport ?? DESK);
    if (options.scripts === false) await page.setJavaScriptEnabled(false);
    const faults = watchFaults(page);
    await options.before?.(page);
    elsewhere.take();
    await body(new Reader(page, site, name), context);
    assert.deepEqual(faults.filter((fault) => !options.expects?.test(fault)), []);
    assert.deepEqual(elsewhere.take(), [], 'hosts the page reached out to');
  } finally {
    await context.close();
    await site.close();
  }
}

// One process of each browser for all journeys of a file.
const running = new Map();

function started(name) {
  if (!running.has(name)) running.set(name, start(name));
  return running.get(name);
}

async function start(name) {
  const elsewhere = await watchElsewhere();
  try {
    return { elsewhere, browser: await launch(name, elsewhere) };
  } catch (error) {
    // A server that listens would keep the file from ending.
    await elsewhere.close();
    throw error;
  }
}

after(async () => {
  for (const starting of running.values()) {
    // One that did not start has failed its journeys already.
    const { browser, elsewhere } = await starting.catch(() => ({}));
    await browser?.close();
    await elsewhere?.close();
  }
});
