// Pagefind's index of documents, made as a build of a site would make it.
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createIndex } from 'pagefind';

// Documents that are handed over at once.
const ABREAST = 200;

// Writes the index into a folder, and says how many files and bytes a site would have to offer: of
// what is searched, without Pagefind's own pages.
export async function writeIndex(folder, all) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { index } = await createIndex();
  for (let at = 0; at < all.length; at += ABREAST) {
    const some = all.slice(at, at + ABREAST);
    await Promise.all(some.map(({ id, text }) => index.addCustomRecord({ url: `/${id}`, content: text, language: 'en' })));
  }
  await index.writeFiles({ outputPath: folder });
  await index.deleteIndex();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/pagefind-(ui|modular-ui|component-ui|highlight)/.test(entry.name))
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size);
  return { files: files.length, bytes: files.reduce((sum, size) => sum + size, 0) };
}
