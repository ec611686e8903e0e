// Search: results as one types, hits marked where they stand.
import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';

journey('results come while the reader types, with the hits marked', async (reader) => {
  await reader.opens();
  await reader.searches('diplomats');
  await reader.seesA('.result .hit');
  for (const hit of await reader.texts('.result .hit')) assert.match(hit, /^diplomats$/i);
  await reader.addressBecomes(/q=diplomats/);
});

journey('a snippet leads to the hit in the text, and keys step from hit to hit', async (reader) => {
  await reader.opens('?view=results&q=hacking');
  await reader.clicks('.snippet a');
  await reader.seesA('article .hit.is-current');
  const hits = await reader.count('article .hit');
  assert.ok(hits > 0);
  const before = await reader.page.evaluate(() => document.querySelector('.hit.is-current').id);
  await reader.presses('n');
  const after = await reader.page.evaluate(() => document.querySelector('.hit.is-current').id);
  assert.equal(after === before, hits === 1);
});

journey('a search finds words however they are cased', async (reader) => {
  await reader.opens('?view=results&q=DUTCH');
  const upper = await reader.text('.results-head');
  await reader.opens('?view=results&q=dutch');
  assert.equal((await reader.text('.results-head')).toLowerCase(), upper.toLowerCase());
  assert.equal(await reader.count('.result'), 3);
});

journey('a search that finds nothing says what could be done', async (reader) => {
  await reader.opens('?view=results&q=qwertyuiop');
  await reader.sees('Nothing was found');
  await reader.clicks('.nothing a', 'Clear the search');
  assert.equal(await reader.count('.result'), 5);
});

journey('a search and a filter narrow the same list', async (reader) => {
  await reader.opens('?view=results&q=dutch');
  const all = await reader.count('.result');
  await reader.clicks('[aria-labelledby=facet-document] .facet-exclude');
  assert.ok((await reader.count('.result')) <= all);
  assert.equal(await reader.count('.chip'), 2);
});
