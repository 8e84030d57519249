// A second window for the class, in step with the lecturer's: both are this page, and each change goes from the first to the
// second by a channel of the browser that no other page hears.

const CHANNEL = 'microneedling-stage-';
const KEY = 'follow';
// What stays each window's own.
const OWN_KEYS = ['ui', 'tab', 'sources', 'textScale'];

const sharedState = (core) => {
  const state = core.json('nx_state');
  for (const key of OWN_KEYS) delete state[key];
  return JSON.stringify(state);
};

/** Opens the second window and tells it of every change. */
export function openStage(core, explorer) {
  const id = crypto.getRandomValues(new Uint32Array(2)).join('-');
  const address = new URL(location.href);
  address.search = new URLSearchParams({ ui: 'stage', locale: core.json('nx_get', 'locale').value, [KEY]: id }).toString();
  const channel = new BroadcastChannel(CHANNEL + id);
  let told = '';
  const tell = () => {
    const state = sharedState(core), staging = core.text('nx_staging');
    if (state + staging === told) return;
    told = state + staging;
    channel.postMessage({ state, staging });
  };
  // A window that has just opened asks for what it missed.
  channel.onmessage = () => {
    told = '';
    tell();
  };
  core.number('nx_tell_frames');
  explorer.on('change', tell);
  explorer.on('day', tell);
  window.open(address.href, '_blank', 'popup,width=1280,height=720');
  return tell;
}

const isStaging = (list) => Array.isArray(list) && list.length === 6 && list.every((value) => Number.isFinite(value));

/** Where the address says so, takes over what the first window tells. */
export function followStage(core, search) {
  const id = new URLSearchParams(search).get(KEY);
  if (!id || !/^[\d-]{1,40}$/.test(id)) return;
  const channel = new BroadcastChannel(CHANNEL + id);
  channel.onmessage = ({ data }) => {
    if (typeof data?.state !== 'string' || typeof data?.staging !== 'string') return;
    core.json('nx_set_state', data.state);
    const staging = JSON.parse(data.staging);
    if (isStaging(staging)) core.number('nx_set_staging', ...staging);
  };
  channel.postMessage('hello');
}
