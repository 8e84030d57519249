// The picture as it was: mean colours of a grid over the section against those kept for each engine in baselines/. What moves is told by state and
// cell. NEEDLING_UPDATE_BASELINES=1 writes them anew:
//
//   NEEDLING_UPDATE_BASELINES=1 ./dev browser-exec -- node tests/web/run.mjs baseline:

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { canvasPicture, check, ready, settled } from '../drive/explorer.mjs';
import { content } from '../drive/picture.mjs';
import { differences, signatureOf } from '../drive/signature.mjs';

const kFolder = fileURLToPath(new URL('../baselines/', import.meta.url));
const kUpdate = process.env.NEEDLING_UPDATE_BASELINES !== undefined;

// A state drawn again in a page of its own gives the same pixels: the largest difference of a cell that was ever seen is kept in the file as
// `repeat`. Another machine's driver may round otherwise along edges, so a cell may be off by `cell` steps of 255 in a channel, and all of them
// together by `mean`. A mark of the reach that moves by one pixel moves its cell by more.
const kTolerance = { cell: 2, mean: 0.12 };
const kRepeats = 3;

const kStates = [
  ['day 0', '?day=0'],
  ['day 3', '?day=3'],
  ['day 30', '?day=30'],
  ['day 180', '?day=180'],
  ['close-up', '?day=45&zoom=12&x=-0.15&z=0.15'],
  ['skin tone 6', '?day=20&skinTone=6&zoom=4&x=0.5&z=0.2'],
  ['roller', '?day=0&device=roller'],
  ['polarised', '?day=90&light=polarised'],
  ['surface', '?picture=surface'],
  ['strip', '?picture=strip'],
  ['high contrast', '?day=30&colorProfile=highContrast'],
  ['projector', '?day=30&colorProfile=projector'],
  ['treated beside untreated', '?day=90&split=before'],
  ['protocol A beside B', '?day=90&split=protocol&b.needleLength=0.5'],
];

/** The pixels of the picture alone: charts and panel are not its business. */
async function drawnPicture(open, query) {
  const page = await open(`/${query}`);
  await ready(page);
  await settled(page);
  const { left_px, top_px, width_px, height_px } = await page.evaluate(() => window.explorer.stats().window);
  const picture = await canvasPicture(page);
  await page.close();
  return { picture, box: { left: Math.round(left_px), top: Math.round(top_px), width: Math.floor(width_px), height: Math.floor(height_px) } };
}

const fileOf = (engine) => `${kFolder}${engine}.json`;
const readBaseline = (engine) => (existsSync(fileOf(engine)) ? JSON.parse(readFileSync(fileOf(engine), 'utf8')) : { states: {} });

/** Draws the state several times and keeps it, with the largest difference between the times. */
async function rewrite(engine, name, query, draw, first) {
  let repeat = 0;
  for (let i = 1; i < kRepeats; i += 1) repeat = Math.max(repeat, ...differences(first, await draw()).map(({ off }) => off));
  check(repeat <= kTolerance.cell / 2, `${name}: drawn again a cell differs by ${repeat}, more than half of what is tolerated`);
  const { states } = readBaseline(engine);
  const kept = {
    about: `The picture in ${engine}: mean colours of ${first.columns} x ${first.rows} cells, RRGGBB, row by row. Cells may be off by ${kTolerance.cell} of 255 in a channel, their mean by ${kTolerance.mean}; drawn ${kRepeats} times, each in a page of its own, a cell was off by \`repeat\` at most.`,
    states: Object.fromEntries(kStates.filter(([key]) => key === name || states[key]).map(([key]) => [key, key === name ? { query, repeat, ...first } : states[key]])),
  };
  mkdirSync(kFolder, { recursive: true });
  writeFileSync(fileOf(engine), `${JSON.stringify(kept, null, 1)}\n`);
}

function compare(name, kept, now) {
  check(kept, `${name}: there is no baseline; NEEDLING_UPDATE_BASELINES=1 writes it`);
  check(kept.columns === now.columns && kept.rows === now.rows, `${name}: the grid is ${now.columns} x ${now.rows}, the baseline's ${kept.columns} x ${kept.rows}`);
  const off = differences(kept, now).sort((a, b) => b.off - a.off);
  const mean = off.reduce((sum, cell) => sum + cell.mean, 0) / off.length;
  const far = off.filter((cell) => cell.off > kTolerance.cell);
  const told = off.slice(0, 4).map(({ column, row, was, is, off: by }) => `column ${column}, row ${row} was #${was}, is #${is} (${by})`).join('; ');
  check(far.length === 0 && mean <= kTolerance.mean,
    `${name}: ${far.length} of ${off.length} cells differ by more than ${kTolerance.cell}, all by ${mean.toFixed(3)} in the mean (${kTolerance.mean} allowed): ${told}`);
}

export const tests = kStates.map(([name, query]) => ({
  name: `baseline: ${name} looks as it did`,
  async run({ engine, open }) {
    const draw = async () => {
      const { picture, box } = await drawnPicture(open, query);
      const seen = content(picture);
      check(seen.tiles > 20 && seen.kinds > 3, `the canvas is blank: ${JSON.stringify(seen)}`);
      return signatureOf(picture, box);
    };
    const now = await draw();
    if (kUpdate) await rewrite(engine, name, query, draw, now);
    compare(name, readBaseline(engine).states[name], now);
  },
}));
