// Every view, light and dark, on a phone and on a desk, against axe-core: no violation at all.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { journey } from '../harness/journey.mjs';
import { SCHEMES, views } from '../harness/views.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SIZES = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];

async function violations(reader) {
  await reader.page.evaluate(AXE);
  return reader.page.evaluate(async () => {
    // Colours are those of what has come to rest.
    await Promise.allSettled(document.getAnimations().map((moving) => moving.finished));
    const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}`),
    );
  });
}

for (const scheme of SCHEMES) {
  for (const viewport of SIZES) {
    journey(
      `every view is accessible at ${viewport.width} px, ${scheme}`,
      { viewport, in: ['Chromium'] },
      async (reader) => {
        await reader.prefers(scheme);
        const found = [];
        for (const [name, address] of Object.entries(await views(reader))) {
          await reader.opens(address);
          found.push(...(await violations(reader)).map((violation) => `${name}: ${violation}`));
        }
        assert.deepEqual(found, []);
      },
    );
  }
}

journey('the help is accessible', { in: ['Chromium'] }, async (reader) => {
  await reader.opens();
  await reader.presses('?');
  await reader.seesA('dialog[open]');
  assert.deepEqual(await violations(reader), []);
});

journey('suggestions are accessible', { in: ['Chromium'] }, async (reader) => {
  await reader.opens();
  await reader.searches('dut');
  await reader.seesA('#suggestions [role=option]');
  await reader.presses('ArrowDown');
  assert.deepEqual(await violations(reader), []);
});
