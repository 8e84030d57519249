// Files that a visitor or a host takes along, as Blobs. Nothing is stored and nothing is sent.
import { asText } from './core.js';
import { localDate } from './local_date.js';
import { bitmapOf } from './raster.js';
import { quoted, wordsOf } from './words.js';

/** The course as an iCalendar file; `options.date` is the first treatment, "2026-12-01", today where it is missing. */
function calendar(core, options) {
  const date = options?.date === undefined ? localDate() : asText(options.date);
  const { ok, value, message } = core.json('nx_calendar', date);
  if (!ok) throw new Error(message);
  return value;
}

const SCALES = { min: 1, max: 4, usual: 2 };

/** Pixels for one of the drawing. */
function scaleOf(core, options) {
  if (options?.scale === undefined) return SCALES.usual;
  const scale = Number(asText(options.scale));
  if (scale >= SCALES.min && scale <= SCALES.max) return scale;
  throw new Error(wordsOf(core)('refused.range', 'scale', quoted(asText(options.scale)), SCALES.min, SCALES.max));
}

const WIDTH = 1200;
const STILL_WIDTH = 640;

const picture = (core) => core.text('nx_svg', WIDTH);
const bitmap = (core, drawings, options) => bitmapOf(drawings, scaleOf(core, options), wordsOf(core)('page.tooLarge'));
const stills = (core) => core.json('nx_stills', STILL_WIDTH);

// A Map: a kind of "__proto__" is unknown like any other.
const KINDS = new Map([
  ['png', { type: 'image/png', make: (core, options) => bitmap(core, [[picture(core)]], options) }],
  ['stills', { type: 'image/png', make: (core, options) => bitmap(core, stills(core), options) }],
  ['svg', { type: 'image/svg+xml;charset=utf-8', make: picture }],
  ['ics', { type: 'text/calendar;charset=utf-8', make: calendar }],
  ['json', { type: 'application/json;charset=utf-8', make: (core) => core.text('nx_state') }],
  ['csv', { type: 'text/csv;charset=utf-8', make: (core) => core.text('nx_series_csv') }],
]);

/**
 * @param {ReturnType<import('./core.js').createCore>} core
 * @param {string} kind png or svg (what is shown, with scale bar, parameters and disclaimer), stills (five days side
 *   by side as PNG, two rows for two protocols), ics, json (the state) or csv (every series, a line a day)
 * @param {{ date?: string, scale?: number }} [options] `date` of ics; `scale` of png and stills, 1 to 4
 * @returns {Promise<Blob>} rejects with one sentence for an unknown kind, a bad date or a bad scale
 */
export async function exportBlob(core, kind, options) {
  const known = KINDS.get(kind);
  if (!known) throw new Error(wordsOf(core)('refused.export', quoted(kind), [...KINDS.keys()].join(', ')));
  return new Blob([await known.make(core, options)], { type: known.type });
}
