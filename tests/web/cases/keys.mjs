// Keys that are held with others: the page hands them on, and leaves the rest to the browser.

import { canvasPoint, checkEqual, ready, settled, until } from '../drive/explorer.mjs';

async function focused(open, address) {
  const page = await open(address);
  await ready(page);
  await settled(page);
  const [x, y] = await canvasPoint(page);
  await page.click(x, y);
  await settled(page);
  return page;
}

export const tests = [
  {
    name: 'keys: Control Z takes a setting back, and with Shift sets it again',
    async run({ open }) {
      const page = await focused(open, '/');
      const before = await page.evaluate(() => window.explorer.get('needleLength'));
      await page.evaluate(() => window.explorer.set('needleLength', 2.5));
      await page.key('Control+z');
      await until(page, 'the needle is as long as before', (length) => window.explorer.get('needleLength') === length, before);
      await page.key('Control+Shift+z');
      await until(page, 'the needle is 2.5 mm long again', () => window.explorer.get('needleLength') === 2.5);
    },
  },
  {
    name: 'keys: undo goes back no further than the address',
    async run({ open }) {
      const page = await focused(open, '/?needleLength=2');
      await page.key('Control+z');
      await settled(page);
      checkEqual(await page.evaluate(() => window.explorer.get('needleLength')), 2, 'the needle length of the address');
    },
  },
  {
    name: 'keys: Shift with an arrow moves a close-up and leaves the day alone',
    async run({ open }) {
      const page = await focused(open, '/?zoom=4&day=30');
      const before = await page.evaluate(() => window.explorer.stats().window.centre_x_mm);
      await page.key('Shift+ArrowRight');
      await until(page, 'the close-up moved to the right', (x) => window.explorer.stats().window.centre_x_mm > x, before);
      checkEqual(await page.evaluate(() => window.explorer.day), 30, 'the day');
      await page.key('ArrowRight');
      await until(page, 'without Shift the day moves', () => window.explorer.day === 31);
    },
  },
];
