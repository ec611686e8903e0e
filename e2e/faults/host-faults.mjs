// What a host can do wrong with a file.
import { readdirSync } from 'node:fs';
import { DIST } from '../harness/journey.mjs';

const names = readdirSync(DIST);
const named = (start, end) => names.find((name) => name.startsWith(start) && name.endsWith(end));

// What the app is made of.
export const ASSETS = [
  named('dossier-app-', '.js'),
  named('dossier-app-', '.wasm'),
  named('engine-', '.js'),
  named('engine-', '.wasm'),
  named('style-', '.css'),
];

const TYPES = { js: 'text/javascript', wasm: 'application/wasm', css: 'text/css' };
export const typeOf = (name) => TYPES[name.split('.').at(-1)];
const CAPTIVE = '<!doctype html><title>Welcome to the train</title><h1>Please accept our terms</h1>';

function flipped(contents) {
  const damaged = Buffer.from(contents);
  damaged[Math.floor(damaged.length / 2)] ^= 0x20;
  return damaged;
}

export const FAULTS = {
  refused: () => (request) => request.socket.destroy(),
  'answered with 503': () => (_, response) => response.writeHead(503).end(),
  'never answered': () => () => {},
  'cut short, with its whole length': (name, contents) => (_, response) => {
    response.writeHead(200, { 'Content-Type': typeOf(name), 'Content-Length': contents.length });
    response.write(contents.subarray(0, contents.length / 2), () => response.destroy());
  },
  'cut short, without a length': (name, contents) => (_, response) =>
    response.writeHead(200, { 'Content-Type': typeOf(name) }).end(contents.subarray(0, contents.length / 2)),
  'damaged in one byte': (name, contents) => (_, response) =>
    response
      .writeHead(200, { 'Content-Type': typeOf(name), 'Cache-Control': 'max-age=600' })
      .end(flipped(contents)),
  'answered by a captive page': () => (_, response) =>
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(CAPTIVE),
};
