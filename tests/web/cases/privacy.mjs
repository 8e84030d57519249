// What the page of privacy says is so, and the page itself.

import { axeViolations } from '../drive/axe.mjs';
import { check, checkEqual, ready, settled, sleep, until } from '../drive/explorer.mjs';
import { startSiteCopy } from '../drive/serve.mjs';
import { cachesOf, filesOfWorker, keptOffline, kKeepingNothing } from '../drive/worker.mjs';

const isNetwork = (url) => !/^(blob|data|about):/.test(url);

/** Uses what there is: settings, time, panels, every export, the sheet. */
async function useEverything(page) {
  await page.evaluate(async () => {
    const { explorer } = window;
    for (const { id, choices } of explorer.parameters()) if (choices?.length) explorer.set(id, choices.at(-1).id ?? choices.at(-1));
    for (const tab of ['needle', 'skin', 'course', 'guide', 'view', 'mode']) explorer.set('tab', tab);
    for (const [id, value] of [['mode', 'course'], ['lesson', 'tour.layers'], ['mode', 'patient'], ['picture', 'surface'], ['picture', 'strip'], ['picture', 'section'], ['locale', 'es']]) explorer.set(id, value);
    explorer.seek(90);
    for (const kind of ['png', 'stills', 'svg', 'ics', 'json', 'csv']) await explorer.export(kind);
    explorer.play();
    document.querySelector('[data-export=sheet]').click();
  });
  await until(page, 'the sheet is there', () => document.querySelector('#take-home .sheet h1')?.textContent);
  await sleep(1500);
  await page.evaluate(() => {
    document.getElementById('take-home').close();
    window.explorer.pause();
  });
  await settled(page);
}

const stored = (page) => page.evaluate(async () => ({
  cookies: document.cookie, local: localStorage.length, session: sessionStorage.length, databases: (await indexedDB.databases()).length,
}));
const kNothing = { cookies: '', local: 0, session: 0, databases: 0 };

export const tests = [
  {
    name: 'privacy: after the load no request, no cookie, no storage, and in the cache the files of the program alone',
    async run({ open, cleanUp }) {
      const copy = await startSiteCopy();
      cleanUp(copy.close);
      const page = await open(`${copy.origin}/`);
      await ready(page);
      await settled(page);
      await keptOffline(page);
      await sleep(1000);
      const before = (await page.requests()).length, entries = await page.evaluate(() => performance.getEntriesByType('resource').length);
      check(before > 0, 'the browser tells no request at all');
      await useEverything(page);
      checkEqual((await page.requests()).slice(before).map(({ url }) => url).filter(isNetwork), [], 'requests after the load');
      const seen = await page.evaluate((count) => performance.getEntriesByType('resource').slice(count).map(({ name }) => name), entries);
      checkEqual(seen.filter(isNetwork), [], 'requests that the page saw after the load');
      checkEqual(await stored(page), kNothing, 'what is stored');
      const [[, kept], ...others] = await cachesOf(page);
      checkEqual([kept, others], [Object.keys(filesOfWorker(copy.root)).sort(), []], 'what the cache holds');
    },
  },
  {
    name: 'privacy: the same holds where the browser keeps no files',
    async run({ open }) {
      const page = await open('/', kKeepingNothing);
      await ready(page);
      await settled(page);
      await sleep(1000);
      const before = (await page.requests()).length;
      await useEverything(page);
      checkEqual((await page.requests()).slice(before).map(({ url }) => url).filter(isNetwork), [], 'requests after the load');
      checkEqual([await stored(page), await page.evaluate(async () => (await caches.keys()).length)], [kNothing, 0], 'what is stored');
    },
  },
  {
    name: 'privacy: its page is reached from the others, reads in both languages and fits 320 pixels',
    async run({ open }) {
      for (const from of ['/', '/sources.html', '/validation.html']) {
        const page = await open(from);
        if (from === '/') await ready(page);
        checkEqual(await page.evaluate(() => new URL(document.querySelector('a[href*="privacy.html"]').href).pathname), '/privacy.html', `link on ${from}`);
        await page.close();
      }
      for (const locale of ['en', 'es']) {
        const page = await open(`/privacy.html?locale=${locale}`, { width: 320, height: 640 });
        await until(page, 'its language is set', () => document.getElementById('language').hidden === false);
        const found = await page.evaluate(() => ({
          lang: document.documentElement.lang, title: document.title, wide: document.documentElement.scrollWidth - innerWidth,
          points: document.querySelectorAll('.points li').length, other: [...document.querySelectorAll('[data-t]')].filter((part) => part.lang && part.lang !== document.documentElement.lang).length,
        }));
        check(found.wide <= 0 && found.points > 20, JSON.stringify(found));
        checkEqual([found.lang, found.title, found.other], [locale, `${locale === 'es' ? 'Privacidad' : 'Privacy'}: Microneedling Explorer`, 0], 'language and title');
      }
    },
  },
  {
    name: 'privacy: axe finds nothing on its page',
    engines: ['chromium'],
    async run({ open }) {
      const page = await open('/privacy.html', { width: 390, height: 844 });
      const found = await axeViolations(page);
      check(found.length === 0, found.join('; '));
    },
  },
];
