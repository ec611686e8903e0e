// Makes images of documents in the browser, by the engine as the bench has it.
import { join } from 'node:path';

// The image of the documents as Base64, made in a page of its own, so that what making it takes
// counts nowhere. `site` serves the folder `module`.
export async function imageOf(browser, site, module, all) {
  const page = await browser.newPage();
  page.setDefaultTimeout(600_000);
  await page.goto(`${site.address}bench.html`);
  await page.addScriptTag({ path: join(module, 'dossier_bench.js') });
  const image = await page.evaluate(async (documents) => {
    await wasm_bindgen('dossier_bench_bg.wasm');
    const bytes = wasm_bindgen.image(documents.map(({ id }) => id), documents.map(({ text }) => text));
    let text = '';
    for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096));
    return btoa(text);
  }, all);
  await page.close();
  return image;
}

// Runs in a page: has the image ready there as `image`.
export function take(image) {
  globalThis.image = Uint8Array.from(atob(image), (letter) => letter.charCodeAt(0));
}
