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

journey('what is typed goes on as the reader chooses, by keys alone', async (reader) => {
  await reader.opens();
  await reader.searches('dut');
  await reader.seesA('#suggestions [role=option]');
  await reader.presses('ArrowDown');
  const [first] = await reader.texts('#suggestions [aria-selected=true] bdi');
  assert.ok(first.toLowerCase().includes('dut'), first);
  assert.equal(
    await reader.page.evaluate(() => document.activeElement.getAttribute('aria-activedescendant')),
    'suggestion-0',
  );
  await reader.presses('Enter');
  await reader.seesNo('#suggestions:not([hidden])');
  assert.ok((await reader.count('.result')) > 0);
  assert.equal((await reader.focused()).id, 'search');
});

journey('who speaks is asked for by name, and what they say is marked', async (reader) => {
  await reader.opens();
  await reader.searches('speaker:put');
  await reader.seesA('#suggestions [role=option]');
  await reader.presses('ArrowDown');
  assert.deepEqual(await reader.texts('#suggestions [aria-selected=true] bdi'), ['Vladimir Putin']);
  await reader.presses('Enter');
  await reader.addressBecomes(/q=speaker(:|%3A)vladimir-putin/);
  assert.equal(await reader.count('.result'), 1);
  assert.match((await reader.texts('.result .hit')).join(' '), /^the Democratic Party hack was/);
  await reader.clicks('.snippet a');
  await reader.seesA('article .hit.is-current');
});

journey('suggestions go away with Escape and what was typed stays', async (reader) => {
  await reader.opens();
  await reader.searches('dut');
  await reader.seesA('#suggestions [role=option]');
  await reader.presses('Escape');
  await reader.seesNo('#suggestions:not([hidden])');
  await reader.addressBecomes(/q=dut/);
});

journey('a misspelt word is set right with one click', async (reader) => {
  await reader.opens('?view=results&q=inteligence%20');
  await reader.clicks('.nothing .meant');
  assert.ok((await reader.count('.result')) > 0);
  await reader.addressBecomes(/q=intelligence/);
});

journey('what a query says wrong is shown at its place, and the rest is searched', async (reader) => {
  await reader.opens('?view=results&q=dutch+kind:nonsense');
  await reader.seesA('.notices .wrong');
  assert.ok((await reader.count('.result')) > 0);
});

journey('results come in the order the reader asks for', async (reader) => {
  await reader.opens('?view=results&q=the');
  await reader.page.select('.result-tools [aria-label^=Order]', 'By title');
  await reader.settles();
  await reader.addressBecomes(/sort=title/);
  // Also of those below the window, which are not laid out.
  const titles = await reader.page.$$eval('.result-title', (all) => all.map((title) => title.textContent));
  assert.equal(titles.length, 5);
  assert.deepEqual(titles, [...titles].sort((a, b) => a.localeCompare(b, 'en')));
});

journey('what is found is listed by passage, which keys and links lead to', async (reader) => {
  await reader.opens('?view=results&q=dutch+hack');
  const documents = await reader.count('.result');
  const head = await reader.text('.results-head');
  await reader.page.select('.result-tools [aria-label="What is listed"]', 'Passages');
  await reader.settles();
  await reader.addressBecomes(/list=passages/);
  assert.ok((await reader.count('.result')) > documents);
  assert.equal(await reader.text('.results-head'), head);
  assert.equal(await reader.count('.result:not(:has(.hit))'), 0);
  const hits = await reader.page.evaluate(
    () => document.querySelector('.result').querySelectorAll('.hit').length,
  );
  assert.ok(hits > 1, 'what stands together comes first');
  await reader.presses('j');
  await reader.presses('j');
  await reader.presses('k');
  const link = await reader.page.evaluate(() => document.activeElement.href);
  await reader.presses('Enter');
  await reader.seesA('article .hit.is-current');
  assert.match(link, /[?&]at=\d+/);
});

journey('a list that does not exist is told, and documents are listed', async (reader) => {
  await reader.opens('?view=results&q=dutch&list=dragons');
  await reader.sees('no list of “dragons”');
  assert.equal(await reader.count('.result'), 3);
});

journey('the list is taken along as a table', { in: ['Chromium'] }, async (reader) => {
  await reader.opens('?view=results&q=dutch');
  await reader.page.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      globalThis.taken = blob.text();
      return make(blob);
    };
  });
  await reader.clicks('.result-tools button', 'Save as CSV');
  const table = await reader.page.evaluate(() => globalThis.taken);
  const lines = table.trim().split('\r\n');
  assert.equal(lines.length, 1 + (await reader.count('.result')));
  assert.match(lines[1], /^"1",".*q=dutch"$/);
});
