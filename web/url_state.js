// The query is what the embedder configures, the fragment #s= what the visitor changed.

import { quoted, wordsOf } from './words.js';

const WRITE_EVERY_MS = 500;
const LOOK_KEYS = ['light', 'colorProfile', 'zoom', 'x', 'z', 'chart'];
const TABS = ['needle', 'skin', 'course', 'guide', 'view'];

// The language first, as it is what the others are answered in. Preset before device, as both set other values too; then protocol B, which begins as a copy of the first.
const rank = (key) => {
  if (key === 'locale') return -1;
  const other = /^b(\.|$)/.test(key);
  return (other ? 4 : 0) + ({ '': 0, preset: 1, device: 2 }[other ? key.slice(2) : key] ?? 3);
};

function decodedParameters(search) {
  try {
    return [...new URLSearchParams(search)];
  } catch {
    return [];
  }
}

/** Sets what the query asks for, one key at a time; a bad value keeps the default and is told by name. */
export function applyQuery(core, search, tell) {
  const protocol_keys = ['preset', ...core.json('nx_parameters').map((row) => row.id)];
  const known = new Set([...protocol_keys, 'locale', 'day', 'picture', 'split', 'b', ...protocol_keys.map((key) => `b.${key}`), ...LOOK_KEYS]);
  const pairs = decodedParameters(search);
  pairs.filter(([key]) => known.has(key))
    .sort((a, b) => rank(a[0]) - rank(b[0]))
    .forEach(([key, value]) => {
      const answer = core.json('nx_set', key, value.slice(0, 1000));
      if (!answer.ok) tell(answer.message);
    });
  const view = new Map(pairs);
  applyTextScale(core, view.get('textScale'), tell);
  applyTab(core, view.get('tab'), tell);
}

function applyTab(core, value, tell) {
  if (value === undefined) return;
  if (TABS.includes(value)) core.number('nx_tab', TABS.indexOf(value));
  else tell(wordsOf(core)('refused.choice', 'tab', quoted(value), TABS.join(', ')));
}

function applyTextScale(core, value, tell) {
  if (value === undefined) return;
  const scale = /^[0-9.]{1,20}$/.test(value) ? Number(value) : NaN;
  if (scale >= 0.8 && scale <= 2) core.number('nx_text_scale', scale);
  else tell(wordsOf(core)('refused.number', 'textScale', quoted(value), '0.8', '2'));
}

/** Takes over the state in the fragment, all of it or none. */
export function applyFragment(core, hash, tell) {
  const match = /^#(?:.*&)?s=([^&]*)/.exec(hash);
  if (!match) return;
  const answer = core.json('nx_set_fragment', match[1].slice(0, 20000));
  if (!answer.ok) tell(answer.message);
}

/** Where the visitor's system asks for few colours the picture has them too, unless the address or the visitor chose. */
export function followForcedColours(core, search, hash) {
  if (/[?&]colorProfile=/.test(search) || hash.includes('colorProfile_')) return;
  const forced = matchMedia('(forced-colors: active)');
  let ours = 'default';
  const apply = () => {
    if (core.json('nx_get', 'colorProfile').value !== ours) return;
    ours = forced.matches ? 'highContrast' : 'default';
    core.json('nx_set', 'colorProfile', ours);
  };
  forced.addEventListener('change', apply);
  apply();
}

/** Returns a function that writes the state into the fragment, at most twice a second. */
export function createFragmentWriter(core) {
  let timer = 0;
  const write = () => {
    timer = 0;
    try {
      history.replaceState(history.state, '', '#s=' + core.text('nx_fragment'));
    } catch {
      // A sandboxed frame may not touch its address; the state then lives in the page alone.
    }
  };
  return () => { timer ||= setTimeout(write, WRITE_EVERY_MS); };
}
