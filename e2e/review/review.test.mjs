// The editor's desk, and what comes of a decision.
import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';

journey('an editor answers a question, sees the decision, and takes it back', async (reader) => {
  await reader.opens('?view=review');
  await reader.seesA('.doubt');
  const [question] = await reader.texts('.doubt h2');
  const [open] = await reader.texts('.review-open');
  await reader.presses('h');
  await reader.sees('1 decision of yours', '.review');
  assert.notEqual((await reader.texts('.review-open'))[0], open);
  await reader.page.reload();
  await reader.sees('1 decision of yours', '.review');
  await reader.page.keyboard.down('Control');
  await reader.page.keyboard.press('z');
  await reader.page.keyboard.up('Control');
  await reader.seesNo('.yours');
  await reader.sees(question, '.doubt h2');
});

journey('a reader hides a name, sees what the publisher shows, and hides it again', async (reader) => {
  await reader.opens('?view=entity&about=cozy-bear');
  await reader.clicks('.correct summary');
  await reader.clicks('.correct button', 'It is no name');
  await reader.sees('Nobody by that name', 'main');
  await reader.opens('?view=review');
  await reader.clicks('.yours button', 'Apply mine');
  await reader.opens('?view=entity&about=cozy-bear');
  await reader.sees('Cozy Bear', '.study h1');
});

journey('a reader sorts the mentions of a name by the words beside it', async (reader) => {
  await reader.opens('?view=entity&about=vladimir-putin');
  await reader.seesA('.study .kwic');
  const lines = await reader.texts('.study .kwic');
  await reader.clicks('.study-lines button', 'By the words after');
  await reader.addressBecomes(/lines=after/);
  assert.notDeepEqual(await reader.texts('.study .kwic'), lines);
  assert.deepEqual([...(await reader.texts('.study .kwic'))].sort(), [...lines].sort());
});
