// Lengths read off the picture's pixels. A place in the picture is in CSS px of the canvas, at one device pixel a CSS px; the middle of the
// pixel (3, 5) is at (3.5, 5.5). A picture is { width, height, data (RGBA) }.

/** [r, g, b] of a pixel. */
export function rgb({ width, data }, x, y) {
  const at = (y * width + x) * 4;
  return [data[at], data[at + 1], data[at + 2]];
}

export const distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** Of what stats().window tells: millimetres to pixels and back. */
export const placesIn = ({ left_px, top_px, width_px, height_px, centre_x_mm, top_z_mm, mm_per_px }) => ({
  mm_per_px,
  xToPx: (x_mm) => left_px + width_px / 2 + (x_mm - centre_x_mm) / mm_per_px,
  zToPx: (z_mm) => top_px + (z_mm - top_z_mm) / mm_per_px,
  pxToX: (x_px) => centre_x_mm + (x_px - left_px - width_px / 2) * mm_per_px,
  pxToZ: (y_px) => top_z_mm + (y_px - top_px) * mm_per_px,
  right_px: left_px + width_px,
  bottom_px: top_px + height_px,
});

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/**
 * Where the values crowd: the median of the narrowest half of them. What lies over a border here and there (a fibre, a vessel, a cell that rises
 * above it) does not move it.
 */
export function crowd(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.ceil(sorted.length / 2);
  let best = 0;
  for (let i = 0; i + half <= sorted.length; i += 1) {
    if (sorted[i + half - 1] - sorted[i] < sorted[best + half - 1] - sorted[best]) best = i;
  }
  return median(sorted.slice(best, best + half));
}

/** The value of a curve { from_mm, step_mm, values } at x, straight between its points. */
export function along({ from_mm, step_mm, values }, x_mm) {
  const place = Math.min(Math.max((x_mm - from_mm) / step_mm, 0), values.length - 1.001);
  const i = Math.floor(place);
  return values[i] + (place - i) * (values[i + 1] - values[i]);
}

/**
 * Down (or, with `step` -1, up) one column of pixels from `from` to `to`: where `signal(rgb)` first passes `level` and stays past it for four
 * of the next five pixels. Between two pixels it is taken to change evenly. NaN where it never does.
 */
export function crossing(picture, x, from, to, signal, level, step = 1) {
  const at = (y) => signal(rgb(picture, x, y));
  const past = (y) => at(y) >= level;
  for (let y = from; step * (to - y) > 5; y += step) {
    if (!past(y)) continue;
    if (y === from) return NaN;
    if ([1, 2, 3, 4, 5].filter((more) => past(y + step * more)).length < 4) continue;
    const [before, after] = [at(y - step), at(y)];
    return y + 0.5 - step * ((after - level) / (after - before));
  }
  return NaN;
}

/** Rows from `from` to `to` whose pixels from `left` to `right` all have a colour, to within `near`: [[first, last], …]. */
export function rowsOf(picture, [left, right], [from, to], colour, near) {
  const bars = [];
  for (let y = from; y < to; y += 1) {
    let off = 0;
    for (let x = left; x < right; x += 1) if (distance(rgb(picture, x, y), colour) > near) off += 1;
    if (off > 0.1 * (right - left)) continue;
    if (bars.at(-1)?.[1] === y - 1) bars.at(-1)[1] = y;
    else bars.push([y, y]);
  }
  return bars;
}

/** The middle of a level bar between two grounds, by how much of each row around it the bar covers. */
export function middleOfBar(picture, [left, right], [first, last], colour) {
  const mean = (y) => {
    const sum = [0, 0, 0];
    for (let x = left; x < right; x += 1) rgb(picture, x, y).forEach((value, i) => (sum[i] += value));
    return sum.map((value) => value / (right - left));
  };
  const cover = (y, ground) => Math.min(1, Math.max(0, 1 - distance(mean(y), colour) / distance(mean(ground), colour)));
  const top = first - cover(first - 1, first - 3);
  const bottom = last + 1 + cover(last + 1, last + 3);
  return (top + bottom) / 2;
}

/** Slope and value at 0 of the straight line nearest to the points. */
export function line(points) {
  const mean = (part) => points.reduce((sum, point) => sum + point[part], 0) / points.length;
  const [mx, my] = [mean(0), mean(1)];
  const slope = points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
  return { slope, at_zero: my - slope * mx };
}
