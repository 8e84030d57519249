// Draws the PNGs of assets/icons from icon.svg in Chromium: node tests/web/render_icons.mjs. They are kept beside it, so that a build needs no browser.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './browsers.mjs';

const kFolder = fileURLToPath(new URL('../../assets/icons/', import.meta.url));
/** [file, size, radius of its corners as a share of it]; of the full ones the system cuts the corners itself. */
const kIcons = [['icon-192.png', 192, 0.22], ['icon-512.png', 512, 0.22], ['maskable-512.png', 512, 0], ['apple-touch-icon.png', 180, 0]];

/** In the page: the drawing as a PNG in base64. */
async function drawn(source, size, radius) {
  const picture = new Image(size, size);
  picture.src = source;
  await picture.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
  const paper = canvas.getContext('2d');
  paper.roundRect(0, 0, size, size, radius * size);
  paper.clip();
  paper.drawImage(picture, 0, 0, size, size);
  return canvas.toDataURL('image/png').split(',')[1];
}

const source = `data:image/svg+xml;base64,${readFileSync(`${kFolder}icon.svg`).toString('base64')}`;
const browser = await openBrowser('chromium');
const page = await browser.open('about:blank');
for (const [name, size, radius] of kIcons) writeFileSync(kFolder + name, Buffer.from(await page.evaluate(drawn, source, size, radius), 'base64'));
await browser.close();
