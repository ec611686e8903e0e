// Opens the corpus of the search bench in an edition, as a reader's own files are opened there.
import { launch } from '../harness/browsers.mjs';
import { watchElsewhere } from '../harness/elsewhere.mjs';
import { serve } from '../harness/server.mjs';
import { imageOf, take } from './image.mjs';
import { documents } from './queries.mjs';

const MOST_DOCUMENTS = 20_000;

// A page of the edition in the folder `dist` with the speeches cut at paragraphs in place of its own
// documents; `module` is the folder of the engine as the bench has it. Gives the page, the documents,
// and what ends it all.
export async function opened(speeches, module, dist) {
  const elsewhere = await watchElsewhere();
  const browser = await launch('Chromium', elsewhere);
  const [modules, site] = [await serve(module), await serve(dist)];
  const all = documents(speeches, MOST_DOCUMENTS);
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  await page.setViewport({ width: 1440, height: 900 });
  await page.goto(site.address);
  await page.waitForFunction(() => !document.querySelector('[data-served], .skeleton, [aria-busy="true"]'));
  await page.evaluate(take, await imageOf(browser, modules, module, all));
  await page.evaluate(open);
  await page.waitForFunction((many) => document.body.innerText.includes(many), {}, all.length.toLocaleString('en'));
  const close = async () => {
    await browser.close();
    await Promise.all([modules.close(), site.close(), elsewhere.close()]);
  };
  return { page, all, close };
}

// Has the engine of the page open the image, and the page told of it.
function open() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((opened) => {
    port1.onmessage = () => {
      dispatchEvent(new Event('dossier-opened'));
      opened();
    };
    dossierPage.engine.postMessage(image, [port2]);
  });
}
