// Writes PNGs of the named scenarios in Chromium: node tests/web/shots.mjs DIR [--sheet] [PART OF A NAME]
//
// DIR/default-1280x720.png and so on, each scenario at the sizes that it needs; --sheet adds DIR/index.html with all of
// them, name and address under each.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { kNoWebGlArgs, openBrowser } from './browsers.mjs';
import { ready, settled, until } from './drive/explorer.mjs';
import { pressInsertion } from './drive/insertion.mjs';
import { startSiteWithFixtures } from './drive/session.mjs';

const kLaptop = { width: 1280, height: 720, dpr: 1 };
const kDesktop = { width: 1920, height: 1080, dpr: 1 };
const kPhone = { width: 390, height: 844, dpr: 2 };
const kOne = [kLaptop];
const kTwo = [kLaptop, kPhone];
const kAll = [kLaptop, kDesktop, kPhone];

const kLengths = [0.25, 0.5, 1, 1.5, 2, 2.5, 3];  // the strip's
const kDays = [0.1, 1, 3, 14, 30, 90, 180, 365];
const kTones = [1, 2, 3, 4, 5, 6];

/** Every site of the evidence, in its order. */
function sites() {
  const table = readFileSync(fileURLToPath(new URL('../../assets/evidence/sites.csv', import.meta.url)), 'utf8');
  return [...new Set(table.trim().split('\n').slice(1).map((line) => line.split(',')[0]))];
}

/** The keyboard on one of the page's own controls. */
const focused = (id) => ({
  async then(page) {
    await until(page, id, (name) => document.getElementById(name), id);
    await page.evaluate((name) => document.getElementById(name).focus(), id);
    await page.key('Shift+Tab');
    await page.key('Tab');
    await settled(page);
  },
});

/** A needle on its way: the button pressed so often, in a page that shows stills. */
const pressed = (times) => ({
  reducedMotion: true,
  async then(page, dpr) {
    for (let i = 0; i < times; i += 1) await pressInsertion(page, dpr);
  },
});

/**
 * [name, what stands after the page's address, sizes, more options]. Options are those of `open`, and `then(page, dpr)`, which runs before the
 * picture is taken.
 */
const kScenarios = [
  ['default', '', kAll],
  ['strip', '?picture=strip', kAll],
  ['surface', '?picture=surface', kTwo],
  ['split-before', '?day=90&split=before', kAll],
  ['split-protocols', '?day=90&split=protocol&b.needleLength=0.5&b.sessions=6', kAll],
  ['split-device', '?day=0&split=protocol&b.device=roller&b.needleLength=1', kTwo],
  ...kDays.map((day) => [`day-${day}`, `?day=${day}`, day === 90 ? kAll : kOne]),
  ...kTones.map((tone) => [`skin-tone-${tone}`, `?day=14&skinTone=${tone}&zoom=3&x=0.6&z=0.3`, kOne]),
  ...sites().map((site) => [`site-${site}`, `?day=14&site=${site}`, kOne]),
  ...kLengths.map((length) => [`needle-${length}`, `?day=0&needleLength=${length}`, kOne]),
  ['forehead-3', '?day=0&site=forehead&needleLength=3', kOne],
  ['whole-at-rest', '?sessions=1&day=27', kOne],
  ['close-up-5', '?day=3&zoom=5&x=-0.15&z=0.3', kTwo],
  ['close-up-20', '?day=3&zoom=20&x=-0.15&z=0.08', kOne],
  ['channel-open', '?day=0.1&zoom=25&x=-0.15&z=0.07', kTwo],
  ['channel-clot', '?day=2&zoom=50&x=-0.15&z=0.03', kOne],
  ['channel-new-collagen', '?day=45&zoom=20&x=-0.15&z=0.6', kOne],
  ['border-of-fat', '?day=0&zoom=5&x=1&z=1.7', kOne],
  ['melanocytes-tone-6', '?day=20&skinTone=6&zoom=40&x=1&z=0.06', kOne],
  ['polarised', '?day=90&light=polarised', kTwo],
  ['polarised-new-collagen', '?day=45&light=polarised&zoom=8&x=-0.15&z=0.6', kOne],
  ['projector', '?day=14&colorProfile=projector', [kLaptop, kDesktop]],
  ['projector-strip', '?picture=strip&colorProfile=projector', kOne],
  ['high-contrast', '?day=14&colorProfile=highContrast', kTwo],
  ['high-contrast-strip', '?picture=strip&colorProfile=highContrast', kOne],
  ['high-contrast-tone-6', '?day=14&colorProfile=highContrast&skinTone=6', kOne],
  ['forced-colours', '?day=14', kOne, { forcedColors: true }],
  ['roller-0.5', '?day=0&device=roller&needleLength=0.5', kOne],
  ['roller-1.5', '?day=0&device=roller&needleLength=1.5', kOne],
  ['stamp-1.5', '?day=0&device=stamp&needleLength=1.5', kOne],
  ['surface-roller', '?picture=surface&device=roller', kOne],
  ['surface-stamp', '?picture=surface&device=stamp', kOne],
  ['home-roller', '?preset=homeRoller', kOne],
  ['needle-above', '?day=0', kTwo, pressed(1)],
  ['needle-dents', '?day=0', kTwo, pressed(2)],
  ['needle-at-reach', '?day=0', kTwo, pressed(3)],
  ['needle-is-out', '?day=0', kOne, pressed(4)],
  ['needle-at-reach-roller', '?day=0&device=roller', kOne, pressed(3)],
  ['needle-dents-stamp', '?day=0&device=stamp', kOne, pressed(2)],
  ['tab-needle', '?tab=needle', kOne],
  ['tab-skin', '?tab=skin', kOne],
  ['tab-course', '?tab=course', kOne],
  ['large-text', '?textScale=2', kOne],
  ['bad-address', '?needleLength=99&site=nose', kOne],
  ['text', '?ui=text&day=30', kTwo],
  ['text-spanish-dark', '?ui=text&locale=es&colorProfile=dark', kTwo],
  ['text-forced-colours', '?ui=text', kOne, { forcedColors: true }],
  ['focus-on-a-setting', '', kTwo, focused('access-parameter-age-control')],
  ['focus-on-what-is-not-drawn', '', kOne, focused('access-time-later-control')],
  ['no-webgl', '', kTwo, { extraArgs: kNoWebGlArgs, plain: true }],
];

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function sheet(shots) {
  const figures = shots.map(({ name, query, file, size }) => `<figure><a href="${escaped(file)}"><img src="${escaped(file)}" alt="" loading="lazy"></a>
<figcaption><b>${escaped(name)}</b> ${size}<br><code>index.html${escaped(query)}</code></figcaption></figure>`);
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Pictures of the scenarios</title>
<style>
body { font: 15px/1.4 system-ui, sans-serif; margin: 16px; background: #e9edf1; color: #1b2530 }
main { display: grid; gap: 16px; grid-template-columns: repeat(auto-fill, minmax(420px, 1fr)); align-items: end }
figure { margin: 0; padding: 8px; background: #fff } img { width: 100%; max-height: 420px; object-fit: contain }
</style>
<h1>${shots.length} pictures of ${new Set(shots.map(({ name }) => name)).size} scenarios</h1>
<main>
${figures.join('\n')}
</main></html>
`;
}

const [folder, ...words] = process.argv.slice(2);
if (!folder || folder.startsWith('-')) {
  console.error('usage: node tests/web/shots.mjs DIR [--sheet] [PART OF A NAME]');
  process.exit(2);
}
const with_sheet = words.includes('--sheet');
const part = words.filter((word) => word !== '--sheet').join(' ');
mkdirSync(folder, { recursive: true });
const site = await startSiteWithFixtures();
const browser = await openBrowser('chromium');
const shots = [];
let failed = 0;
for (const [name, query, sizes, { then, ...options } = {}] of kScenarios) {
  if (!name.includes(part)) continue;
  for (const { width, height, dpr } of sizes) {
    const size = `${width}x${height}`, file = `${name}-${size}.png`;
    const page = await browser.open(`${site.direct}/${query}`, { width, height, dpr, ...options });
    try {
      await ready(page);
      await settled(page);
      await then?.(page, dpr);
      await page.screenshot(path.join(folder, file));
      shots.push({ name, query, file, size });
      console.log(path.join(folder, file));
    } catch (error) {
      failed += 1;
      console.log(`FAIL ${path.join(folder, file)}: ${error.message}`);
    }
    await page.close();
  }
}
if (with_sheet) {
  writeFileSync(path.join(folder, 'index.html'), sheet(shots));
  console.log(path.join(folder, 'index.html'));
}
await browser.close();
await site.close();
process.exit(failed === 0 ? 0 : 1);
