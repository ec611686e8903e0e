// The overview: what this dossier is, and where to start.
import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';

journey('the overview names the dossier and lists every document with what is known of it', async (reader) => {
  await reader.opens();
  await reader.sees('The Dutch and the Bears', '#main h1');
  assert.equal(await reader.count('.entry'), 5);
  for (const facts of await reader.texts('.entry-facts')) assert.match(facts, /\d min/);
  assert.ok((await reader.texts('.entry-opening')).every((opening) => opening.length > 40));
});

journey('a reader follows a document from the overview into its text', async (reader) => {
  await reader.opens();
  const [title] = await reader.texts('.entry-title a');
  await reader.clicks('.entry-title a', title);
  await reader.sees(title, 'article h1');
  await reader.addressBecomes(/^read\//);
  assert.equal(await reader.count('article'), 1);
});

journey('a reader starts from a name and gets its card', async (reader) => {
  await reader.opens();
  await reader.clicks('.cast .name', 'Cozy Bear');
  await reader.sees('Cozy Bear', '.card .card-name');
  await reader.addressBecomes(/about=/);
});

journey('the page is the same below any path of a host', { base: '/reports/bears/' }, async (reader) => {
  await reader.opens();
  await reader.clicks('.entry-title a');
  await reader.seesA('article .mention');
  assert.ok(reader.site.requests.every((path) => path.startsWith('/reports/bears/')));
});
