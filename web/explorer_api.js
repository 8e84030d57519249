// window.explorer: the public interface of the page. Nothing here throws for a bad value; it answers with a sentence.
import { asList, asText } from './core.js';
import { exportBlob } from './export.js';

const EVENTS = ['ready', 'change', 'day', 'progress', 'error', 'contextlost', 'contextrestored'];

/** Where the picture stands on the canvas, CSS pixels, and which millimetres it shows. */
function windowOf(core) {
  const [left_px, top_px, width_px, height_px, centre_x_mm, top_z_mm, mm_per_px] = core.json('nx_window');
  return { left_px, top_px, width_px, height_px, centre_x_mm, top_z_mm, mm_per_px };
}

/** Whether a protocol of a comparison is meant that there is: 'a' or 'b'. */
const isProtocol = (which) => which === 'a' || which === 'b';

/** Whether a value is an object of keys and values, also one of another window; a promise or a map is none. */
function isPlain(value) {
  if (typeof value !== 'object' || value === null) return false;
  const kind = Object.getPrototypeOf(value);
  return kind === null || Object.getPrototypeOf(kind) === null;
}

/** A state as JSON; '', which is no state, for all that is none. */
function documentOf(state) {
  if (typeof state === 'string') return state;
  try {
    return isPlain(state) ? JSON.stringify(state) ?? '' : '';
  } catch {
    return '';
  }
}

/**
 * @param {Promise<ReturnType<import('./core.js').createCore>>} corePromise
 * @param {(core: ReturnType<import('./core.js').createCore>) => void} begin starts the picture; `ready` waits for it, so
 *   that a host may play at once
 */
export function createExplorer(corePromise, begin) {
  const listeners = new Map(EVENTS.map((type) => [type, new Set()]));
  let core = null;
  let told_day = 0;

  const emit = (type, detail) => {
    if (type === 'day') told_day = detail.day;
    // Over a copy: a listener may take itself off, or put itself on again.
    for (const listener of [...(listeners.get(type) ?? [])]) {
      try {
        listener(detail);
      } catch (error) {
        // A listener's fault is the host's; the others still hear.
        setTimeout(() => { throw error; });
      }
    }
  };

  const needCore = () => {
    if (!core) throw new Error('The explorer is not ready: await explorer.ready first.');
    return core;
  };

  // Tells a change once it is one. A listener that changes something is told of that too, after the others have heard,
  // and at most so often for one change that listeners which disagree cannot hold the page.
  const MOST_ECHOES = 8;
  let told = 0;
  let echoes = 0;
  let depth = 0;
  const announce = (source) => {
    if (echoes >= MOST_ECHOES) return;
    ++echoes;
    ++depth;
    const { day } = explorer;
    if (day !== told_day) emit('day', { day });
    emit('change', { source });
    if (--depth === 0) echoes = 0;
  };
  const changed = (answer) => {
    const revision = needCore().number('nx_revision');
    if (!answer.ok || revision === told || echoes >= MOST_ECHOES) return answer;
    told = revision;
    announce('api');
    return answer;
  };

  const explorer = {
    ready: corePromise.then((loaded) => {
      core = loaded;
      explorer.version = core.text('nx_version');
      begin(core);
      return explorer;
    }),
    version: '',
    parameters: () => needCore().json('nx_parameters'),
    get: (id) => needCore().json('nx_get', asText(id)).value ?? undefined,
    set: (id, value) => changed(needCore().json('nx_set', asText(id), asText(value))),
    state: () => needCore().json('nx_state'),
    setState: (state) => {
      const { ok, message } = needCore().json('nx_set_state', asText(documentOf(state)));
      return changed({ ok, value: explorer.state(), message });
    },
    seek: (day) => changed(needCore().json('nx_set', 'day', asText(day))),
    play: () => needCore().number('nx_play', true),
    pause: () => needCore().number('nx_play', false),
    get playing() { return Boolean(needCore().number('nx_playing')); },
    get day() { return needCore().number('nx_day'); },
    // What was taken of tour, quiz and course; its `text` is what setProgress takes, to go on where one was.
    progress: () => needCore().json('nx_progress'),
    setProgress: (text) => changed(needCore().json('nx_set_progress', asText(text))),
    // `which`: 'a', or 'b' for protocol B of a comparison, which is A's until it is set apart; null for any other.
    results: (day = explorer.day, which = 'a') => {
      const wanted = typeof day === 'string' ? Number(day) : day;
      return isProtocol(which) ? needCore().json('nx_results', Number.isFinite(wanted) ? wanted : explorer.day, which === 'b') : null;
    },
    series: (name, which = 'a') => (isProtocol(which) ? needCore().json('nx_series', asText(name), which === 'b') : null),
    depthTable: (lengths) => needCore().json('nx_depth_table', asList(lengths)),
    describe: () => needCore().text('nx_describe'),
    // Async, so that every refusal rejects the promise.
    export: async (kind, options) => exportBlob(needCore(), asText(kind), options),
    on: (type, listener) => {
      const set = listeners.get(type);
      if (!set || typeof listener !== 'function') return () => {};
      set.add(listener);
      return () => set.delete(listener);
    },
    // Where the canvas has what can be pressed or set, CSS pixels.
    controls: () => needCore().json('nx_controls').map(([kind, id, left, top, width, height, seen]) => ({ kind, id, left, top, width, height, seen: seen === 1 })),
    stats: () => ({
      frames_drawn: needCore().number('nx_frames_drawn'),
      frame_ms: needCore().number('nx_frame_ms'),
      wasm_bytes: needCore().module.HEAPU8.length,
      gl_objects: needCore().number('nx_gl_objects'),
      gl_bytes: needCore().number('nx_gl_bytes'),
      gl_uploaded_bytes: needCore().number('nx_gl_uploaded'),
      gl_setup_ms: needCore().number('nx_gl_setup_ms'),
      gl_programs: needCore().number('nx_gl_programs'),
      gl_programs_failed: needCore().number('nx_gl_programs_failed'),
      window: windowOf(needCore()),
    }),
  };
  return { explorer, emit, announce };
}
