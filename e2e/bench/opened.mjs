// Opens a corpus in an edition, as a reader's own files are opened there.
import { take } from './image.mjs';

// A page of the edition that `site` serves, with the image in place of its own, of so many documents.
export async function opened(browser, site, image, documents) {
  const page = await browser.newPage();
  page.setDefaultTimeout(120_000);
  await page.setViewport({ width: 1440, height: 900 });
  await page.goto(site.address);
  await page.waitForFunction(() => !document.querySelector('[data-served], .skeleton, .is-late'));
  await page.evaluate(take, image);
  await page.evaluate(open);
  await page.waitForFunction((many) => document.body.innerText.includes(many), {}, documents.toLocaleString('en'));
  return page;
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
