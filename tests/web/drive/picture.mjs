// Screenshots as pixels: cut out, compared, and asked whether there is anything on them.

import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** A PNG's bytes as { width, height, data (RGBA) }, cut to `rect` ({ x, y, width, height } in CSS px) at `dpr` where given. */
export function readPicture(png, rect = null, dpr = 1) {
  const whole = PNG.sync.read(png);
  if (!rect) return whole;
  const x = Math.max(0, Math.round(rect.x * dpr));
  const y = Math.max(0, Math.round(rect.y * dpr));
  const width = Math.min(whole.width - x, Math.round(rect.width * dpr));
  const height = Math.min(whole.height - y, Math.round(rect.height * dpr));
  if (width < 1 || height < 1) throw new Error(`nothing of the canvas is on the screenshot: ${JSON.stringify(rect)} of ${whole.width}x${whole.height}`);
  const part = new PNG({ width, height });
  PNG.bitblt(whole, part, x, y, width, height, 0, 0);
  return part;
}

/** The share of pixels, 0 to 1, that clearly differ; anti-aliased edges count. */
export function difference(a, b) {
  if (a.width !== b.width || a.height !== b.height) return 1;
  return pixelmatch(a.data, b.data, null, a.width, a.height, { threshold: 0.1, includeAA: true }) / (a.width * a.height);
}

/**
 * What there is to see: `colours`, the number of distinct colours at 5 bits a channel; `tiles`, how many of 8x8 tiles hold at least 4 of them;
 * `kinds`, how many clearly different mean colours the tiles have.
 */
export function content(picture) {
  const kGrid = 8;
  const colours = new Set();
  let tiles = 0;
  const means = [];
  for (let row = 0; row < kGrid; row += 1) {
    for (let column = 0; column < kGrid; column += 1) {
      const tile = tileContent(picture, [column, row], kGrid);
      tile.colours.forEach((colour) => colours.add(colour));
      if (tile.colours.size >= 4) tiles += 1;
      if (!means.some((mean) => Math.hypot(...mean.map((value, i) => value - tile.mean[i])) < 12)) means.push(tile.mean);
    }
  }
  return { colours: colours.size, tiles, kinds: means.length };
}

function tileContent({ width, height, data }, [column, row], grid) {
  const colours = new Set();
  const sum = [0, 0, 0];
  let count = 0;
  for (let y = Math.floor((row * height) / grid); y < Math.floor(((row + 1) * height) / grid); y += 1) {
    for (let x = Math.floor((column * width) / grid); x < Math.floor(((column + 1) * width) / grid); x += 1) {
      const at = (y * width + x) * 4;
      colours.add(((data[at] >> 3) << 10) | ((data[at + 1] >> 3) << 5) | (data[at + 2] >> 3));
      for (let channel = 0; channel < 3; channel += 1) sum[channel] += data[at + channel];
      count += 1;
    }
  }
  return { colours, mean: sum.map((value) => value / Math.max(1, count)) };
}
