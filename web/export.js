// Files that a visitor or a host takes along, as Blobs. Nothing is stored and nothing is sent.
import { asText } from './core.js';

const twoDigits = (number) => String(number).padStart(2, '0');

/** Today where the visitor is, as "2026-12-01". */
function localDate() {
  const now = new Date();
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

/** The course as an iCalendar file; `options.date` is the first treatment, "2026-12-01", today where it is missing. */
function calendar(core, options) {
  const date = options?.date === undefined ? localDate() : asText(options.date);
  const { ok, value, message } = core.json('nx_calendar', date);
  if (!ok) throw new Error(message);
  return value;
}

// A Map: a kind of "__proto__" is unknown like any other.
const KINDS = new Map([
  ['ics', { type: 'text/calendar', make: calendar }],
  ['json', { type: 'application/json', make: (core) => core.text('nx_state') }],
  ['csv', { type: 'text/csv', make: (core) => core.text('nx_series_csv') }],
]);

/**
 * @param {ReturnType<import('./core.js').createCore>} core
 * @param {string} kind ics, json (the state) or csv (every series, a line a day)
 * @param {{ date?: string }} [options]
 * @returns {Blob} throws an Error with one sentence for an unknown kind or a bad date
 */
export function exportBlob(core, kind, options) {
  const known = KINDS.get(kind);
  if (!known) throw new Error(`There is no export "${kind.slice(0, 40)}": the kinds are ${[...KINDS.keys()].join(', ')}.`);
  return new Blob([known.make(core, options)], { type: `${known.type};charset=utf-8` });
}
