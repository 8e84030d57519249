// window.explorer: the public interface of the page. Nothing here throws for a bad value; it answers with a sentence.
import { asText } from './core.js';

const EVENTS = ['ready', 'change', 'day', 'error', 'contextlost', 'contextrestored'];

/** @param {Promise<ReturnType<import('./core.js').createCore>>} corePromise */
export function createExplorer(corePromise) {
  const listeners = new Map(EVENTS.map((type) => [type, new Set()]));
  let core = null;

  const emit = (type, detail) => {
    for (const listener of listeners.get(type) ?? []) {
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

  const changed = (answer) => {
    if (answer.ok) emit('change', { source: 'api' });
    return answer;
  };

  const explorer = {
    ready: corePromise.then((loaded) => {
      core = loaded;
      explorer.version = core.text('nx_version');
      return explorer;
    }),
    version: '',
    parameters: () => needCore().json('nx_parameters'),
    get: (id) => needCore().json('nx_get', asText(id)).value ?? undefined,
    set: (id, value) => changed(needCore().json('nx_set', asText(id), asText(value))),
    state: () => needCore().json('nx_state'),
    setState: (state) => {
      let document = '';
      try {
        document = typeof state === 'string' ? state : JSON.stringify(state);
      } catch {
        document = '';
      }
      const { ok, message } = needCore().json('nx_set_state', asText(document ?? ''));
      return changed({ ok, value: explorer.state(), message });
    },
    seek: (day) => changed(needCore().json('nx_set', 'day', asText(day))),
    play: () => needCore().number('nx_play', true),
    pause: () => needCore().number('nx_play', false),
    get playing() { return Boolean(needCore().number('nx_playing')); },
    get day() { return needCore().number('nx_day'); },
    results: (day = explorer.day) => needCore().json('nx_results', Number.isFinite(day) ? day : explorer.day),
    series: (name) => needCore().json('nx_series', asText(name)),
    depthTable: (lengths) => needCore().json('nx_depth_table', Array.isArray(lengths) ? lengths.map(asText).join(',') : asText(lengths)),
    describe: () => needCore().text('nx_describe'),
    on: (type, listener) => {
      const set = listeners.get(type);
      if (!set || typeof listener !== 'function') return () => {};
      set.add(listener);
      return () => set.delete(listener);
    },
    stats: () => ({
      frames_drawn: needCore().number('nx_frames_drawn'),
      frame_ms: needCore().number('nx_frame_ms'),
      wasm_bytes: needCore().module.HEAPU8.length,
      gl_objects: needCore().number('nx_gl_objects'),
    }),
  };
  return { explorer, emit };
}
