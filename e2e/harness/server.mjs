// Serves an edition on loopback as a plain host would: files with their types, 404 for the rest.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

// Bytes. More than most hosts take, so that it is the page that judges a long address.
const LONGEST_REQUEST = 4 << 20;

// Serves `folder` below `base`, which starts and ends with a slash. `fault(path)` may return a
// function that answers the request in the file's place, as a host with a fault would. What matches
// `slow` is sent once `hurry` is called.
export async function serve(folder, { base = '/', fault = () => undefined, slow } = {}) {
  const requests = [];
  let hurry;
  const hurried = new Promise((called) => (hurry = called));
  const server = createServer({ maxHeaderSize: LONGEST_REQUEST }, (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    requests.push(path);
    const answer = fault(path);
    if (answer) answer(request, response);
    else if (slow?.test(path)) hurried.then(() => sendFile(folder, base, path, response));
    else sendFile(folder, base, path, response);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${server.address().port}${base}`,
    requests,
    hurry,
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}

function sendFile(folder, base, path, response) {
  const file = path.startsWith(base) && fileOf(folder, path.slice(base.length));
  if (!file) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('There is no such file.');
    return;
  }
  response.writeHead(200, {
    'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
    'Content-Length': statSync(file).size,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'max-age=600',
  });
  createReadStream(file).pipe(response);
}

function fileOf(folder, path) {
  const file = join(folder, normalize(`/${path}`));
  if (!existsSync(file)) return undefined;
  return statSync(file).isDirectory() ? fileOf(folder, `${path}/index.html`) : file;
}
