// What every file of an edition weighs: plain bytes, bytes after brotli at its best, name. Files that
// hosts find compressed already are not counted twice.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const dist = process.argv[2];

for (const file of filesIn('')) {
  const bytes = readFileSync(join(dist, file));
  console.log([bytes.length, brotli(bytes).length, file].join('\t'));
}

function filesIn(folder) {
  return readdirSync(join(dist, folder), { withFileTypes: true })
    .filter((entry) => !/^\.|\.(br|gz)$/.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      return entry.isDirectory() ? filesIn(path) : [path];
    });
}

function brotli(bytes) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params });
}
