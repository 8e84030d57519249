// Time moves when asked, and nothing is drawn that nobody needs.

import { canvasPoint, check, checkEqual, drawsNothing, framesDrawn, ready, settled, sleep, until } from '../drive/explorer.mjs';

async function playing(page) {
  await page.evaluate(() => {
    window.explorer.seek(0);
    window.explorer.play();
  });
  const before = await framesDrawn(page);
  await until(page, 'frames are drawn while playing', (count) => window.explorer.stats().frames_drawn > count + 3, before);
}

/** Checks that playing goes on, by itself or when asked again, and that no leap was made over the gap. */
async function playsOn(page, day_before) {
  await page.evaluate(() => window.explorer.play());
  const frames = await framesDrawn(page);
  await until(page, 'frames are drawn again', (count) => window.explorer.stats().frames_drawn > count, frames);
  const day = await page.evaluate(() => window.explorer.day);
  check(day - day_before < 200, `the day leapt from ${day_before} to ${day} over the gap`);
}

export const tests = [
  {
    name: 'motion: play advances the day, pause stops it and the drawing',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      await page.evaluate(() => {
        window.days = [];
        window.explorer.on('day', () => window.days.push(window.explorer.day));
        window.explorer.seek(10);
        window.explorer.play();
      });
      await until(page, 'the day advances', () => window.explorer.day > 12);
      await page.evaluate(() => window.explorer.pause());
      await sleep(300);
      const stopped = await page.evaluate(() => window.explorer.day);
      await sleep(1500);
      checkEqual(await page.evaluate(() => window.explorer.day), stopped, 'the day 1.5 s after pause');
      await settled(page);
      const days = await page.evaluate(() => window.days);
      check(days.length >= 2, `${days.length} events "day" came while playing`);
      check(days.every((day, i) => i === 0 || day >= days[i - 1]), `the day went backwards: ${days.slice(0, 20).join(' ')}`);
    },
  },
  {
    name: 'motion: play works as soon as ready resolves',
    async run({ open }) {
      const page = await open('/', {
        init: () => addEventListener('load', () => window.explorer?.ready?.then((explorer) => (explorer ?? window.explorer).play())),
      });
      await ready(page);
      await until(page, 'the day advances', () => window.explorer.day > 1);
    },
  },
  {
    name: 'motion: play ends at the last day',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      await page.evaluate(() => {
        window.explorer.seek(729);
        window.explorer.play();
      });
      await until(page, 'day 730', () => window.explorer.day >= 729.999);
      checkEqual(await page.evaluate(() => window.explorer.day), 730, 'the last day');
      await settled(page);
    },
  },
  {
    name: 'idle: nothing is drawn while nothing changes',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      await settled(page);
      await drawsNothing(page, 'after the load');
      const [x, y] = await canvasPoint(page);
      await page.click(x, y);
      await page.drag(x, y, x + 60, y + 20);
      await page.key('ArrowRight');
      await drawsNothing(page, 'after a click, a drag and a key');
    },
  },
  {
    name: 'steady: what has not changed is not sent to the graphics card again',
    async run({ open }) {
      const page = await open('/?day=150');
      await ready(page);
      await settled(page);
      const sent = () => page.evaluate(() => [window.explorer.stats().frames_drawn, window.explorer.stats().gl_uploaded_bytes]);
      const [frames, bytes] = await sent();
      check(bytes > 10_000, `${bytes} bytes were sent for the first picture`);
      for (const [from, to] of [[0.1, 0.4], [0.8, 0.9]]) {
        const [x, y] = await canvasPoint(page, from, 0.3);
        const [to_x, to_y] = await canvasPoint(page, to, 0.3);
        await page.evaluate((ends) => {
          const canvas = document.getElementById('canvas');
          for (let i = 0; i <= 20; ++i) {
            const at = (a, b) => a + (b - a) * i / 20;
            canvas.dispatchEvent(new PointerEvent('pointermove', { clientX: at(ends[0], ends[2]), clientY: at(ends[1], ends[3]), bubbles: true }));
          }
        }, [x, y, to_x, to_y]);
        await settled(page);
      }
      const [frames_after, bytes_after] = await sent();
      check(frames_after > frames, 'moving the pointer drew nothing');
      checkEqual(bytes_after, bytes, 'bytes sent after the pointer moved over picture and panel');
      await page.evaluate(() => window.explorer.play());
      await until(page, 'ten frames while playing', (count) => window.explorer.stats().frames_drawn > count + 10, frames_after);
      await page.evaluate(() => window.explorer.pause());
      const [frames_played, bytes_played] = await sent();
      const each = (bytes_played - bytes_after) / (frames_played - frames_after);
      check(each > 0 && each < 1_000_000, `${Math.round(each)} bytes were sent a frame while playing`);
    },
  },
  {
    name: 'pace: a picture that moves too slowly is drawn at half sharpness, says so, and is sharp again at rest',
    async run({ open }) {
      // As a machine that manages ten frames a second.
      const page = await open('/?day=20', {
        dpr: 2,
        init: () => {
          const { requestAnimationFrame } = window;
          window.requestAnimationFrame = (draw) => setTimeout(() => requestAnimationFrame.call(window, draw), 90);
        },
      });
      await ready(page);
      await settled(page);
      const words = () => page.evaluate(() => document.getElementById('pace').textContent);
      checkEqual(await words(), '', 'the note before anything moves');
      await page.evaluate(() => window.explorer.play());
      await until(page, 'the note', () => document.getElementById('pace').textContent.includes('half sharpness'));
      const frames = await framesDrawn(page);
      await until(page, 'frames at half sharpness', (count) => window.explorer.stats().frames_drawn > count + 2, frames);
      // The same day at half and at full sharpness: what else is on the graphics card differs from day to day.
      const half = await page.evaluate(() => {
        window.explorer.pause();
        return window.explorer.stats().gl_bytes;
      });
      await until(page, 'the end of the note', () => document.getElementById('pace').textContent === '');
      await settled(page);
      const sharp = await page.evaluate(() => window.explorer.stats().gl_bytes);
      check(half < 0.8 * sharp, `${half} bytes at half sharpness, ${sharp} at full`);
    },
  },
  {
    name: 'idle: nothing is drawn while the page is hidden',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      await playing(page);
      await page.hide();
      await until(page, 'the page is hidden', () => document.hidden);
      const day = await page.evaluate(() => window.explorer.day);
      await drawsNothing(page, 'while the page is hidden');
      await page.show();
      await until(page, 'the page is visible', () => !document.hidden);
      await playsOn(page, day);
    },
  },
  {
    name: 'idle: nothing is drawn while the frame is scrolled away',
    async run({ open }) {
      const host = await open('/~fixtures/host.html?src=/');
      const page = await host.frame('#frame');
      await ready(page);
      await playing(page);
      await host.evaluate(() => scrollTo(0, 3500));
      const day = await page.evaluate(() => window.explorer.day);
      await drawsNothing(page, 'while scrolled away');
      await host.evaluate(() => scrollTo(0, 0));
      await playsOn(page, day);
    },
  },
];
