// Writes PNGs of the named scenarios: node tests/web/shots.mjs DIR [PART OF A NAME]
//
// Every scenario at 1280x720, 1920x1080 and, at two pixels a CSS px, 390x844, in Chromium: DIR/default-1280x720.png and so on.

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { kNoWebGlArgs, openBrowser } from './browsers.mjs';
import { ready, settled } from './drive/explorer.mjs';
import { startSiteWithFixtures } from './drive/session.mjs';

const kSizes = [{ width: 1280, height: 720, dpr: 1 }, { width: 1920, height: 1080, dpr: 1 }, { width: 390, height: 844, dpr: 2 }];

/** [name, what stands after the page's address, more options]. */
const kScenarios = [
  ['default', ''],
  ['day-0', '?day=0'],
  ['day-14', '?day=14'],
  ['day-90', '?day=90'],
  ['day-365', '?day=365'],
  ['strip', '?picture=strip'],
  ['roller-0.5', '?device=roller&needleLength=0.5'],
  ['home-roller', '?preset=homeRoller'],
  ['forehead-3.0', '?site=forehead&needleLength=3.0'],
  ['skin-tone-6', '?skinTone=6'],
  ['tab-needle', '?tab=needle'],
  ['tab-skin', '?tab=skin'],
  ['tab-course', '?tab=course'],
  ['bad-address', '?needleLength=99&site=nose'],
  ['no-webgl', '', { extraArgs: kNoWebGlArgs, plain: true }],
];

const [folder, ...words] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node tests/web/shots.mjs DIR [PART OF A NAME]');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const site = await startSiteWithFixtures();
const browser = await openBrowser('chromium');
let failed = 0;
for (const [name, query, options] of kScenarios) {
  if (!name.includes(words.join(' '))) continue;
  for (const size of kSizes) {
    const file = path.join(folder, `${name}-${size.width}x${size.height}.png`);
    const page = await browser.open(`${site.direct}/${query}`, { ...size, ...options });
    try {
      await ready(page);
      await settled(page);
      await page.screenshot(file);
      console.log(file);
    } catch (error) {
      failed += 1;
      console.log(`FAIL ${file}: ${error.message}`);
    }
    await page.close();
  }
}
await browser.close();
await site.close();
process.exit(failed === 0 ? 0 : 1);
