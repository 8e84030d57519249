// Keyboard, wheel and touch belong to the reader and to the page around.

import { canvasPoint, canvasPicture, check, checkEqual, control, kPatience_ms, press, ready, settled, sleep, state, until } from '../drive/explorer.mjs';
import { difference, readPicture } from '../drive/picture.mjs';

/** Keys that are the browser's. */
const kBrowserKeys = [
  { key: 'F5', code: 'F5', keyCode: 116 }, { key: 'F3', code: 'F3', keyCode: 114 }, { key: 'F6', code: 'F6', keyCode: 117 },
  { key: 'F11', code: 'F11', keyCode: 122 }, { key: 'F12', code: 'F12', keyCode: 123 },
  { key: 'f', code: 'KeyF', keyCode: 70, ctrlKey: true }, { key: 'r', code: 'KeyR', keyCode: 82, ctrlKey: true },
  { key: 'l', code: 'KeyL', keyCode: 76, ctrlKey: true }, { key: 'p', code: 'KeyP', keyCode: 80, ctrlKey: true },
  { key: '+', code: 'Equal', keyCode: 187, ctrlKey: true }, { key: '-', code: 'Minus', keyCode: 189, ctrlKey: true },
  { key: '0', code: 'Digit0', keyCode: 48, ctrlKey: true }, { key: 'f', code: 'KeyF', keyCode: 70, metaKey: true },
  { key: '+', code: 'Equal', keyCode: 187, metaKey: true }, { key: 'ArrowLeft', code: 'ArrowLeft', keyCode: 37, altKey: true },
  { key: 'Tab', code: 'Tab', keyCode: 9 }, { key: 'Tab', code: 'Tab', keyCode: 9, shiftKey: true }, { key: 'Tab', code: 'Tab', keyCode: 9, ctrlKey: true },
];

/** Runs in the page: keeps [ctrlKey, defaultPrevented] of every wheel event, once it has been through. */
function watchWheel() {
  window.wheels = [];
  addEventListener('wheel', (event) => setTimeout(() => window.wheels.push([event.ctrlKey, event.defaultPrevented])), { capture: true, passive: true });
}

async function turnWheel(page, x, y, dy, options) {
  const before = await page.evaluate(() => window.wheels.length);
  await page.wheel(x, y, dy, options);
  await until(page, 'the wheel event arrives', (count) => window.wheels.length > count, before);
  const [ctrl, prevented] = await page.evaluate(() => window.wheels.at(-1));
  checkEqual(ctrl, options?.ctrl ?? false, 'the event\'s ctrlKey');
  return prevented;
}

/** Presses `chord` until `document.activeElement` of the host has the id; how many presses, and the ids on the way. */
async function pressUntil(host, chord, id) {
  const way = [];
  for (let presses = 1; presses <= 300; presses += 1) {
    await host.key(chord);
    const active = await host.evaluate(() => document.activeElement?.id ?? '');
    if (active !== way.at(-1)) way.push(active);
    if (active === id) return way;
  }
  throw new Error(`300 times ${chord} never reached #${id}: the focus went ${way.join(' > ')}`);
}

/** A finger from a place on the screen by so much; along the page the browser takes it over. */
const swipeFrom = (page, ...way) => page.evaluate(async ([x, y, across, along]) => {
  const canvas = document.getElementById('canvas');
  const send = (type, at_x, at_y, buttons) => canvas.dispatchEvent(new PointerEvent(type, {
    pointerId: 7, pointerType: 'touch', isPrimary: true, button: type === 'pointermove' ? -1 : 0, buttons, clientX: at_x, clientY: at_y, bubbles: true, cancelable: true,
  }));
  const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
  send('pointerdown', x, y, 1);
  await frame();
  for (let step = 1; step <= 4; ++step) {
    send('pointermove', x + (across * step) / 4, y + (along * step) / 4, 1);
    await frame();
  }
  send(along === 0 ? 'pointerup' : 'pointercancel', x + across, y + along, 0);
  await frame();
  await frame();
}, way);

export const tests = [
  {
    name: 'keyboard: Tab goes in and comes out again, both ways',
    async run({ open }) {
      const host = await open('/~fixtures/host.html?src=/');
      const page = await host.frame('#frame');
      await ready(page);
      await settled(page);
      await host.evaluate(() => document.getElementById('before').focus());
      const forth = await pressUntil(host, 'Tab', 'after');
      check(forth.includes('frame'), `Tab never entered the explorer: ${forth.join(' > ')}`);
      const back = await pressUntil(host, 'Shift+Tab', 'before');
      check(back.includes('frame'), `Shift+Tab never entered the explorer: ${back.join(' > ')}`);
    },
  },
  {
    name: 'keyboard: Tab leaves the canvas after a click on it',
    async run({ open }) {
      const host = await open('/~fixtures/host.html?src=/');
      const page = await host.frame('#frame');
      await ready(page);
      const [x, y] = await canvasPoint(page);
      const frame = await host.evaluate(() => {
        const box = document.getElementById('frame').getBoundingClientRect();
        return [box.x, box.y];
      });
      await host.click(frame[0] + x, frame[1] + y);
      await until(host, 'a click into the frame gives it the keyboard', () => document.activeElement?.id === 'frame');
      await pressUntil(host, 'Tab', 'after');
    },
  },
  {
    name: 'keyboard: the browser\'s own keys pass through the focused canvas',
    async run({ open, engine }) {
      const page = await open('/');
      await ready(page);
      const [x, y] = await canvasPoint(page);
      await page.click(x, y);
      await until(page, 'a click on the canvas gives the keyboard to it or to an element over it', () => document.activeElement !== document.body);
      const taken = await page.evaluate((keys) => keys.filter((key) => {
        const events = ['keydown', 'keyup'].map((type) => new KeyboardEvent(type, { bubbles: true, cancelable: true, composed: true, ...key }));
        return events.map((event) => !document.getElementById('canvas').dispatchEvent(event) || !document.activeElement.dispatchEvent(event)).includes(true);
      }).map(({ key, ctrlKey, altKey, metaKey, shiftKey }) => [ctrlKey && 'Ctrl', altKey && 'Alt', metaKey && 'Meta', shiftKey && 'Shift', key].filter(Boolean).join('+')), kBrowserKeys);
      checkEqual(taken, [], 'keys whose default was prevented');
      if (engine !== 'chromium') return;
      await page.evaluate(() => {
        window.keys = [];
        addEventListener('keydown', (event) => setTimeout(() => window.keys.push([event.key, event.defaultPrevented])), true);
      });
      for (const chord of ['F5', 'F3', 'Control+f', 'Control++', 'Control+-']) await page.key(chord);
      await until(page, 'the key events arrive', () => window.keys.filter(([key]) => key !== 'Control').length >= 5);
      const real = (await page.evaluate(() => window.keys)).filter(([, prevented]) => prevented).map(([key]) => key);
      checkEqual(real, [], 'pressed keys whose default was prevented');
    },
  },
  {
    name: 'keyboard: what is typed into a field beside the canvas arrives there',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      const [x, y] = await canvasPoint(page);
      await page.click(x, y);
      await page.evaluate(() => {
        const field = document.createElement('input');
        field.id = 'own-field';
        document.body.prepend(field);
        field.focus();
      });
      await page.type('ab c');
      for (const key of ['Backspace', 'ArrowLeft', 'ArrowLeft', 'Delete']) await page.key(key);
      await page.type('x 1');
      await sleep(200);
      checkEqual(await page.evaluate(() => [document.activeElement.id, document.getElementById('own-field').value]), ['own-field', 'ax 1 '], 'the field');
    },
  },
  {
    name: 'wheel: over the canvas it scrolls the page until the canvas is clicked; with Ctrl it always zooms',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      await settled(page);
      await page.evaluate(watchWheel);
      const middle = await canvasPoint(page);
      check(!await turnWheel(page, ...middle, 120), 'a plain wheel over the unfocused canvas was prevented');
      check(!await turnWheel(page, ...middle, -120, { ctrl: true }), 'Ctrl+wheel over the unfocused canvas was prevented');
      await page.click(...middle);
      await settled(page);
      let used = 0;
      // Up over the picture, which is to come nearer, and down over the panel, which is to scroll.
      for (const [where, turn, ...point] of [['the middle', -240, ...middle], ['the right part', 240, ...await canvasPoint(page, 0.85)]]) {
        await page.move(...point);
        await settled(page);
        const before = await canvasPicture(page);
        const prevented = await turnWheel(page, ...point, turn);
        await settled(page);
        const share = difference(before, await canvasPicture(page));
        if (prevented) used += 1;
        check(!prevented || share > 0.005, `over ${where} of the focused canvas the wheel is kept from the page and changes ${(100 * share).toFixed(2)} % of the picture only`);
      }
      check(used > 0, 'after a click on the canvas a plain wheel over it was not used');
      check(!await turnWheel(page, ...middle, 120, { ctrl: true }), 'Ctrl+wheel over the focused canvas was prevented');
    },
  },
  {
    name: 'wheel: over an embedded canvas it scrolls the page around',
    engines: ['chromium', 'firefox'],
    async run({ open }) {
      const host = await open('/~fixtures/host.html?src=/');
      const page = await host.frame('#frame');
      await ready(page);
      await settled(page);
      const box = await host.evaluate(() => {
        const { x, y, width, height } = document.getElementById('frame').getBoundingClientRect();
        return [x + width / 2, y + height / 2];
      });
      // The frame's own document goes first where it is higher than the frame.
      const end = Date.now() + kPatience_ms;
      while (await host.evaluate(() => scrollY) < 50) {
        if (Date.now() > end) throw new Error('the wheel never scrolled the page around');
        await host.wheel(...box, 400);
        await sleep(200);
      }
    },
  },
  {
    name: 'touch: a finger that scrolls the page changes no control; one that moves across does',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      await settled(page);
      const before = await state(page);
      // Swipes from a grid of places all over the panel.
      const swipe = async (across, along) => {
        const { left, top, width, bottom } = await page.evaluate(() => document.getElementById('canvas').getBoundingClientRect().toJSON());
        for (let y = top + 120; y < bottom - 60; y += 27) await swipeFrom(page, left + 0.9 * width, y, across, along);
      };
      for (const along of [-60, 60]) await swipe(5, along);
      await settled(page);
      checkEqual(await state(page), before, 'the state after swiping along the page, down and up again');
      await swipe(-60, 0);
      await settled(page);
      check(JSON.stringify(await state(page)) !== JSON.stringify(before), 'dragging across the controls changed nothing');
    },
  },
  {
    name: 'touch: a finger on the canvas can scroll and zoom the page',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      const action = await page.evaluate(() => getComputedStyle(document.getElementById('canvas')).touchAction);
      check(action === 'auto' || action === 'manipulation' || (/pan-y|pan-up/.test(action) && /pinch-zoom/.test(action)), `touch-action of the canvas is ${action}`);
      const scale = await page.evaluate(() => document.querySelector('meta[name=viewport]')?.content ?? '');
      check(!/user-scalable\s*=\s*(no|0)|maximum-scale/.test(scale), `the viewport forbids zooming: ${scale}`);
      check(/width\s*=\s*device-width/.test(scale), `the viewport does not follow the device: "${scale}"`);
    },
  },
  {
    name: 'phone: the picture stays in view while a control far below it is changed',
    async run({ open }) {
      const page = await open('/', { width: 390, height: 844 });
      await ready(page);
      await settled(page);
      await press(page, 'jump', 'settings');
      await until(page, 'the page has scrolled', () => scrollY > 300);
      const box = await page.evaluate(() => document.getElementById('canvas').getBoundingClientRect().toJSON());
      check(Math.abs(box.top) < 1 && box.bottom <= 844, `the canvas is not where it was: ${JSON.stringify(box)}`);
      const slider = await control(page, 'parameter', 'needleLength');
      const { top_px, width_px, height_px } = await page.evaluate(() => window.explorer.stats().window);
      const picture = async () => readPicture(await page.screenshot(), { x: 0, y: top_px, width: width_px, height: height_px });
      const before = await picture();
      check(slider.top > top_px + height_px && slider.top + slider.height < 844 - 90, `the slider is out of sight: ${JSON.stringify(slider)}`);
      // The button for less.
      await page.click(box.left + slider.left + 10, box.top + slider.top + slider.height / 2);
      await settled(page);
      check((await state(page)).needleLength < 1.5, 'the needle is not shorter');
      check(difference(before, await picture()) > 0.01, 'the picture in view is the same');
      await page.evaluate(() => scrollTo(0, 0));
      await settled(page);
      checkEqual(await page.evaluate(() => window.explorer.stats().window.top_px), top_px, 'the upper edge of the picture');
    },
  },
  {
    name: 'touch: a finger on a panel beside the picture scrolls it',
    async run({ open }) {
      const page = await open('/', { width: 1000, height: 640 });
      await ready(page);
      await settled(page);
      const before = await control(page, 'parameter', 'needleLength');
      await swipeFrom(page, before.left + 0.5 * before.width, 400, 0, -120);
      await settled(page);
      const after = await control(page, 'parameter', 'needleLength');
      check(Math.abs(before.top - after.top - 120) <= 10, `dragged up by 120 px the panel moved from ${before.top} to ${after.top}`);
      checkEqual((await state(page)).needleLength, 1.5, 'the needle length');
    },
  },
  {
    name: 'wheel: where the page has nothing to scroll, it scrolls the panel under the pointer',
    engines: ['chromium', 'firefox'],
    async run({ open }) {
      const page = await open('/', { width: 1000, height: 640 });
      await ready(page);
      await settled(page);
      const before = await control(page, 'parameter', 'needleLength');
      await page.move(before.left + 0.5 * before.width, before.top);
      await page.wheel(before.left + 0.5 * before.width, before.top, 120);
      await settled(page);
      check((await control(page, 'parameter', 'needleLength')).top < before.top - 20, 'the panel did not move');
    },
  },
];
