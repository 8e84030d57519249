// The query is what the embedder configures, the fragment #s= what the visitor changed.

const WRITE_EVERY_MS = 500;

// The language first, as it is what the others are answered in. Then mode, tour and lesson, which set what others may set again;
// preset before device, as both set other values too; then protocol B, which begins as a copy of the first.
const FIRST = { locale: -4, mode: -3, tour: -2, lesson: -1 };
const rank = (key) => {
  const other = /^b(\.|$)/.test(key);
  return (other ? 4 : 0) + ({ '': 0, preset: 1, device: 2, ...FIRST }[other ? key.slice(2) : key] ?? 3);
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
  decodedParameters(search).filter(([key]) => core.number('nx_knows', key))
    .sort((a, b) => rank(a[0]) - rank(b[0]))
    .forEach(([key, value]) => {
      const answer = core.json('nx_set', key, value.slice(0, 1000));
      if (!answer.ok) tell(answer.message);
    });
}

/** Takes over the state in the fragment, all of it or none. */
export function applyFragment(core, hash, tell) {
  const match = /^#(?:.*&)?s=([^&]*)/.exec(hash);
  if (!match) return;
  const answer = core.json('nx_set_fragment', match[1].slice(0, 20000));
  if (!answer.ok) tell(answer.message);
}

/**
 * Where the visitor's system asks for few colours, for strong contrast or for dark colours, the page has them too, unless the address or the visitor
 * chose. In someone's page the colours are the host's to choose, but for few ones and strong contrast, without which some cannot see.
 */
export function followSystemColours(core, search, hash) {
  if (/[?&](colorProfile|mode)=/.test(search) || hash.includes('colorProfile_')) return;
  const forced = matchMedia('(forced-colors: active)');
  const contrast = matchMedia('(prefers-contrast: more)');
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const wanted = () => {
    if (forced.matches || contrast.matches) return 'highContrast';
    return dark.matches && window.parent === window ? 'dark' : 'default';
  };
  let ours = 'default';
  const apply = () => {
    if (core.json('nx_get', 'colorProfile').value !== ours) return;
    ours = wanted();
    core.json('nx_set', 'colorProfile', ours);
  };
  for (const query of [forced, contrast, dark]) query.addEventListener('change', apply);
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
