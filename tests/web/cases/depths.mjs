// What is drawn stands where the model has it: lengths read off the picture's pixels against results(), depthTable() and fixtures/drawn.json, which
// the native tests keep equal to the model.
//
// Borders wave for the eye's sake (src/render/borders.h), so no single column, and not even the mean of a few ridges, has a layer's own depth. Each
// column is therefore compared with the border as it is drawn at that very x, which needs no mean to come out even; where most columns agree,
// `crowd` takes what they say and leaves those in which a fibre, vessel or cell hides the border. All is measured in the high-contrast colours,
// whose neighbouring layers are far apart, without needles near, and so near that 1 % of the depth is more than a pixel.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { canvasPicture, changePicture, check, checkEqual, ready, settled } from '../drive/explorer.mjs';
import { pressInsertion } from '../drive/insertion.mjs';
import { along, crossing, crowd, distance, line, median, middleOfBar, placesIn, rgb, rowsOf } from '../drive/measure.mjs';

const kDrawn = JSON.parse(readFileSync(fileURLToPath(new URL('../fixtures/drawn.json', import.meta.url)), 'utf8'));
const kMostOff = 0.01;  // of the depth

// Short, few and far needles, out of the skin for weeks, so that nothing lies over the borders; the lightest skin, whose basal layer is not as dark
// as a vessel.
const kBare = '?sessions=1&day=60&colorProfile=highContrast&skinTone=1&needleLength=0.25&channelDensity=10&needleCount=1';
const kLarge = { width: 1400, height: 1000 };

/** The high-contrast palette's (src/render/palette.cpp), as drawn. */
const kReachMark = [0, 70, 110];
const kHoleMark = [46, 8, 16];
const kHoleMarkUnderSteel = [86, 58, 66];  // where the needle's see-through shape lies over it

const blueness = ([r, , b]) => (r > 100 ? b - r : -100);  // dark nuclei and veins are none of the papillary dermis'
const noBlue = ([, , b]) => 255 - b;
const darkness = ([r, g, b]) => 255 - (0.3 * r + 0.59 * g + 0.11 * b);

/** Brings a part of the section into the middle of the picture; the picture's pixels and places. */
async function closeUp(page, zoom, x_mm, z_mm) {
  const wanted = { zoom, x: x_mm, z: z_mm };
  const now = await page.evaluate(() => ['zoom', 'x', 'z'].map((key) => window.explorer.get(key)));
  if (String(now) !== String(Object.values(wanted))) {
    await changePicture(page, (look) => {
      for (const [key, value] of Object.entries(look)) window.explorer.set(key, value);
    }, wanted);
  }
  return look(page);
}

async function look(page) {
  const places = placesIn(await page.evaluate(() => window.explorer.stats().window));
  return { picture: await canvasPicture(page), places };
}

async function openSection(open, query, options) {
  const page = await open(`/${query}`, options);
  await ready(page);
  await settled(page);
  return page;
}

/** Columns of the picture without the ruler and what is written beside it. */
const columnsOf = ({ right_px }) => Array.from({ length: Math.floor(right_px) - 260 }, (_, i) => 240 + i);

/** Checks that 1 % of a depth is more than a pixel. */
function checkNear({ places }, depth_mm) {
  check(places.mm_per_px < kMostOff * depth_mm, `a pixel is ${places.mm_per_px} mm, more than 1 % of ${depth_mm} mm`);
}

/** Checks that a depth read off the picture is the model's, to 1 %, or where `pixels` is said to so many of them if these are more. */
function checkDepth(what, drawn_mm, model_mm, mm_per_px, pixels = 0) {
  const most_mm = Math.max(kMostOff * model_mm, pixels * mm_per_px);
  check(Math.abs(drawn_mm - model_mm) <= most_mm,
    `${what} is drawn ${drawn_mm.toFixed(4)} mm deep, by the model it is ${model_mm.toFixed(4)} mm: ${(100 * (drawn_mm / model_mm - 1)).toFixed(2)} % off (a pixel is ${mm_per_px.toFixed(5)} mm)`);
}

/**
 * A border's mean depth by what every column shows: `drawnAt(mean_mm, x_mm)` is where it is drawn for a mean depth, and `depth(z_mm, x_mm)` the other
 * way round. It is looked for between `from_mm` and `to_mm` off where it should be.
 */
function borderDepth({ picture, places }, { mean_mm, from_mm, to_mm, drawnAt, depth, signal, level }) {
  const depths = [];
  for (const x of columnsOf(places)) {
    const x_mm = places.pxToX(x + 0.5);
    const [from, to] = [from_mm, to_mm].map((more) => Math.round(places.zToPx(drawnAt(mean_mm, x_mm) + more)));
    if (from < 0 || to + 6 >= places.bottom_px) continue;
    const y = crossing(picture, x, from, to, signal, level);
    if (Number.isFinite(y)) depths.push(depth(places.pxToZ(y), x_mm));
  }
  check(depths.length > 200, `the border is seen in ${depths.length} columns only`);
  return crowd(depths);
}

/** For a border whose wave is added to its mean depth. */
const shifted = (curve) => ({ drawnAt: (mean_mm, x_mm) => mean_mm + along(curve, x_mm), depth: (z_mm, x_mm) => z_mm - along(curve, x_mm) });

/** For the rete ridges, which are as high as the epidermis is thick. */
const kRidges = {
  drawnAt: (mean_mm, x_mm) => mean_mm * (1 + along(kDrawn.borders.ridges, x_mm)),
  depth: (z_mm, x_mm) => z_mm / (1 + along(kDrawn.borders.ridges, x_mm)),
};

/** Of red and green: tissue is paler, vessels and what blends with them are darker. */
const kPalest = 135;

/**
 * The papillary dermis fades out over 0.06 mm: its depth is where half of its blue is gone. Fibres, vessels and strokes lie over it, so of each row,
 * laid level, the bluest twentieth tells, without the vessels and their edges, which run along this border.
 */
function fadeDepth({ picture, places }, mean_mm) {
  const rows = [];
  for (let off_mm = -0.11; off_mm < 0.11; off_mm += places.mm_per_px) {
    const blues = [];
    for (const x of columnsOf(places)) {
      const y = Math.floor(places.zToPx(mean_mm + off_mm + along(kDrawn.borders.papillary, places.pxToX(x + 0.5))));
      const colour = rgb(picture, x, y);
      if (Math.min(colour[0], colour[1]) > kPalest) blues.push(blueness(colour));
    }
    blues.sort((a, b) => a - b);
    rows.push([off_mm, blues[Math.floor(0.95 * blues.length)]]);
  }
  const level = (from, to) => median(rows.filter(([off]) => off > from && off < to).map(([, blue]) => blue));
  const half = (level(-0.11, -0.04) + level(0.055, 0.11)) / 2;
  const after = rows.findIndex(([off, blue]) => off > -0.04 && blue < half);
  const [[off_0, blue_0], [off_1, blue_1]] = [rows[after - 1], rows[after]];
  return mean_mm + off_0 + ((blue_0 - half) / (blue_0 - blue_1)) * (off_1 - off_0);
}

/** x of the needle that the section was cut through (src/model/section_view.cpp). */
const kLabelledX_mm = -0.15;
/** The buttons along the picture's upper edge have outlines where contrast is strong. */
const kToolsEnd_px = 50;

/** The one bar of one of the colours between two columns, its depth in mm. */
function markDepth({ picture, places }, columns, colours, what) {
  const bars = colours.flatMap((colour) => rowsOf(picture, columns, [kToolsEnd_px, Math.floor(places.bottom_px) - 4], colour, 10).map((rows) => ({ rows, colour })));
  check(bars.length === 1, `there are ${bars.length} marks of ${what} between the columns ${columns}: ${JSON.stringify(bars)} at ${places.mm_per_px} mm a pixel`);
  return places.pxToZ(middleOfBar(picture, columns, bars[0].rows, bars[0].colour));
}

/** Left of the needle, where neither the mark of the hole nor the words to the right reach. */
function reachMark(seen) {
  const x = Math.round(seen.places.xToPx(kLabelledX_mm));
  return markDepth(seen, [x - 20, x - 10], [kReachMark], 'the reach');
}

/** Left of the band, which tints the rungs of the needle's path like the mark. */
function holeMark(seen) {
  const x = Math.round(seen.places.xToPx(kLabelledX_mm));
  return markDepth(seen, [x - 20, x - 18], [kHoleMark, kHoleMarkUnderSteel], 'the open hole');
}

/**
 * Where the two sides of the hole meet. It ends in a point too fine for a pixel, so its width, which goes as 1 - (z / depth)^2
 * (src/render/draw_channels.cpp), is read above it and led on to nothing.
 */
function holeBottom({ picture, places }) {
  const middle = Math.round(places.xToPx(kLabelledX_mm));
  const widthAt = (y) => {
    const dark = (x) => darkness(rgb(picture, x, y)) > 135;
    if (!dark(middle)) return 0;
    let [left, right] = [middle, middle];
    while (dark(left - 1)) left -= 1;
    while (dark(right + 1)) right += 1;
    return right - left + 1;
  };
  let last = Math.max(60, Math.ceil(places.zToPx(0.05)));
  check(widthAt(last) > 0, `no hole is open in row ${last}`);
  while (widthAt(last) > 0 && last < places.bottom_px) last += 1;
  const points = [];
  for (let y = Math.max(60, Math.ceil(places.zToPx(0.05)), last - 220); y < last - 8; y += 1) points.push([places.pxToZ(y + 0.5) ** 2, widthAt(y)]);
  check(points.length > 20, 'the open hole is not seen');
  const { slope, at_zero } = line(points);
  return Math.sqrt(at_zero / -slope);
}

/** The middles of the strip's columns, px: where the reach is marked. */
function stripColumns({ picture, places }) {
  const found = [];
  // The legend under the picture shows a mark too.
  const deepest = Math.min(places.bottom_px, places.zToPx(3.2));
  for (let y = 60; y < deepest; y += 1) {
    let from = -1;
    for (let x = 100; x < places.right_px; x += 1) {
      const hit = distance(rgb(picture, x, y), kReachMark) < 20;
      if (hit && from < 0) from = x;
      if (hit || from < 0) continue;
      if (x - from > 12 && x - from < 48 && !found.some((left) => Math.abs(left - from) < 60)) found.push(from);
      from = -1;
    }
  }
  // The mark begins 21 px left of the needle.
  return found.sort((a, b) => a - b).map((left) => left + 21);
}

function stripMarks(seen, x) {
  // Between the dashed outline and the end of the mark of the hole, where the needle's shape tints it evenly.
  const columns = [x - 13, x - 8];
  return [markDepth(seen, columns, [kReachMark], 'the reach'), markDepth(seen, columns, [kHoleMark, kHoleMarkUnderSteel], 'the open hole')];
}

/** How far the drawn surface lies from where it is expected in each column where nothing stands in front of it, px, and the deepest of these, mm. */
function surfaceOff({ picture, places }, expected) {
  const off_px = [];
  let deepest_mm = 0;
  for (const x of columnsOf(places)) {
    const x_mm = places.pxToX(x + 0.5);
    // To the right of the needle stands how far the skin is dented.
    if (Math.abs(x_mm) > 2.9 || Math.abs(x - 170 - places.xToPx(kLabelledX_mm)) < 150) continue;
    const wanted = places.zToPx(along(expected, x_mm));
    // From the horny layer, which is pressed thin, up into the air: needle, device and words in front of it leave no such edge.
    const y = crossing(picture, x, Math.round(wanted + 0.005 / places.mm_per_px), Math.round(wanted) - 20, (colour) => -darkness(colour), -90, -1);
    if (!Number.isFinite(y)) continue;
    off_px.push(y - wanted);
    deepest_mm = Math.max(deepest_mm, along(expected, x_mm));
  }
  return { off_px, deepest_mm, seen: off_px.length };
}

export const tests = [
  {
    name: 'depths: the ruler stands where the picture does',
    async run({ open }) {
      const page = await openSection(open, '?day=0');
      for (const [zoom, step_mm] of [[1, 0.05], [5, 0.01], [20, 0.005]]) {
        const { picture, places } = await closeUp(page, zoom, 0, 0.2);
        const marks = [];
        for (let y = Math.ceil(Math.max(1, places.zToPx(0) + 3)); y < 0.75 * places.bottom_px; y += 1) {
          if (darkness(rgb(picture, 38, y)) < 110) continue;
          if (marks.at(-1)?.[1] === y - 1) marks.at(-1)[1] = y;
          else marks.push([y, y]);
        }
        check(marks.length >= 8, `at zoom ${zoom} the ruler has ${marks.length} marks`);
        for (const [first, last] of marks) {
          // Lines of the panels are laid through the middles of pixels, half a pixel lower.
          const z_mm = places.pxToZ((first + last) / 2);
          const off_px = (z_mm - step_mm * Math.round(z_mm / step_mm)) / places.mm_per_px;
          check(Math.abs(off_px) <= 1, `at zoom ${zoom} a mark of the ruler stands at ${z_mm.toFixed(4)} mm, ${off_px.toFixed(2)} px off its depth`);
        }
      }
    },
  },
  {
    name: 'depths: surface and epidermis are drawn where the model has them',
    async run({ open }) {
      for (const site of ['cheek', 'hand']) {
        const page = await openSection(open, `${kBare}&site=${site}`, kLarge);
        const grown = await page.evaluate(() => window.explorer.results().tissue.epidermis);
        const epidermis_mm = grown * kDrawn.layers[site].epidermis_mm;
        const seen = await closeUp(page, Math.round(1.04 / epidermis_mm), 1.2, 0.7 * epidermis_mm);
        checkNear(seen, epidermis_mm);
        const surface_mm = borderDepth(seen, {
          mean_mm: 0, from_mm: -0.01, to_mm: 0.01, ...shifted(kDrawn.borders.surface), signal: darkness, level: 90,
        });
        check(Math.abs(surface_mm) < kMostOff * epidermis_mm, `${site}: the surface is drawn ${surface_mm.toFixed(5)} mm off the ruler's 0`);
        const drawn_mm = borderDepth(seen, {
          mean_mm: epidermis_mm, from_mm: -0.015, to_mm: 0.03, ...kRidges, signal: blueness, level: 20,
        });
        checkDepth(`${site}: the border of epidermis and dermis`, drawn_mm, epidermis_mm, seen.places.mm_per_px);
        await page.close();
      }
    },
  },
  {
    name: 'depths: papillary dermis and fat begin where the model has them',
    async run({ open }) {
      for (const site of ['cheek', 'hand', 'abdomen']) {
        const { papillary_mm, dermis_mm } = kDrawn.layers[site];
        const page = await openSection(open, `${kBare}&site=${site}`, kLarge);
        const upper = await closeUp(page, 3, 1.2, papillary_mm);
        checkNear(upper, papillary_mm);
        checkDepth(`${site}: the border of papillary and reticular dermis`, fadeDepth(upper, papillary_mm), papillary_mm, upper.places.mm_per_px);
        const deep = await closeUp(page, 3, 1.2, dermis_mm - 0.1);
        checkNear(deep, dermis_mm);
        const fat_mm = borderDepth(deep, {
          mean_mm: dermis_mm, from_mm: -0.03, to_mm: 0.08, ...shifted(kDrawn.borders.fat), signal: noBlue, level: 150,
        });
        checkDepth(`${site}: the border of dermis and fat`, fat_mm, dermis_mm, deep.places.mm_per_px);
        await page.close();
      }
    },
  },
  {
    name: 'depths: the marks of the reach and the bottom of the open hole stand where results() has them',
    async run({ open }) {
      const page = await openSection(open, '?day=0&colorProfile=highContrast&skinTone=1', kLarge);
      for (const length of [0.25, 1.5, 3]) {
        await changePicture(page, (mm) => window.explorer.set('needleLength', mm), length);
        const { reach_mm, residual_mm } = await page.evaluate(() => window.explorer.results().depth);
        checkEqual(await page.evaluate((mm) => window.explorer.depthTable([mm])[0].reach_mm, length), reach_mm, 'the reach of depthTable() and of results()');
        const whole = await closeUp(page, 1, 0, 0);
        const zoomFor = (depth_mm) => Math.max(1, Math.ceil((1.5 * whole.places.mm_per_px) / (kMostOff * depth_mm)));
        const at_reach = await closeUp(page, zoomFor(reach_mm), kLabelledX_mm, reach_mm);
        checkNear(at_reach, reach_mm);
        checkDepth(`${length} mm: the mark of the reach`, reachMark(at_reach), reach_mm, at_reach.places.mm_per_px);
        // Near enough that the hole, an eighth of a millimetre wide, has sides to follow.
        const at_hole = await closeUp(page, Math.max(zoomFor(residual_mm), Math.ceil(whole.places.mm_per_px / 0.0015)), kLabelledX_mm, residual_mm);
        checkNear(at_hole, residual_mm);
        checkDepth(`${length} mm: the mark of the open hole`, holeMark(at_hole), residual_mm, at_hole.places.mm_per_px);
        checkDepth(`${length} mm: the bottom of the open hole`, holeBottom(at_hole), residual_mm, at_hole.places.mm_per_px);
        await closeUp(page, 1, 0, 0);
      }
    },
  },
  {
    name: 'depths: the marks of the strip stand where depthTable() has them',
    async run({ open }) {
      const page = await openSection(open, '?picture=strip&colorProfile=highContrast&skinTone=1', kLarge);
      const seen = await look(page);
      const { mm_per_px } = seen.places;
      const lengths = [0.25, 0.5, 1, 1.5, 2, 2.5, 3];
      const rows = await page.evaluate((list) => window.explorer.depthTable(list), lengths);
      const columns = stripColumns(seen);
      checkEqual(columns.length, lengths.length, 'columns with a mark of the reach');
      for (const [i, { reach_mm, residual_mm }] of rows.entries()) {
        const [reach, hole] = stripMarks(seen, columns[i]);
        checkDepth(`the strip's ${lengths[i]} mm: the mark of the reach`, reach, reach_mm, mm_per_px, 0.75);
        checkDepth(`the strip's ${lengths[i]} mm: the mark of the open hole`, hole, residual_mm, mm_per_px, 0.75);
      }
    },
  },
  {
    name: 'depths: needles press the surface in as Dent::downAt() has it',
    async run({ open }) {
      for (const [name, { query, surface_mm, dent_mm }] of Object.entries(kDrawn.pressed)) {
        // Channels made before have crusts, which stand over the surface.
        const page = await openSection(open, `${query}&channelDensity=10&day=0&skinTone=1&colorProfile=highContrast`, { ...kLarge, reducedMotion: true });
        await closeUp(page, 3, -0.3, 0.2);
        // Shown above the skin, pressed against it, at its reach: the skin gives the same way in both.
        for (const still of [1, 2, 3]) {
          await pressInsertion(page);
          if (still === 1) continue;
          const { off_px, deepest_mm, seen } = surfaceOff(await look(page), surface_mm);
          check(seen > 180, `${name}: the surface is seen in ${seen} columns only`);
          check(deepest_mm > 0.7 * dent_mm, `${name}: where the surface is seen it is ${deepest_mm} mm deep, under the needle ${dent_mm} mm`);
          // A needle's edge may stand where the skin begins.
          const far = off_px.filter((off) => Math.abs(off) > 1);
          const worst = off_px.reduce((most, off) => Math.max(most, Math.abs(off)), 0);
          check(Math.abs(median(off_px)) < 0.35 && far.length <= 0.06 * seen,
            `${name}, still ${still}: the surface is ${median(off_px).toFixed(2)} px off in the middle, ${far.length} of ${seen} columns by more than a pixel, at most ${worst.toFixed(2)} px`);
        }
        await page.close();
      }
    },
  },
];
