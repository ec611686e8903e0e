// Runs every journey, or those of the folders named, several files at a time.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

const E2E = join(dirname(fileURLToPath(import.meta.url)), '..');
const AT_A_TIME = Number(process.env.JOURNEYS_AT_A_TIME ?? 2);

// What hangs is ended and told, with time left to run the others.
const A_FILE_ENDS_WITHIN_MS = 15 * 60_000;

const named = process.argv.slice(2);
const folders = readdirSync(E2E, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && (named.length === 0 || named.includes(entry.name)))
  .map((entry) => join(E2E, entry.name));
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.test.mjs'))
    .map((file) => join(folder, file)),
);

run({ files, concurrency: AT_A_TIME, timeout: A_FILE_ENDS_WITHIN_MS })
  .on('test:fail', () => {
    process.exitCode = 1;
  })
  .compose(new spec())
  .pipe(process.stdout);
