// What the tests ask of the service worker, and how a newer build is put on a server.

import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { until } from './explorer.mjs';

/** Options of a page whose browser saves data: there the program keeps no files, and no worker of it asks for any by itself. */
export const kKeepingNothing = { init: "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });" };

/** Console errors where the worker's file cannot be had, which is what such a test is about. */
export const kNoWorkerFile = /service_worker\.js|Failed to load resource|A bad HTTP response code \(404\)/;

/** Waits until the browser has kept the page. */
export const keptOffline = (page) => until(page, 'the browser has kept the page', async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  return Boolean(registration?.active) && !registration.installing;
});

/** [name of a cache, names of the files in it] of all caches, sorted. */
export const cachesOf = (page) => page.evaluate(async () => {
  const folder = new URL('./', location.href).href;
  const filesOf = async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url.replace(folder, '')).sort();
  return Promise.all((await caches.keys()).sort().map(async (name) => [name, await filesOf(name)]));
});

/** Loads the page again as a visitor does, without leaving it first. */
export async function reload(page) {
  await page.evaluate(() => {
    window.isOld = true;
    setTimeout(() => location.reload(), 100);
  });
  // Asked while one document gives way to the next, a browser has no answer.
  const patient = { evaluate: (code) => page.evaluate(code).catch(() => false) };
  await until(patient, 'the page is loaded anew', () => !window.isOld && document.readyState === 'complete');
}

/** The files that the worker of a build keeps, by name with their hashes. */
export function filesOfWorker(root) {
  const [, list] = /files:\{([^}]*)\}/.exec(readFileSync(path.join(root, 'service_worker.js'), 'utf8'));
  return JSON.parse(`{${list}}`);
}

/** Changes a file on the server, and nothing else; `change` gets its text. */
export function spoil(root, name, change) {
  writeFileSync(path.join(root, name), change(readFileSync(path.join(root, name), 'utf8')));
  for (const twin of ['.br', '.gz']) rmSync(path.join(root, name + twin), { force: true });
}

const hashOf = (root, name) => createHash('sha256').update(readFileSync(path.join(root, name)));

/**
 * Puts a newer build on the server: files are changed, the others name them with their new hash, and the worker knows of all.
 * `changes`: [[name, (text) => text]], a file before those that name it.
 */
export function publish(root, changes) {
  const before = filesOfWorker(root);
  const naming = Object.keys(before).filter((name) => /\.(html|js|mjs)$/.test(name));
  for (const [name, change] of changes) {
    spoil(root, name, change);
    const pin = `${name}?v=${hashOf(root, name).digest('hex').slice(0, 10)}`;
    for (const other of naming) spoil(root, other, (text) => text.replace(new RegExp(`\\b${name.replace('.', '\\.')}\\?v=\\w+`, 'g'), pin));
  }
  spoil(root, 'service_worker.js', (text) => Object.entries(before)
    .reduce((now, [name, hash]) => now.replace(hash, `sha256-${hashOf(root, name).digest('base64')}`), text)
    .replace(/id:"\w+"/, `id:"${randomBytes(8).toString('hex')}"`));
}
