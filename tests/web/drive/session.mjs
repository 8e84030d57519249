// One test against one engine: opened pages are closed, and a console error on any of them fails the test.

import { fileURLToPath } from 'node:url';
import { openBrowser } from '../browsers.mjs';
import { initText } from './script.mjs';
import { startFront, startSiteCopy } from './serve.mjs';

const kTestLimit_ms = Number(process.env.NEEDLING_TEST_LIMIT_MS ?? 300_000);
const kFixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));

/** The page's server, with the fixtures beside it; `{ origin, close() }`. */
export async function startSiteWithFixtures() {
  const site = await startSiteCopy();
  const front = await startFront({ target: site.origin, fixtures: kFixtures });
  return {
    origin: front.origin,
    direct: site.origin,
    async close() {
      await front.close();
      await site.close();
    },
  };
}

/** A browser that is started anew after a test that failed, as that may have left it in any state. */
export function sessionFor(engine, site) {
  let browser = null;
  return {
    /** Runs a test; '' where it passed, else why not. `fault` runs in every page before its own scripts. */
    async run(test, { fault = '' } = {}) {
      const pages = [];
      const clean_ups = [];
      const open = async (address, { allowErrors = null, ...options } = {}) => {
        const base = address.startsWith('/~fixtures/') ? site.origin : site.direct;
        const at = (other) => new URL(other, base).href;
        const page = await browser.open(at(address), { ...options, init: joined(fault, options.init) });
        let open_still = true;
        const opened = {
          ...page,
          at,
          async close() {
            if (!open_still) return;
            open_still = false;
            const errors = (await page.consoleErrors()).filter((error) => !allowErrors?.test(error));
            await page.close();
            if (errors.length > 0) throw new Error(`console errors: ${errors.join(' | ').slice(0, 1500)}`);
          },
        };
        pages.push(opened);
        return opened;
      };
      let reason = '';
      try {
        browser ??= await openBrowser(engine);
        await limited(test.run({ engine, site: site.direct, open, cleanUp: (code) => clean_ups.push(code) }));
      } catch (error) {
        reason = String(error?.message ?? error);
      }
      for (const finish of [...pages.map((page) => page.close), ...clean_ups]) {
        try {
          await limited(finish());
        } catch (error) {
          reason += `${reason ? '; ' : ''}${error?.message ?? error}`;
        }
      }
      if (reason) await this.close();
      return reason.replace(/\s+/g, ' ').slice(0, 2500);
    },
    version: async () => (browser ??= await openBrowser(engine)).version,
    async close() {
      const old = browser;
      browser = null;
      await limited(Promise.resolve(old?.close())).catch(() => {});
    },
  };
}

const joined = (...scripts) => scripts.filter(Boolean).map(initText).join('\n');

function limited(promise) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not finished after ${kTestLimit_ms / 1000} s`)), kTestLimit_ms);
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}
