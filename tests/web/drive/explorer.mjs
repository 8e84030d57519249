// What the tests ask of an opened page: the explorer's interface as the contract has it, and waits that a slow machine does not break.

import { readPicture } from './picture.mjs';
import { sleep } from './process.mjs';

/** How long anything that must happen may take. Only a failing test ever waits so long. */
export const kPatience_ms = Number(process.env.NEEDLING_TEST_PATIENCE_MS ?? 60_000);

export { sleep };

export function check(condition, message) {
  if (!condition) throw new Error(message);
}

export function checkEqual(actual, expected, what) {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: ${a}, expected ${b}`);
}

/** Asks the page until the answer is true; the answer. */
export async function until(page, what, code, ...args) {
  const end = Date.now() + kPatience_ms;
  for (;;) {
    const answer = await page.evaluate(code, ...args);
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited ${kPatience_ms / 1000} s in vain: ${what}`);
    await sleep(100);
  }
}

/** Waits for `await explorer.ready`. */
export async function ready(page) {
  // An element with the id "explorer" would answer to that name too.
  await until(page, 'window.explorer.ready is a promise', () => typeof window.explorer?.ready?.then === 'function');
  const answer = await page.evaluate((patience) => Promise.race([
    Promise.resolve(window.explorer.ready).then(() => 'ready'),
    new Promise((resolve) => setTimeout(resolve, patience, 'late')),
  ]), kPatience_ms);
  check(answer === 'ready', `explorer.ready was still pending after ${kPatience_ms / 1000} s`);
}

export const framesDrawn = (page) => page.evaluate(() => window.explorer.stats().frames_drawn);

/** Waits until nothing has been drawn for 700 ms. */
export async function settled(page) {
  const end = Date.now() + kPatience_ms;
  let last = await framesDrawn(page);
  let since = Date.now();
  while (Date.now() - since < 700) {
    if (Date.now() > end) throw new Error(`it still draws frames after ${kPatience_ms / 1000} s`);
    await sleep(100);
    const now = await framesDrawn(page);
    if (now !== last) [last, since] = [now, Date.now()];
  }
}

/**
 * Checks that the page draws nothing and its day stands. A last frame may come late on a busy machine: of four stretches of `seconds`, one must be
 * quiet.
 */
export async function drawsNothing(page, when, seconds = 3) {
  let last = '';
  for (let attempt = 0; attempt < 4; attempt += 1) {
    await sleep(500);
    const before = await page.evaluate(() => [window.explorer.stats().frames_drawn, window.explorer.day]);
    await sleep(seconds * 1000);
    const [frames, day] = await page.evaluate(() => [window.explorer.stats().frames_drawn, window.explorer.day]);
    if (frames === before[0] && day === before[1]) return;
    last = `in ${seconds} s ${when} ${frames - before[0]} frames were drawn and the day went from ${before[1]} to ${day}`;
  }
  throw new Error(last);
}

/** Runs `code` in the page and waits until something has been drawn and drawing has stopped. */
export async function changePicture(page, code, ...args) {
  const before = await framesDrawn(page);
  await page.evaluate(code, ...args);
  await until(page, 'a frame is drawn after a change', (count) => window.explorer.stats().frames_drawn > count, before);
  await settled(page);
}

export const canvasRect = (page) => page.evaluate(() => {
  const { x, y, width, height } = document.getElementById('canvas').getBoundingClientRect();
  return { x, y, width, height };
});

/** A point of the canvas that is on the screen, in CSS px of its document: the given shares of the visible part's width and height. */
export const canvasPoint = (page, share_x = 0.5, share_y = 0.5) => page.evaluate((x, y) => {
  const box = document.getElementById('canvas').getBoundingClientRect();
  const [left, top, right, bottom] = [Math.max(0, box.left), Math.max(0, box.top), Math.min(innerWidth, box.right), Math.min(innerHeight, box.bottom)];
  return [left + (right - left) * x, top + (bottom - top) * y];
}, share_x, share_y);

/** The canvas as a person sees it: what the browser puts on the screen there. */
export async function canvasPicture(page, dpr = 1) {
  return readPicture(await page.screenshot(), await canvasRect(page), dpr);
}

/** Every parameter's value, by id, and the day. */
export const values = (page) => page.evaluate(() => ({
  ...Object.fromEntries(window.explorer.parameters().map(({ id }) => [id, window.explorer.get(id)])),
  day: window.explorer.day,
}));

/** The defaults of the parameter table, by id. */
export const defaults = (page) => page.evaluate(() => Object.fromEntries(window.explorer.parameters().map((row) => [row.id, row.default])));

export const state = (page) => page.evaluate(() => {
  const saved = window.explorer.state();
  return typeof saved === 'string' ? JSON.parse(saved) : saved;
});

/** What the page's message says: { shown, text, elements } where `elements` are the tags inside it. */
export const message = (page) => page.evaluate(() => {
  const element = document.getElementById('message');
  if (!element) return { shown: false, text: '', elements: [] };
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  return {
    shown: box.width > 0 && box.height > 0 && style.visibility === 'visible' && Number(style.opacity) > 0,
    text: element.textContent,
    elements: [...new Set([...element.querySelectorAll('*')].map((child) => child.localName))],
  };
});

/** A control that the canvas shows, { kind, id, left, top, width, height }, once it does. */
export const control = (page, kind, id) => until(page, `a ${kind} ${id} is drawn`, (k, i) => window.explorer.controls().find((each) => each.kind === k && each.id === i), kind, id);

/**
 * The middle of a control on the screen; the page scrolls where it must. On a phone the canvas may stay where it is, and the program moves what is
 * below the picture.
 */
export async function middleOf(page, kind, id) {
  for (;;) {
    const { left, top, width, height } = await control(page, kind, id);
    const [x, y, away] = await page.evaluate((middle_x, middle_y, fixed) => {
      const box = document.getElementById('canvas').getBoundingClientRect();
      const pinned = document.getElementById('stage').classList.contains('pinned') && !fixed;
      const picture_height = pinned ? window.explorer.stats().window.height_px : 0;
      const on_screen = box.top + middle_y, highest = picture_height + 30, lowest = innerHeight - 150;
      const wanted = on_screen < highest || on_screen > lowest ? on_screen - (highest + lowest) / 2 : 0;
      const before = scrollY;
      if (!fixed) scrollBy({ top: wanted, behavior: 'instant' });
      return [box.left + middle_x, on_screen, Math.abs(scrollY - before)];
    }, left + width / 2, top + height / 2, kind === 'jump');
    if (away < 1) return [x, y];
    await settled(page);
  }
}

export async function press(page, kind, id) {
  await page.click(...await middleOf(page, kind, id));
  await settled(page);
}
