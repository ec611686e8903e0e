// What a browser keeps of an edition for when there is no network.
import { until } from './until.mjs';

// Waits until it is kept, all of it, and what is kept answers.
export async function isKept(reader) {
  const isActive = async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated';
  await until('the edition is kept', () => reader.page.evaluate(isActive));
}

// The names of the builds that are kept.
export function kept(reader) {
  return reader.page.evaluate(() => caches.keys());
}

// Damages what is kept of the files whose names end so.
export function damagesKept(reader, ending) {
  return reader.page.evaluate(async (end) => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (request.url.endsWith(end)) await cache.put(request, new Response('damaged'));
      }
    }
  }, ending);
}
