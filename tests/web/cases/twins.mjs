// The page's own controls over the drawn ones: in the same places, with the same values, one after the other by Tab, and what
// is told of a change.

import { check, checkEqual, kPatience_ms, ready, settled, sleep, until } from '../drive/explorer.mjs';
import { listed } from './access.mjs';

const kParameterTests = [
  ['', ['device', 'needleLength', 'needleCount', 'needleDiameter', 'passes', 'pressure', 'channelDensity', 'technique', 'needleCondition', 'glideSpeed']],
  ['glideSpeed=20', ['strokesPerSecond']],
  ['', ['site', 'age', 'sex', 'skinTone', 'smoking', 'photodamage']],
  ['sex=female&age=60', ['menopauseYears']],
  ['', ['indication', 'setting', 'sessions', 'intervalWeeks', 'numbingMinutes', 'topical', 'cover', 'randomSeed']],
];

/** Runs in the page: whether a control of the page lies where its drawn twin is; else what is wrong. */
function misplaced(id) {
  const field = document.querySelector(`.field[data-id="${id}"]`);
  const drawn = window.explorer.controls().find((place) => `${place.kind}:${place.id}` === id);
  if (!field || !drawn) return `${field ? 'no twin' : 'no field'} of ${id}`;
  const canvas = document.getElementById('canvas').getBoundingClientRect(), box = field.getBoundingClientRect();
  const off = [box.left - canvas.left - drawn.left, box.top - canvas.top - drawn.top, box.width - drawn.width, box.height - drawn.height];
  const inside = box.top >= canvas.top - 1 && box.bottom <= canvas.bottom + 1;
  return off.every((difference) => Math.abs(difference) < 1) && inside ? '' : `${id} is off by ${off.map((each) => each.toFixed(1))}`;
}

/** Sets a native control to another value, as a visitor would; the value. */
function setOther(id) {
  const control = document.getElementById(`access-parameter-${id}-control`);
  if (control.localName === 'select') control.selectedIndex = (control.selectedIndex + 1) % control.length;
  else control.value = Number(control.value) + Number(control.step) <= Number(control.max) ? Number(control.value) + Number(control.step) : Number(control.value) - Number(control.step);
  control.dispatchEvent(new Event('input'));
  control.dispatchEvent(new Event('change'));
  return control.localName === 'select' ? control.value : Number(control.value);
}

/** Runs in the page: what has the focus, where it is shown and how it is marked. */
function focusNow() {
  const control = document.activeElement;
  if (control === document.body) return null;
  const target = control.closest('#access') ? control.closest('.choice, .field') : control;
  const { left, top, right, bottom, width, height } = target.getBoundingClientRect();
  const canvas_ring = control.id === 'canvas' && getComputedStyle(document.getElementById('view'), '::after').borderTopWidth === '3px';
  const style = getComputedStyle(target);
  return {
    id: control.name || control.id || control.localName, access: control.closest('#access') !== null,
    inside: left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1, width, height,
    ring: canvas_ring || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2),
  };
}

/** What Tab can reach among the page's own controls. */
const reachable = (page) => page.evaluate(() => [...document.querySelectorAll('#access :is(input, select, button, summary)')]
  .filter((control) => control.type !== 'radio' || control.checked)
  .filter((control) => control.localName === 'summary' || !control.closest('details:not([open])')).map((control) => control.name || control.id));

/** Waits until what has the focus stands still in view, with its ring; else why not. */
async function shownFocus(page) {
  let seen = null;
  for (let tries = 0; tries < 40; ++tries) {
    seen = await page.evaluate(focusNow);
    if (seen === null || (seen.inside && seen.ring && seen.width >= 20 && seen.height >= 20)) return seen;
    await sleep(100);
  }
  throw new Error(`the focus is not seen: ${JSON.stringify(seen)}`);
}

async function placed(page, id) {
  const end = Date.now() + kPatience_ms;
  for (let wrong = 'late'; wrong !== ''; wrong = await page.evaluate(misplaced, id)) {
    if (Date.now() > end) throw new Error(wrong);
    await sleep(100);
  }
}

const places = kParameterTests.map(([query, ids]) => ({
  name: `twins: ${ids[0]}${ids.length > 1 ? ` to ${ids.at(-1)}` : ''} lie over the drawn controls, set the model and follow it`,
  async run({ open }) {
    const page = await open(`/?${query}`);
    await ready(page);
    await settled(page);
    await listed(page);
    for (const id of ids) {
      await page.evaluate((name) => document.getElementById(`access-parameter-${name}-control`).focus(), id);
      await placed(page, `parameter:${id}`);
      const before = await page.evaluate((name) => window.explorer.get(name), id);
      const wanted = await page.evaluate(setOther, id);
      check(wanted !== before, `${id} has one value only`);
      checkEqual(await page.evaluate((name) => window.explorer.get(name), id), wanted, `${id} of the model`);
      await page.evaluate((name, value) => window.explorer.set(name, value), id, before);
      await until(page, `the control of ${id} follows the model`, (name, value) => document.getElementById(`access-parameter-${name}-control`)?.value === String(value), id, before);
      checkEqual(await page.evaluate(() => document.activeElement.id), `access-parameter-${id}-control`, 'what has the focus after the change');
    }
  },
}));

export const tests = [
  ...places,
  {
    name: 'keyboard: Tab goes through every control, each in view with its ring, and out; Escape leaves at once',
    async run({ open }) {
      const host = await open('/~fixtures/host.html?src=/&width=1100&height=640', { width: 1200, height: 760 });
      const page = await host.frame('#frame');
      await ready(page);
      await settled(page);
      await listed(page);
      await host.evaluate(() => document.getElementById('before').focus());
      const visited = new Set();
      const inFrame = () => host.evaluate(() => document.activeElement.id === 'frame');
      for (let presses = 0; presses < 200; ++presses) {
        await host.key('Tab');
        if (!await inFrame()) break;
        await host.evaluate(() => document.getElementById('frame').scrollIntoView({ block: 'nearest' }));
        const seen = await shownFocus(page);
        if (seen) visited.add(seen.id);
      }
      checkEqual(await host.evaluate(() => document.activeElement.id), 'after', 'where Tab comes out');
      check(visited.has('canvas'), 'Tab passes the canvas by');
      const missed = (await reachable(page)).filter((id) => !visited.has(id));
      checkEqual(missed, [], 'controls that Tab passes by');
      await page.evaluate(() => document.getElementById('access-parameter-age-control').focus());
      await host.key('Escape');
      await until(page, 'Escape leaves to what stands behind', () => document.activeElement.closest('#footer') !== null);
      await host.evaluate(() => document.getElementById('before').focus());
      await host.type('a b');
      checkEqual(await host.evaluate(() => [document.getElementById('before').value, scrollX]), ['a b', 0], 'a field of the page around');
    },
  },
  ...[['on a phone', { width: 390, height: 844 }], ['at 400 % of 1280 pixels', { width: 320, height: 256 }]].map(([where, size]) => ({
    name: `keyboard: ${where} what has the focus is drawn and in view, over the line at the foot, and nothing scrolls sideways`,
    engines: ['chromium', 'firefox'],  // WebKit's window does not get as narrow
    async run({ open }) {
      const page = await open('/', size);
      await ready(page);
      await settled(page);
      await listed(page);
      for (const id of ['parameter-age-control', 'parameter-cover-control', 'picture-strip', 'parameter-passes-control', 'key-textScale-control', 'time-day-control']) {
        await page.evaluate((name) => document.getElementById(`access-${name}`).focus(), id);
        await until(page, `${id} is in view`, () => {
          const target = document.activeElement.closest('.choice, .field');
          const box = target.getBoundingClientRect(), foot = document.getElementById('footer').getBoundingClientRect();
          return !target.hasAttribute('data-away') && box.top >= 0 && box.bottom <= foot.top && box.height > 20;
        });
      }
      checkEqual(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, 'pixels beyond the side');
    },
  })),
  {
    name: 'keyboard: arrows and a list set what has the focus, and leave the day alone',
    async run({ open }) {
      const page = await open('/?day=30');
      await ready(page);
      await settled(page);
      await listed(page);
      await page.evaluate(() => document.getElementById('access-parameter-needleLength-control').focus());
      await page.key('ArrowRight');
      await until(page, 'the needle is longer', () => window.explorer.get('needleLength') === 1.55);
      await page.key('Home');
      await until(page, 'the needle is the shortest', () => window.explorer.get('needleLength') === 0.25);
      checkEqual(await page.evaluate(() => window.explorer.day), 30, 'the day');
      await page.evaluate(() => document.getElementById('access-time-day-control').focus());
      await page.key('ArrowRight');
      await until(page, 'the day is 31', () => window.explorer.day === 31);
      await until(page, 'there is something to undo', () => !document.getElementById('access-history-undo-control').hasAttribute('aria-disabled'));
      await page.evaluate(() => document.getElementById('access-history-undo-control').focus());
      await page.key('Enter');
      await until(page, 'undo', () => window.explorer.get('needleLength') === 1.55);
    },
  },
  {
    name: 'twins: every button of the page does what the drawn one does',
    async run({ open }) {
      const page = await open('/?day=10');
      await ready(page);
      await settled(page);
      await listed(page);
      const press = (id) => page.evaluate((name) => document.getElementById(`access-${name}-control`).click(), id);
      const choose = (id) => page.evaluate((name) => document.getElementById(`access-${name}`).click(), id);
      await press('time-next');
      checkEqual(await page.evaluate(() => window.explorer.day), 11, 'the day after Next day');
      await press('time-later');
      checkEqual(await page.evaluate(() => window.explorer.day), 28, 'the day of the next treatment');
      await press('zoom-closer');
      check(await page.evaluate(() => window.explorer.get('zoom')) > 1.5, 'Closer does not zoom');
      await choose('near-whole');
      await choose('near-channel');
      check(await page.evaluate(() => window.explorer.get('zoom')) > 2, 'One channel does not zoom');
      await choose('picture-strip');
      checkEqual(await page.evaluate(() => window.explorer.get('picture')), 'strip', 'the picture');
      await choose('picture-section');
      await settled(page);
      await press('structure-next');
      await until(page, 'a structure is told', () => document.getElementById('structure').textContent.length > 20);
      await press('motion-insertion');
      await until(page, 'the place of the needle', () => document.getElementById('access-motion-at-control'));
      await press('time-play');
      await until(page, 'time runs', () => window.explorer.day > 29);
      await press('time-play');
      await until(page, 'time rests', () => !window.explorer.playing);
      await choose('locale-es');
      await until(page, 'Spanish', () => document.querySelector('[data-section=time] h2').textContent === 'Tiempo');
      checkEqual(await page.evaluate(() => document.getElementById('access-parameter-age-control').labels[0].textContent), 'Edad', 'a label');
    },
  },
  {
    name: 'twins: the keyboard opens the drawn sheet of words and its text at once, Escape closes both and stays',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      await settled(page);
      await listed(page);
      for (const id of ['why:age', 'time:now', 'chart:table']) {
        const summary = `access-${id.replace(':', '-')}-control`;
        // The sheet that is drawn says so in the list of parts, which opens the fold.
        await page.evaluate((name) => document.getElementById(name).focus(), summary);
        await placed(page, id);
        await page.key('Enter');
        await until(page, `${id} opens and tells something`, (name) => {
          const { open: shown, textContent } = document.getElementById(name).parentElement;
          return shown && textContent.length > 60;
        }, summary);
        await page.key('Escape');
        await until(page, `${id} closes`, (name) => !document.getElementById(name).parentElement.open, summary);
        checkEqual(await page.evaluate(() => document.activeElement.id), summary, 'what has the focus after it is closed');
      }
      await page.key('Escape');
      await until(page, 'Escape leaves', () => document.activeElement.closest('#access') === null);
    },
  },
  {
    name: 'twins: value texts and warnings of a control come from the program, with unit and layer',
    async run({ open }) {
      for (const [locale, words] of [['en', '1.5 millimetres; reaches about 1.38 (1.05 to 1.50), reticular dermis'], ['es', '1,5 milímetros; llega a unos 1,38 (1,05 a 1,50), dermis reticular']]) {
        const page = await open(`/?locale=${locale}`);
        await ready(page);
        await listed(page);
        const found = await page.evaluate(() => {
          const control = document.getElementById('access-parameter-needleLength-control');
          return [control.getAttribute('aria-valuetext'), control.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id).textContent.length > 20)];
        });
        checkEqual(found, [words, [true, true]], 'value text, why and warning');
        await page.close();
      }
    },
  },
  {
    name: 'live: a change is told once, without what the control in use says itself, and playing is not told day by day',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      await settled(page);
      await listed(page);
      await page.evaluate(() => {
        window.told = [];
        new MutationObserver(() => window.told.push(document.getElementById('outcome').textContent)).observe(document.getElementById('outcome'), { childList: true });
      });
      const told = () => page.evaluate(() => window.told);
      await page.evaluate(() => window.explorer.set('needleLength', 2));
      await until(page, 'the change is told', () => window.told.length === 1);
      check(/2 mm needle reaches/.test((await told())[0]) && !/Day 0/.test((await told())[0]), `what is told: ${(await told())[0]}`);
      await page.evaluate(() => document.getElementById('access-parameter-needleLength-control').focus());
      await page.key('ArrowRight');
      await until(page, 'the model follows', () => window.explorer.get('needleLength') === 2.05);
      await sleep(1200);
      checkEqual((await told()).filter((words) => words.includes('2.05')), [], 'what the control in use says already');
      await page.evaluate(() => { window.told.length = 0; window.explorer.play(); });
      await until(page, 'days pass', () => window.explorer.day > 15);
      const while_playing = (await told()).length;
      await page.evaluate(() => window.explorer.pause());
      check(while_playing <= 1, `while it played ${while_playing} changes were told`);
      await until(page, 'the day is told at the end', () => /Day \d\d/.test(window.told.at(-1) ?? ''));
      checkEqual(await page.evaluate(() => [...document.querySelectorAll('[aria-live]')].map((each) => each.id)), ['live'], 'live regions');
    },
  },
];
