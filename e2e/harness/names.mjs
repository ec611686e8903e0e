// The names of an edition: those with a page of their own, and one that is mentioned too seldom for it.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DIST } from './journey.mjs';

// The addresses of their pages.
export const NAMES = readdirSync(join(DIST, 'about')).map((slug) => `about/${slug}/`);

// The slug of a name in the texts that has no page.
export async function nameWithoutPage(reader) {
  await reader.opens('?view=read');
  const slugs = await reader.page.evaluate(() =>
    [...document.querySelectorAll('mark[data-entity]')].map((mark) => mark.dataset.entity),
  );
  return slugs.find((slug) => !NAMES.includes(`about/${slug}/`));
}
