// Keeps the files of one build in the browser, so that the page opens without a network. A build is kept whole or not at all: every
// file is checked against its hash, and a newer build waits until no page of the older one is open. Files of the program are all that is kept.
import { cachePrefix } from './offline_cache.js';

/* global BUILD -- put in by build_site.mjs: `id` of this build and `files`, their hashes by name. */

const CACHE = cachePrefix(registration.scope) + BUILD.id;

/** A page may not be opened with an answer that came by way of another address. */
const atItsOwnAddress = (answer) => (answer.redirected ? new Response(answer.body, { status: answer.status, headers: answer.headers }) : answer);

async function keepFile(cache, [name, integrity]) {
  const answer = await fetch(name, { cache: 'no-cache', integrity });
  if (!answer.ok) throw new Error(`${name}: status ${answer.status}`);
  await cache.put(name, atItsOwnAddress(answer));
}

async function keepBuild() {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(Object.entries(BUILD.files).map((file) => keepFile(cache, file)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function dropOtherBuilds() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(cachePrefix(registration.scope)) && name !== CACHE).map((name) => caches.delete(name)));
}

/** The file of this build that a request means, or undefined; some hosts leave out ".html". */
function fileOf({ method, url }) {
  const { href } = new URL('./', location);
  const address = url.replace(/[?#].*/, '');
  if (method !== 'GET' || !address.startsWith(href)) return undefined;
  const name = address.slice(href.length) || 'index.html';
  return [name, `${name}.html`].find((known) => Object.hasOwn(BUILD.files, known));
}

/** The browser drops its copies all at once or never, so what comes from the network then is of one build too. */
const kept = async (name, request) => (await caches.match(name, { cacheName: CACHE, ignoreVary: true })) ?? fetch(request);

addEventListener('install', (event) => event.waitUntil(keepBuild()));
addEventListener('activate', (event) => event.waitUntil(dropOtherBuilds()));
addEventListener('fetch', (event) => {
  const name = fileOf(event.request);
  if (name) event.respondWith(kept(name, event.request));
});
