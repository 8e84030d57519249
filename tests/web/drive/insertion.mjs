// The buttons in the picture that let a needle go in. They are drawn, not elements, so they are found by their colour.

import { canvasPicture, canvasRect, check, settled } from './explorer.mjs';
import { difference } from './picture.mjs';

const kAccent = [0x0b, 0x5f, 0x8f];
const kShortest_px = 60;

const isAccent = ({ width, data }, x, y) => kAccent.every((value, i) => Math.abs(data[(y * width + x) * 4 + i] - value) <= 6);

/** The first stretch of a row that has the buttons' strong colour over at least `kShortest_px`: [from, to], or null. */
function accentRun(picture, y, right, dpr) {
  let from = -1;
  for (let x = 0; x <= right; x += 1) {
    const hit = x < right && isAccent(picture, x, y);
    if (hit && from < 0) from = x;
    if (hit || from < 0) continue;
    if (x - from >= kShortest_px * dpr) return [from, x];
    from = -1;
  }
  return null;
}

/** The middle of the uppermost strongly coloured button in the lower half of the picture, CSS px of the canvas. */
function buttonIn(picture, { top_px, height_px, width_px }, dpr) {
  const [top, bottom, right] = [top_px + height_px / 2, top_px + height_px, width_px].map((px) => Math.round(px * dpr));
  for (let y = top; y + 6 * dpr < Math.min(bottom, picture.height); y += 1) {
    // A line of that colour is no button: that one goes on below.
    const [run, below] = [accentRun(picture, y, right, dpr), accentRun(picture, y + Math.round(4 * dpr), right, dpr)];
    if (run && below) return [(run[0] + run[1]) / 2 / dpr, y / dpr + 14];
  }
  return null;
}

/** Presses the needle's button: it shows the needle, then, in a page opened with `reducedMotion`, goes from still to still. */
export async function pressInsertion(page, dpr = 1) {
  const picture = await canvasPicture(page, dpr);
  const at = buttonIn(picture, await page.evaluate(() => window.explorer.stats().window), dpr);
  check(at, 'there is no button for the needle in the lower half of the picture');
  const { x, y, width } = await canvasRect(page);
  await page.click(x + at[0], y + at[1]);
  await settled(page);
  // Away from what changes under the pointer.
  await page.move(x + width - 4, y + 4);
  await settled(page);
  check(difference(picture, await canvasPicture(page, dpr)) > 0.001, 'pressing the button for the needle changes nothing');
}
