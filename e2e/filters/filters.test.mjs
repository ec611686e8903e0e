// Filters: asking for, ruling out, counts that follow, chips that undo.
import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';
import { until } from '../harness/until.mjs';

const found = (reader) => reader.count('.entry');

// The number that a facet shows beside one of its values.
async function countBeside(reader, facet, label) {
  return reader.page.evaluate(
    (f, l) => {
      const values = document.querySelectorAll(`[aria-labelledby="facet-${f}"] .facet-value`);
      const value = [...values].find((item) => item.querySelector('.facet-label').innerText === l);
      return value ? Number(value.querySelector('.facet-count').innerText.replace(/\D/g, '')) : undefined;
    },
    facet,
    label,
  );
}

journey('asking for a name leaves the documents that have it, and the counts follow', async (reader) => {
  await reader.opens();
  const label = 'Fancy Bear';
  await reader.clicks('.cast .name', label);
  await reader.clicks('.card button', 'Only documents with it');
  const left = await found(reader);
  assert.ok(left > 0 && left < 5, `${left} documents`);
  await reader.sees(`${left} document`, '.chips .count');
  await reader.sees(label, '.chip');
  await reader.addressBecomes(/entity=/);
});

journey('ruling out takes away exactly what asking for leaves', async (reader) => {
  await reader.opens();
  await reader.clicks('.cast .name', 'Fancy Bear');
  await reader.clicks('.card button', 'Only documents with it');
  const having = await reader.texts('.entry-title');
  await reader.clicks('.card button', 'Without it');
  const lacking = await reader.texts('.entry-title');
  assert.equal(having.length + lacking.length, 5);
  assert.ok(lacking.every((title) => !having.includes(title)));
  await reader.addressBecomes(/-entity=/);
});

journey('a chip is removed, and everything is back', async (reader) => {
  await reader.opens();
  await reader.clicks('[aria-labelledby=facet-outlet] .facet-include');
  assert.ok((await found(reader)) < 5);
  await reader.clicks('.chip button');
  await reader.seesNo('.chip');
  assert.equal(await found(reader), 5);
});

journey('two filters hold at once, and are cleared together', async (reader) => {
  await reader.opens();
  await reader.clicks('[aria-labelledby=facet-kind] .facet-include', 'Hacking groups');
  const withGroups = await found(reader);
  const counted = await countBeside(reader, 'kind', 'Hacking groups');
  assert.ok(counted > 0);
  await reader.clicks('[aria-labelledby=facet-document] .facet-exclude');
  assert.equal(await found(reader), withGroups - 1);
  assert.ok((await countBeside(reader, 'kind', 'Hacking groups')) < counted, 'the count follows');
  assert.equal(await reader.count('.chip'), 2);
  await reader.clicks('.chips button', 'Clear all');
  assert.equal(await found(reader), 5);
});

journey('what filters leave nothing says so, and offers the way back', async (reader) => {
  await reader.opens('?q=zzzzzz');
  await reader.sees('No document passes these filters');
  await reader.clicks('#main .nothing a', 'Clear the filters');
  assert.equal(await found(reader), 5);
});

journey('years are asked for with the fields, and brushed over with a pointer', async (reader) => {
  await reader.opens();
  const [first] = await reader.page.$$('.facets .histogram');
  await first.evaluate((picture) => picture.scrollIntoView({ block: 'center' }));
  const { x, y, width, height } = await first.boundingBox();
  await reader.page.mouse.move(x + width - 2, y + height / 2);
  await reader.page.mouse.down();
  await reader.page.mouse.move(x + width * 0.7, y + height / 2, { steps: 5 });
  await reader.page.mouse.up();
  await reader.settles();
  await reader.addressBecomes(/year=\d{4}/);
  await reader.sees('Published', '.chip');
  await reader.clicks('.chip button');
  const select = '.facets .years-ends select[aria-label="Published, from"]';
  const last = await reader.page.$eval(select, (field) => field.options[field.options.length - 1].value);
  await reader.page.select(select, last);
  await reader.settles();
  await reader.addressBecomes(new RegExp(`year=${last}`));
  assert.ok((await found(reader)) < 5);
});

journey('of two names any will do, or both must be there', async (reader) => {
  await reader.opens('?entity=cozy-bear&entity=fancy-bear');
  const any = await found(reader);
  await reader.clicks('.facet-need');
  await reader.addressBecomes(/all=entity/);
  assert.ok((await found(reader)) <= any);
});

const CONFIDENCE = '[aria-labelledby=facet-confidence]';
const REVIEWED = '[aria-labelledby=facet-reviewed]';

journey('how sure mentions are, and what an editor reviewed, divides the documents', async (reader) => {
  await reader.opens();
  const sure = await countBeside(reader, 'confidence', 'Sure mentions');
  const reviewed = await countBeside(reader, 'reviewed', 'Reviewed by an editor');
  assert.ok(sure > 0 && reviewed > 0, `${sure} sure, ${reviewed} reviewed`);
  await reader.clicks(`${CONFIDENCE} .facet-include`, 'Doubtful mentions');
  await reader.addressBecomes(/confidence=doubtful/);
  await reader.sees('Doubtful mentions', '.chip');
  const doubtful = await found(reader);
  assert.equal(await countBeside(reader, 'confidence', 'Doubtful mentions') > 0, doubtful > 0);
  await reader.clicks(`${CONFIDENCE} .facet-exclude`, 'Without Doubtful mentions');
  await reader.addressBecomes(/-confidence=doubtful/);
  assert.equal((await found(reader)) + doubtful, 5, 'what is ruled out is what was asked for');
  await reader.clicks('.chips button', 'Clear all');
  await reader.clicks(`${REVIEWED} .facet-include`, 'Reviewed by an editor');
  await reader.addressBecomes(/reviewed=yes/);
  assert.ok((await found(reader)) > 0);
});

journey('what a reader finds right counts as reviewed', { in: ['Chromium'] }, async (reader) => {
  await reader.opens('?view=entity&about=netherlands');
  const reviewed = () => countBeside(reader, 'reviewed', 'Reviewed by an editor');
  const before = await reviewed();
  await reader.clicks('.correct summary');
  await reader.clicks('.correct button', 'It is right');
  await until('it is counted', async () => (await reviewed()) > before);
});

journey('confidence and review are found in the search box too', async (reader) => {
  await reader.opens('?q=reviewed:yes');
  const reviewed = await found(reader);
  assert.ok(reviewed > 0);
  await reader.opens('?q=-reviewed:yes');
  assert.equal((await found(reader)) + reviewed, 5);
});
