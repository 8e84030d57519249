// Runs the tests of the page: node tests/web/run.mjs [ENGINE] [PART OF A NAME]
//
// Engines: chromium, firefox, webkit; all three where none is named. Prints one line a test and, last, `N passed, N failed`.
// NEEDLING_SITE and NEEDLING_SITE_SERVER name another folder than build/site and another server than web/serve.mjs.

import { kEngines } from './browsers.mjs';
import { tests } from './cases/index.mjs';
import { sessionFor, startSiteWithFixtures } from './drive/session.mjs';

const words = process.argv.slice(2);
const engines = kEngines.includes(words[0]) ? [words.shift()] : kEngines;
const part = words.join(' ');

/** Runs the tests in one engine; how many [passed, failed]. */
async function runEngine(engine) {
  const session = sessionFor(engine, site);
  const start = Date.now();
  const chosen = tests.filter(({ name, engines: only }) => name.includes(part) && (!only || only.includes(engine)));
  if (chosen.length === 0) return [0, 0];
  try {
    console.log(`# ${engine} ${await session.version()}`);
  } catch (error) {
    console.log(`FAIL ${engine}: it does not start: ${error.message}`);
    return [0, 1];
  }
  let failed = 0;
  for (const test of chosen) {
    const reason = await session.run(test);
    console.log(reason ? `FAIL ${engine}: ${test.name}: ${reason}` : `ok ${engine}: ${test.name}`);
    if (reason) failed += 1;
  }
  await session.close();
  console.log(`# ${engine} took ${Math.round((Date.now() - start) / 1000)} s`);
  return [chosen.length - failed, failed];
}

const site = await startSiteWithFixtures();
// Side by side, as most of a test is waiting.
const counts = await Promise.all(engines.map(runEngine));
let [passed, failed] = counts.reduce(([a, b], [c, d]) => [a + c, b + d]);
await site.close();
if (passed + failed === 0) {
  console.log(`no test is called "${part}"`);
  failed = 1;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
