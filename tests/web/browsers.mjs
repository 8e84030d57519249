// One interface for three browser engines.
//
//   const browser = await openBrowser('firefox');
//   const page = await browser.open(url, { width: 1280, height: 720, dpr: 1, reducedMotion: false, init: '' });
//   await page.evaluate((n) => n + 1, 41);         a function or the text of an expression; promises are awaited; JSON in, JSON out
//   await page.screenshot();                       PNG, from the browser's compositor; screenshot(path) also writes it
//   await page.consoleErrors(); page.requests();   what went wrong so far; [{ url, failed }] (WebKit: those to the page's own server)
//   await page.key('Shift+Tab'); page.type(text); page.wheel(x, y, dy, { ctrl }); page.click(x, y); page.drag(x1, y1, x2, y2);
//   await page.goto(url); page.setSize(w, h); page.hide(); page.show(); page.frame('iframe'); page.close();
//
// A page that needs its own process (`extraArgs`, a device pixel ratio, reduced motion where the engine sets it at start) gets one.

import { writeFile } from 'node:fs/promises';
import * as chromium from './drive/chromium.mjs';
import * as firefox from './drive/firefox.mjs';
import * as webkit from './drive/webkit.mjs';

const kDrivers = { chromium, firefox, webkit };
export const kEngines = Object.keys(kDrivers);
export { kNoWebGlArgs } from './drive/chromium.mjs';

/** What an engine takes at start rather than for a page. */
const kStartOptions = {
  chromium: ['extraArgs', 'plain', 'dpr'],
  firefox: ['extraArgs', 'reducedMotion', 'dpr'],
  webkit: ['extraArgs', 'reducedMotion', 'dpr'],
};

const kPageDefaults = { width: 1280, height: 720, dpr: 1, reducedMotion: false, init: '' };

export async function openBrowser(engine) {
  const driver = kDrivers[engine];
  if (!driver) throw new Error(`unknown engine ${engine}: one of ${kEngines.join(', ')}`);
  const processes = new Map();  // by what they were started with; the first one stays, of the others only the last

  async function processFor(options) {
    const start_options = Object.fromEntries(kStartOptions[engine].filter((name) => name in options).map((name) => [name, options[name]]));
    const key = JSON.stringify(start_options);
    if (processes.has(key)) return processes.get(key);
    for (const [old_key, old] of [...processes].slice(1)) {
      processes.delete(old_key);
      await old.close();
    }
    const launched = await driver.launch(start_options);
    processes.set(key, launched);
    return launched;
  }

  const main = await processFor(kPageDefaults);
  return {
    engine,
    version: main.version,
    async open(url, options = {}) {
      const all = { ...kPageDefaults, ...options };
      const browser = await processFor(all);
      return finish(await browser.open(url, all));
    },
    async close() {
      for (const launched of processes.values()) await launched.close();
      processes.clear();
    },
  };
}

/** Adds what is the same in every engine. */
function finish(page) {
  const takeScreenshot = page.screenshot;
  return {
    ...page,
    async screenshot(file) {
      const png = await takeScreenshot();
      if (file) await writeFile(file, png);
      return png;
    },
  };
}
