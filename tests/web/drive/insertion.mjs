// The button in the picture that lets a needle go in. It is drawn, not an element, so the page is asked where it stands.

import { canvasPicture, canvasRect, check, settled } from './explorer.mjs';
import { difference } from './picture.mjs';

/** Presses the needle's button: it shows the needle, then, in a page opened with `reducedMotion`, goes from still to still. */
export async function pressInsertion(page, dpr = 1) {
  const picture = await canvasPicture(page, dpr);
  const button = await page.evaluate(() => window.explorer.controls().find(({ kind, id }) => kind === 'motion' && id === 'insertion'));
  check(button, 'there is no button for the needle in the picture');
  const { x, y, width } = await canvasRect(page);
  await page.click(x + button.left + button.width / 2, y + button.top + button.height / 2);
  await settled(page);
  // Away from what changes under the pointer.
  await page.move(x + width - 4, y + 4);
  await settled(page);
  check(difference(picture, await canvasPicture(page, dpr)) > 0.001, 'pressing the button for the needle changes nothing');
}
