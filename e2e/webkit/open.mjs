// Opens the edition in WebKitGTK, served and in one file, and does there what readers do first. By
// hand, with what Debian has (packages webkit2gtk-driver and xvfb): xvfb-run node e2e/webkit/open.mjs
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serve } from '../harness/server.mjs';
import { until } from '../harness/until.mjs';

const DIST = process.env.DIST ?? join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'dist');
const BROWSER = process.env.MINIBROWSER ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
const PORT = 4555;

const WITHOUT_GRAPHICS = {
  LIBGL_ALWAYS_SOFTWARE: '1',
  WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
};

// A command of WebDriver (W3C).
async function command(method, path, body) {
  const response = await fetch(`http://127.0.0.1:${PORT}${path}`, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (value?.error) throw new Error(`${path}: ${value.error}: ${value.message}`);
  return value;
}

async function goesThrough(session, root, mark) {
  const opens = async (address) => {
    await command('POST', `${session}/url`, { url: 'about:blank' });
    await command('POST', `${session}/url`, { url: address });
  };
  const evaluate = (script) => command('POST', `${session}/execute/sync`, { script: `return ${script}`, args: [] });
  const sees = (what, script) => until(what, () => evaluate(script));
  const APP = `!document.querySelector('[data-served], .skeleton')`;
  await opens(root);
  await sees('the overview', `document.querySelector('.entry') && ${APP}`);
  await opens(`${root}${mark}view=results&q=dutch`);
  await sees('what was found', `document.querySelector('.result .hit') && ${APP}`);
  await evaluate(`document.querySelector('.result-link').click()`);
  await sees('a document', `document.querySelector('#text article .mention[data-entity]') !== null`);
  await sees('its address', `location.href.includes('read')`);
  await evaluate(`document.querySelector('#text article .mention[data-entity]').click()`);
  await sees('a card', `document.querySelector('.card :is(h2, h3)') !== null`);
  await sees('no notice', `document.querySelector('#fault').hidden`);
}

const driver = spawn('WebKitWebDriver', [`--port=${PORT}`], { env: { ...process.env, ...WITHOUT_GRAPHICS } });
const site = await serve(DIST);
let session;
try {
  await until('the driver listens', () => command('GET', '/status').catch(() => false));
  const options = { 'webkitgtk:browserOptions': { binary: BROWSER, args: ['--automation'] } };
  const opened = await command('POST', '/session', { capabilities: { alwaysMatch: options } });
  session = `/session/${opened.sessionId}`;
  await goesThrough(session, site.address, '?');
  await goesThrough(session, pathToFileURL(join(DIST, 'dossier.html')).href, '#');
  console.log(`WebKitGTK ${opened.capabilities.browserVersion}: served and in one file, all is there.`);
} finally {
  if (session) await command('DELETE', session).catch(() => {});
  driver.kill();
  await site.close();
}
