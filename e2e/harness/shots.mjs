// Pictures of every view at every width, light and dark, into a folder: to look at, not to compare.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './browsers.mjs';
import { watchElsewhere } from './elsewhere.mjs';
import { Reader } from './reader.mjs';
import { serve } from './server.mjs';
import { SCHEMES, WIDTHS, views } from './views.mjs';

const [dist, folder] = process.argv.slice(2);
const HEIGHTS = { 390: 844, 820: 1180, 1440: 900 };

mkdirSync(folder, { recursive: true });
const elsewhere = await watchElsewhere();
const browser = await launch('Chromium', elsewhere, ['--hide-scrollbars']);
const site = await serve(dist);
const reader = new Reader(await browser.newPage(), site, 'Chromium');

for (const [name, address] of Object.entries(await views(reader))) {
  for (const width of WIDTHS) {
    for (const scheme of SCHEMES) {
      await reader.hasViewport(width, HEIGHTS[width]);
      await reader.prefers(scheme);
      await reader.opens(address);
      await reader.page.evaluate(() => document.fonts.ready.then(() => true));
      await reader.page.screenshot({ path: join(folder, `${name}-${width}-${scheme}.png`) });
    }
  }
  console.log(`   ${name}`);
}

await browser.close();
await site.close();
await elsewhere.close();
