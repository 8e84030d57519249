// What every message between a host page and the explorer's frame looks like, for both ends.

const NS = 'microneedling';
export const VERSION = 1;
const LONGEST_NAME = 64;

/** What of window.explorer a host may call. */
export const METHODS = ['get', 'set', 'state', 'setState', 'seek', 'play', 'pause', 'progress', 'setProgress', 'results', 'series', 'depthTable', 'describe',
  'parameters', 'controls', 'stats', 'export'];

/** A message; an answer carries the `id` of what it answers. */
export const envelope = (type, payload = null, id = undefined) => ({ ns: NS, v: VERSION, type, ...(id !== undefined && { id }), payload });

const isName = (value) => typeof value === 'string' && value.length > 0 && value.length <= LONGEST_NAME;
const isId = (value) => value === undefined || Number.isFinite(value) || isName(value);

/**
 * Reads what came by postMessage: null for anything that is not ours, as many things share that line; `version` alone where
 * it is ours of another version.
 * @returns {null | { version: unknown } | { type: string, id?: string | number, payload: unknown }}
 */
export function readEnvelope(data) {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  // Own properties alone, so that nothing which Object has passes for one.
  const own = (key) => (Object.hasOwn(data, key) ? data[key] : undefined);
  if (own('ns') !== NS) return null;
  if (own('v') !== VERSION) return { version: own('v') };
  if (!isName(own('type')) || !isId(own('id'))) return null;
  return { type: own('type'), id: own('id'), payload: own('payload') ?? null };
}
