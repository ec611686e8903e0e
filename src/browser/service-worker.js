// Keeps the edition for when there is no network: one cache per build, all of it or nothing, every
// file checked against its hash. The build writes above this line what it consists of:
// `EDITION.build`, its name; `EDITION.files`, each file's path below the root and its hash; and
// `EDITION.later`, the same of files that are kept once a reader has asked for them.
const root = new URL(self.registration.scope);
const own = `dossier ${root.pathname} `;
const name = own + EDITION.build;
const hashes = { ...EDITION.files, ...EDITION.later };
const addressOf = (path) => new URL(path, root).href;

// A file as it was built, from the host and past every cache; anything else is an error.
const bring = async (path) => {
  const wanted = { integrity: hashes[path], cache: "reload", credentials: "same-origin" };
  const response = await fetch(addressOf(path), wanted);
  if (!response.ok) throw new TypeError(`${path}: ${response.status}`);
  // A page may not be answered with something that came by a detour.
  const { headers } = response;
  return response.redirected ? new Response(await response.blob(), { headers }) : response;
};

const install = async () => {
  const cache = await caches.open(name);
  const keep = async (path) => cache.put(addressOf(path), await bring(path));
  try {
    await Promise.all(Object.keys(EDITION.files).map(keep));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
};

// Older builds may be in use in other windows until this one is let in.
const clearOlder = async () => {
  for (const other of await caches.keys()) {
    if (other.startsWith(own) && other !== name) await caches.delete(other);
  }
  await self.clients.claim();
};

const isWhole = async (path, response) => {
  const digest = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
  const letters = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return hashes[path] === `sha256-${letters}`;
};

// What is kept, if it is whole; else what the host has, if it is of this build.
const file = async (path, isAgain) => {
  const cache = await caches.open(name);
  const kept = isAgain ? undefined : await cache.match(addressOf(path));
  if (kept && (await isWhole(path, kept.clone()))) return kept;
  const response = await bring(path);
  await cache.put(addressOf(path), response.clone()).catch(() => {});
  return response;
};

// Without a network, a document or a name whose page is not kept is shown by the app, which knows it.
const VIEWS = { read: "read", about: "entity" };
const elsewhere = (path, url) => {
  const [, folder, slug] = path.match(/^(read|about)\/([^/]+)\/?$/) ?? [];
  const state = new URLSearchParams(url.search);
  if (folder && !state.has("view")) state.set("view", VIEWS[folder]);
  if (folder && !state.has(folder)) state.set(folder, decodeURIComponent(slug));
  return Response.redirect(`${root.href}?${state}`);
};

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(clearOlder()));
self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(root.href)) return;
  const path = url.pathname.slice(root.pathname.length).replace(/(^|\/)index\.html$/, "$1");
  // What stands in other people's pages is nothing to keep.
  if (path.startsWith("embed/")) return;
  const isPage = request.mode === "navigate";
  if (Object.hasOwn(hashes, path)) {
    const answer = file(path, !isPage && url.searchParams.has("r"));
    // A host with a newer build has other pages under the same names: they bring their own files.
    event.respondWith(isPage ? answer.catch(() => fetch(request)) : answer);
  } else if (isPage) {
    event.respondWith(fetch(request).catch(() => elsewhere(path, url)));
  }
});
