// What the browser keeps of the page, so that it opens without a network; and that two builds never mix.

import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { check, checkEqual, ready, settled, sleep, until } from '../drive/explorer.mjs';
import { startSiteCopy } from '../drive/serve.mjs';
import { cachesOf, filesOfWorker, keptOffline, kKeepingNothing, kNoWorkerFile, publish, reload, spoil } from '../drive/worker.mjs';

const kWorkerOff = fileURLToPath(new URL('../../../web/deploy/service_worker_off.js', import.meta.url));

/** A server of its own with the page, opened and kept by the browser. */
async function openKept({ open, cleanUp }, prepare = () => {}) {
  const copy = await startSiteCopy();
  cleanUp(copy.close);
  prepare(copy.root);
  const page = await open(`${copy.origin}/`, { allowErrors: kNoWorkerFile });
  await ready(page);
  await keptOffline(page);
  return { copy, page };
}

/** Marks the files of a build that have to fit together. */
const marks = (build) => [
  ['explorer.mjs', (text) => `${text.replace(/\n;window\.programOf.*/, '')}\n;window.programOf="${build}";`],
  ['app.js', (text) => `${text.replace(/\n;window\.appOf.*/, '')}\n;window.appOf="${build}";`],
  ['index.html', (text) => text.replace(/<html lang="en"[^>]*>/, `<html lang="en" data-build="${build}">`)],
];

async function buildOf(page) {
  await ready(page);
  const [of_page, of_app, of_program] = await page.evaluate(() => [document.documentElement.dataset.build, window.appOf, window.programOf]);
  check(of_page === of_app && of_app === of_program, `a mix of builds: page ${of_page}, script ${of_app}, program ${of_program}`);
  return of_page;
}

/** Fetches a newer worker, if there is one; what became of it. */
const update = (page) => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  const found = new Promise((resolve) => { registration.addEventListener('updatefound', () => resolve(registration.installing), { once: true }); });
  await registration.update();
  const worker = await found;
  while (!['installed', 'redundant'].includes(worker.state)) await new Promise((resolve) => { setTimeout(resolve, 100); });
  return worker.state;
});

const nothingKept = (page) => until(page, 'nothing is kept any more', async () => (await navigator.serviceWorker.getRegistrations()).length === 0
  && (await caches.keys()).every((name) => name === 'of the clinic'));

export const tests = [
  {
    name: 'offline: after one visit all of it opens, works and saves without the server',
    async run(tools) {
      const { copy, page } = await openKept(tools);
      await copy.close();
      await page.goto(page.at(`${copy.origin}/?needleLength=2.5&day=30`));
      await ready(page);
      await settled(page);
      checkEqual(await page.evaluate(() => [window.explorer.get('needleLength'), window.explorer.set('site', 'chin').ok]), [2.5, true], 'settings');
      check(await page.evaluate(async () => (await window.explorer.export('png')).size) > 10000, 'no picture is saved');
      await page.evaluate(() => document.querySelector('[data-export=sheet]').click());
      await until(page, 'the sheet is there', () => document.querySelector('#take-home .sheet h1')?.textContent);
      for (const name of ['sources', 'validation']) {
        await page.goto(page.at(`${copy.origin}/${name}.html?locale=es`));
        await until(page, `${name}.html works`, () => document.documentElement.lang === 'es' && document.querySelector('.finder')?.hidden === false);
      }
      await page.goto(page.at(`${copy.origin}/privacy`));
      await until(page, 'an address without .html works', () => document.querySelector('h1')?.textContent === 'Privacy' && getComputedStyle(document.querySelector('main')).maxWidth !== 'none');
    },
  },
  {
    name: 'offline: the files of this build are kept, all of them and no others',
    async run(tools) {
      const { copy, page } = await openKept(tools);
      const files = Object.keys(filesOfWorker(copy.root));
      const [[name, kept], ...others] = await cachesOf(page);
      checkEqual(kept, files.sort(), `files in ${name}`);
      checkEqual(others, [], 'other caches');
      const there = readdirSync(copy.root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
        .map((entry) => path.relative(copy.root, path.join(entry.parentPath ?? entry.path, entry.name)));
      // What is for whoever builds pages is kept by no visitor's browser.
      checkEqual(there.filter((file) => !/\.(br|gz|png)$|^(embed|configure)/.test(file) && file !== 'service_worker.js').sort(), files, 'files of the build');
    },
  },
  {
    name: 'offline: a newer build waits until no page of the older one is open, and the two never mix',
    async run(tools) {
      const { copy, page } = await openKept(tools, (root) => publish(root, marks('A')));
      await page.evaluate(() => caches.open('of the clinic'));
      checkEqual(await buildOf(page), 'A', 'the build at the first visit');
      publish(copy.root, marks('B'));
      await reload(page);
      checkEqual(await buildOf(page), 'A', 'the build at the first visit after a newer one came');
      await until(page, 'the newer build is fetched', async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting));
      await reload(page);
      checkEqual(await buildOf(page), 'A', 'the build while a page of the older one was open');
      for (let visit = 0; await buildOf(page) !== 'B'; visit += 1) {
        check(visit < 10, 'the newer build never comes');
        await page.goto('about:blank');
        await sleep(500);
        await page.goto(page.at(`${copy.origin}/`));
      }
      await until(page, 'the older build is dropped', async () => (await caches.keys()).length === 2);
      check((await page.evaluate(() => caches.keys())).includes('of the clinic'), "a cache that is not the page's was dropped");
    },
  },
  {
    name: 'offline: a newer build that does not arrive whole is refused, and the older one goes on',
    async run(tools) {
      const { copy, page } = await openKept(tools, (root) => publish(root, marks('A')));
      const before = await cachesOf(page);
      publish(copy.root, marks('B'));
      spoil(copy.root, 'validation.html', (text) => `${text}<!-- half of another build -->`);
      checkEqual(await update(page), 'redundant', 'the newer worker');
      checkEqual(await cachesOf(page), before, 'what is kept');
      await copy.close();
      await reload(page);
      checkEqual(await buildOf(page), 'A', 'the build without a server');
    },
  },
  {
    name: "offline: taking the worker's file off the server takes it out of browsers too",
    async run(tools) {
      const { copy, page } = await openKept(tools);
      await page.evaluate(() => caches.open('of the clinic'));
      for (const twin of ['', '.br', '.gz']) rmSync(path.join(copy.root, `service_worker.js${twin}`));
      await reload(page);
      await ready(page);
      await nothingKept(page);
      checkEqual(await page.evaluate(() => caches.keys()), ['of the clinic'], 'caches');
      await reload(page);
      await ready(page);
      await nothingKept(page);
    },
  },
  {
    name: 'offline: the worker that takes everything back does so',
    async run(tools) {
      const { copy, page } = await openKept(tools);
      for (const twin of ['.br', '.gz']) rmSync(path.join(copy.root, `service_worker.js${twin}`));
      copyFileSync(kWorkerOff, path.join(copy.root, 'service_worker.js'));
      await reload(page);
      await ready(page);
      await nothingKept(page);
      await reload(page);
      await ready(page);
      await nothingKept(page);
    },
  },
  {
    name: 'offline: nothing is kept by a page in a frame, or where data is to be saved',
    async run({ open, site, cleanUp }) {
      const host = await open('/~fixtures/host.html?src=/');
      const page = await host.frame('#frame');
      await ready(page);
      await sleep(2000);
      checkEqual(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0, 'workers after a page in a frame');
      await host.close();
      const saving = await open('/', kKeepingNothing);
      await ready(saving);
      await sleep(2000);
      checkEqual(await saving.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0, 'workers where data is to be saved');
    },
  },
  {
    name: 'offline: the manifest names the page, and its icons are of the sizes it says',
    engines: ['chromium'],  // it reads files, not what an engine does with them
    async run({ open }) {
      const page = await open('/');
      const found = await page.evaluate(async () => {
        const address = document.querySelector('link[rel=manifest]').href;
        const manifest = await (await fetch(address)).json();
        const icons = [...manifest.icons, { src: document.querySelector('link[rel=icon]').href, sizes: 'any' }, { src: document.querySelector('link[rel=apple-touch-icon]').href, sizes: '180x180' }];
        const wrong = [];
        for (const { src, sizes } of icons) {
          const picture = new Image();
          picture.src = new URL(src, address).href;
          await picture.decode();
          const size = `${picture.naturalWidth}x${picture.naturalHeight}`;
          if (sizes !== 'any' && size !== sizes) wrong.push(`${src} is ${size}, not ${sizes}`);
        }
        return { start: new URL(manifest.start_url, address).href, name: manifest.name, short: manifest.short_name, purposes: manifest.icons.map(({ purpose }) => purpose), wrong };
      });
      checkEqual([found.start, found.name, found.wrong], [page.at('/'), 'Microneedling Explorer', []], 'start, name and icons');
      check(found.short.length <= 12 && found.purposes.includes('maskable'), JSON.stringify(found));
    },
  },
];
