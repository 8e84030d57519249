// The picture follows the state, survives a lost context, and has a stand-in where WebGL2 is missing.

import { canvasPicture, changePicture, check, checkEqual, framesDrawn, ready, settled, sleep, state, until } from '../drive/explorer.mjs';
import { kNoWebGlArgs } from '../browsers.mjs';
import { difference } from '../drive/picture.mjs';

/** Runs in the page before its own scripts: as in a browser that cannot draw. */
function withoutWebGl() {
  for (const type of [HTMLCanvasElement, window.OffscreenCanvas]) {
    if (!type) continue;
    const original = type.prototype.getContext;
    type.prototype.getContext = function getContext(kind, ...rest) {
      return /webgl/.test(kind) ? null : original.call(this, kind, ...rest);
    };
  }
}

const percent = (share) => `${(100 * share).toFixed(2)} %`;

async function checkFallback(page) {
  await ready(page);
  await until(page, 'the tables', () => document.querySelectorAll('#access tr').length > 7);
  const lengths = [0.5, 1, 1.5, 2, 2.5, 3];
  const rows = await page.evaluate((list) => window.explorer.depthTable(list), lengths);
  checkEqual(rows.length, lengths.length, 'rows of depthTable without WebGL2');
  const seen = await page.evaluate(() => {
    const access = document.getElementById('access');
    const box = access?.getBoundingClientRect();
    return access && { shown: box.width > 0 && box.height > 0 && getComputedStyle(access).visibility === 'visible', text: access.innerText, rows: access.querySelectorAll('tr').length };
  });
  check(seen, 'there is no #access');
  check(seen.shown, '#access is not shown');
  check(/WebGL|graphics|draw|picture/i.test(seen.text), `no message about the missing picture: ${seen.text.slice(0, 200)}`);
  check(seen.rows >= lengths.length, `${seen.rows} rows in the depth table of #access, ${lengths.length} expected`);
  for (const [i, row] of rows.entries()) {
    const reach = row.reach_mm.toFixed(2);
    check(seen.text.includes(reach), `the reach of ${lengths[i]} mm, ${reach} mm, is not in #access: ${seen.text.slice(0, 400)}`);
  }
  const result = await page.evaluate(() => {
    const set = window.explorer.set('needleLength', 2.0);
    window.explorer.seek(90);
    return [set.ok, window.explorer.day, window.explorer.describe().length > 20, window.explorer.series('collagen_total').values.length];
  });
  checkEqual(result, [true, 90, true, 731], 'set, day, describe and series without WebGL2');
  check(await page.evaluate(() => document.body.textContent.includes('Illustration for education, not your result')), 'the sentence about education is missing');
}

export const tests = [
  {
    name: 'picture: it changes clearly with a parameter',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      await settled(page);
      const before = await canvasPicture(page);
      const frames = await framesDrawn(page);
      await changePicture(page, () => window.explorer.set('needleLength', 3.0));
      check(await framesDrawn(page) > frames, 'no frame was drawn');
      const longer = await canvasPicture(page);
      check(difference(before, longer) > 0.005, `a 3.0 mm needle changes only ${percent(difference(before, longer))} of the canvas`);
      await changePicture(page, () => window.explorer.set('needleLength', 1.5));
      const back = difference(before, await canvasPicture(page));
      check(back < 0.002, `back at 1.5 mm the picture still differs in ${percent(back)}`);
    },
  },
  {
    name: 'picture: days 0, 90 and 365 look different, in any order',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      const days = [0, 90, 365];
      const pictures = [];
      await page.evaluate(() => window.explorer.seek(7));
      await settled(page);
      for (const day of days) {
        await changePicture(page, (to) => window.explorer.seek(to), day);
        checkEqual(await page.evaluate(() => window.explorer.day), day, 'explorer.day after seek');
        pictures.push(await canvasPicture(page));
      }
      for (const [i, j] of [[0, 1], [1, 2], [0, 2]]) {
        const share = difference(pictures[i], pictures[j]);
        check(share > 0.003, `days ${days[i]} and ${days[j]} differ in ${percent(share)} of the canvas only`);
      }
      await changePicture(page, () => window.explorer.seek(0));
      const back = difference(pictures[0], await canvasPicture(page));
      check(back < 0.002, `day 0 reached backwards differs in ${percent(back)}`);
    },
  },
  {
    name: 'picture: a lost context is restored, with the same picture and the same state',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      await changePicture(page, () => {
        window.explorer.set('needleLength', 2.0);
        window.explorer.set('site', 'forehead');
        window.explorer.seek(60);
      });
      const [picture_before, state_before] = [await canvasPicture(page), await state(page)];
      await page.evaluate(() => {
        window.seen = [];
        for (const type of ['contextlost', 'contextrestored']) window.explorer.on(type, () => window.seen.push(type));
        window.extension = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
        window.extension.loseContext();
      });
      await until(page, 'the event contextlost', () => window.seen.includes('contextlost'));
      checkEqual(await state(page), state_before, 'the state while the context is lost');
      await sleep(300);
      await page.evaluate(() => window.extension.restoreContext());
      await until(page, 'the event contextrestored', () => window.seen.includes('contextrestored'));
      await settled(page);
      const share = difference(picture_before, await canvasPicture(page));
      check(share < 0.002, `the restored picture differs in ${percent(share)}`);
      checkEqual(await state(page), state_before, 'the state after the context was restored');
      checkEqual(await page.evaluate(() => window.seen), ['contextlost', 'contextrestored'], 'the events');
      await changePicture(page, () => window.explorer.set('needleLength', 3.0));
      check(difference(picture_before, await canvasPicture(page)) > 0.005, 'after the loss the picture no longer follows the state');
    },
  },
  {
    name: 'fallback: a browser without WebGL2 gets a message and the depth table as text',
    async run({ open }) {
      const page = await open('/', { init: withoutWebGl, allowErrors: /WebGL/i });
      await checkFallback(page);
    },
  },
  {
    name: 'fallback: the same in a Chromium that has 3D switched off',
    engines: ['chromium'],
    async run({ open }) {
      const page = await open('/', { extraArgs: kNoWebGlArgs, plain: true, allowErrors: /WebGL/i });
      check(await page.evaluate(() => !document.createElement('canvas').getContext('webgl2')), 'this Chromium has WebGL2 after all');
      await checkFallback(page);
    },
  },
];
