// The page opens, shows the default protocol, and behaves like a guest from the first moment.

import { canvasPicture, check, checkEqual, defaults, drawsNothing, ready, settled, sleep, values } from '../drive/explorer.mjs';
import { content, difference } from '../drive/picture.mjs';
import { startFront } from '../drive/serve.mjs';
import { keptOffline } from '../drive/worker.mjs';

const kSentence = 'Illustration for education, not your result';

/** The strictest policy under which a WebAssembly page can run at all. */
const kStrictPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
  + "connect-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'";

/** Is the sentence there as a text of its own that a person can see and a screen reader reads? */
async function showsSentence(page) {
  return page.evaluate((sentence) => {
    const holds = (element) => element.textContent.replace(/\s+/g, ' ').includes(sentence);
    return [...document.body.querySelectorAll('*')].some((element) => {
      if (['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT'].includes(element.tagName) || !holds(element) || [...element.children].some(holds)) return false;
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      return box.width >= 100 && box.height >= 8 && style.visibility === 'visible' && Number(style.opacity) > 0.5 && style.clipPath === 'none' && !element.closest('[aria-hidden="true"]');
    });
  }, kSentence);
}

/** How HTML text can carry code or style inside itself. */
function inlineParts(html) {
  const text = html.replace(/<!--[\s\S]*?-->/g, '');
  const parts = [];
  for (const [tag, attributes, body] of text.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)) {
    const is_data = /type\s*=\s*["']?application\/(ld\+)?json/i.test(attributes);
    if (!is_data && (!/\bsrc\s*=/i.test(attributes) || body.trim())) parts.push(tag.slice(0, 60));
  }
  for (const [tag] of text.matchAll(/<style\b[^>]*>/gi)) parts.push(tag);
  for (const [tag] of text.matchAll(/<[a-z][^>]*?\s(on[a-z]+|style)\s*=[^>]*>/gi)) parts.push(tag.slice(0, 60));
  for (const [tag] of text.matchAll(/<[^>]+javascript:[^>]*>/gi)) parts.push(tag.slice(0, 60));
  return parts;
}

export const tests = [
  {
    name: 'load: explorer.ready resolves, with a version, no console error and no failed request',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      const version = await page.evaluate(() => window.explorer.version);
      check(typeof version === 'string' && /^\d+\.\d+/.test(version), `explorer.version is ${JSON.stringify(version)}`);
      await sleep(500);
      const failed = (await page.requests()).filter((request) => request.failed);
      check(failed.length === 0, `failed requests: ${failed.map(({ url, failed: why }) => `${url} (${why})`).join(', ')}`);
      const types = await page.evaluate(() => [window.explorer.stats(), window.explorer.day]);
      for (const key of ['frames_drawn', 'frame_ms', 'wasm_bytes', 'gl_objects']) check(Number.isFinite(types[0][key]), `stats().${key} is ${types[0][key]}`);
      check(types[0].frames_drawn > 0, 'ready, and no frame drawn');
    },
  },
  {
    name: 'load: the canvas is not blank',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      await settled(page);
      const seen = content(await canvasPicture(page));
      check(seen.colours >= 60 && seen.tiles >= 16 && seen.kinds >= 5,
        `${seen.colours} colours (60 expected), ${seen.tiles} of 64 tiles with something in them (16), ${seen.kinds} kinds of tile (5)`);
    },
  },
  {
    name: 'load: the first picture and the first state are those of the default protocol',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      const { day, ...now } = await values(page);
      checkEqual(now, await defaults(page), 'values at load');
      checkEqual([now.device, now.site, now.needleLength], ['pen', 'cheek', 1.5], 'device, site and needle length at load');
      check(day >= 0 && day <= 730, `day at load is ${day}`);
      await settled(page);
      const first = await canvasPicture(page);
      const spelled_out = await open(`/?device=pen&site=cheek&needleLength=1.5&skinTone=${now.skinTone}`);
      await ready(spelled_out);
      await settled(spelled_out);
      const same = difference(first, await canvasPicture(spelled_out));
      check(same < 0.001, `the picture of the default protocol spelled out differs in ${(100 * same).toFixed(2)} % of its pixels`);
      const other = await open('/?site=forehead&needleLength=3.0');
      await ready(other);
      await settled(other);
      const different = difference(first, await canvasPicture(other));
      check(different > 0.005, `the picture of another protocol differs in ${(100 * different).toFixed(2)} % of its pixels only`);
    },
  },
  {
    name: 'load: nothing has the focus, nothing is scrolled, nothing is written to the address',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      await settled(page);
      await sleep(1000);
      const [active, scroll, length, search] = await page.evaluate(() => [document.activeElement?.localName, scrollY, history.length, location.search + location.hash]);
      checkEqual(active, 'body', 'the focused element');
      checkEqual(scroll, 0, 'scrollY');
      checkEqual(search, '', 'query and fragment');
      await page.evaluate(() => window.explorer.play());
      await sleep(1500);
      await page.evaluate(() => window.explorer.pause());
      await sleep(1000);
      checkEqual(await page.evaluate(() => location.hash), '', 'fragment after playing, without a user\'s action');
      checkEqual(await page.evaluate(() => history.length), length, 'history.length');
    },
  },
  {
    name: 'load: nothing moves by itself under reduced motion',
    async run({ open }) {
      const page = await open('/', { reducedMotion: true });
      await ready(page);
      check(await page.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches), 'the browser itself does not say reduced motion');
      await settled(page);
      const day = await page.evaluate(() => window.explorer.day);
      await drawsNothing(page, 'under reduced motion');
      checkEqual(await page.evaluate(() => window.explorer.day), day, 'the day');
    },
  },
  {
    name: 'load: the sentence about education is text in the document, and stays',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      check(await showsSentence(page), `"${kSentence}" is not a visible text at load`);
      await page.evaluate(() => {
        window.explorer.set('needleLength', 3.0);
        window.explorer.seek(90);
        window.explorer.set('setting', 'home');
      });
      await page.key('Escape');
      await sleep(500);
      check(await showsSentence(page), `"${kSentence}" went away after changes`);
      for (const query of ['?ui=compact', '?ui=stage', '?ui=text', '?mode=lecture', '?mode=patient', '?mode=course', '?needleLength=99']) {
        await page.goto(page.at(`/${query}`));
        await ready(page);
        check(await showsSentence(page), `"${kSentence}" is not a visible text with ${query}`);
      }
    },
  },
  {
    name: 'policy: no inline script or style in the page, no violation under the strictest policy',
    async run({ open, site, cleanUp }) {
      const parts = inlineParts(await (await fetch(`${site}/`)).text());
      check(parts.length === 0, `inline parts: ${parts.join(' ')}`);
      const front = await startFront({ target: site, headers: { 'content-security-policy': kStrictPolicy } });
      cleanUp(front.close);
      const page = await open(`${front.origin}/?needleLength=99`, {
        init: () => {
          window.violations = [];
          document.addEventListener('securitypolicyviolation', (event) => window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile ?? ''}:${event.lineNumber}`));
        },
      });
      await ready(page);
      await page.evaluate(() => {
        window.explorer.set('needleLength', 2.5);
        window.explorer.seek(30);
        window.explorer.play();
      });
      await sleep(1500);
      await page.evaluate(() => window.explorer.pause());
      await page.key('Tab');
      const violations = await page.evaluate(() => window.violations);
      check(violations.length === 0, `violations: ${violations.join('; ')}`);
    },
  },
  {
    name: 'network: nothing is asked for after the load',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      await settled(page);
      await keptOffline(page);
      await sleep(1000);
      const before = (await page.requests()).length;
      const entries = await page.evaluate(() => performance.getEntriesByType('resource').length);
      check(before > 0, 'the browser tells no request at all');
      await page.evaluate(() => {
        for (const site of ['forehead', 'scalp', 'hand']) window.explorer.set('site', site);
        for (const length of [0.25, 1.0, 3.0]) window.explorer.set('needleLength', length);
        for (const day of [0, 14, 90, 365, 730]) window.explorer.seek(day);
        window.explorer.results();
        window.explorer.series('collagen_total');
        window.explorer.depthTable([0.5, 1, 2]);
        window.explorer.seek(0);
        window.explorer.play();
      });
      await sleep(3000);
      await page.evaluate(() => window.explorer.pause());
      const after = (await page.requests()).slice(before).filter(({ url }) => !/^(blob|data):/.test(url));
      check(after.length === 0, `asked for: ${after.map(({ url }) => url).join(', ')}`);
      const names = await page.evaluate((count) => performance.getEntriesByType('resource').slice(count).map(({ name }) => name), entries);
      check(names.filter((name) => !/^(blob|data):/.test(name)).length === 0, `asked for: ${names.join(', ')}`);
    },
  },
];
