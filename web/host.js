// The page around as a partner: its messages are checked and answered, and it is told what changes. README tells the messages.
import { asText } from './core.js';
import { METHODS, VERSION, envelope, readEnvelope } from './envelope.js';
import { enterFocus, watchFocusExit } from './host_focus.js';
import { RESIZE_CHOICES, followHeight, resizeAsked } from './host_height.js';
import { createQueue, isModest } from './host_limits.js';
import { applyQuery } from './url_state.js';
import { quoted, wordsOf } from './words.js';
import { followLearning } from './xapi.js';

const TELL_EVERY_MS = 100;

// What of window.explorer a host may read besides calling METHODS.
const VALUES = new Set(['day', 'playing', 'version']);

async function callMethod(explorer, payload) {
  const method = asText(payload?.method);
  if (VALUES.has(method)) return explorer[method];
  if (!METHODS.includes(method)) throw new Error(`There is no method ${quoted(method)}.`);
  const values = Array.isArray(payload.args) ? payload.args : [];
  return explorer[method](...values);
}

/** Sets each key on its own; what came of each. Only ever read from the payload, so that no key can mean anything else. */
function setAll(explorer, payload) {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) throw new Error('The payload must be an object of keys and values.');
  return Object.entries(payload).map(([key, value]) => ({ key, ...explorer.set(key, value) }));
}

/** What the host may ask for, by type; each returns the value of its answer. */
function createRequests(core, explorer, tellState, beginLearning) {
  let paused = false;
  const pause = () => {
    paused ||= explorer.playing;
    explorer.pause();
  };
  const resume = () => {
    if (paused) explorer.play();
    paused = false;
  };
  return new Map(Object.entries({
    init: (payload) => {
      if (payload) setAll(explorer, payload);
      beginLearning();
      return tellState();
    },
    set: (payload) => setAll(explorer, payload),
    setState: (payload) => explorer.setState(payload),
    getState: () => explorer.state(),
    pause,
    resume,
    // To what the address says, as on the first day.
    reset: () => {
      const answer = explorer.setState({});
      applyQuery(core, location.search, () => {});
      return answer;
    },
    export: (payload) => explorer.export(payload?.kind, payload?.options),
    focusEnter: (payload) => enterFocus(payload?.edge),
    call: (payload) => callMethod(explorer, payload),
  }));
}

/** Tells what differs from what was told before, at most ten times a second. */
function createChangeTeller(explorer, send) {
  const all = () => ({ ...explorer.state(), locale: explorer.get('locale'), lock: explorer.get('lock') });
  let told = all();
  let source = '';
  let timer = 0;
  const tell = () => {
    timer = 0;
    const now = all();
    const keys = [...new Set([...Object.keys(told), ...Object.keys(now)])].filter((key) => now[key] !== told[key]);
    told = now;
    if (keys.length > 0) send('change', { source, changed: Object.fromEntries(keys.map((key) => [key, now[key] ?? null])) });
  };
  const soon = (detail) => {
    source = detail?.source ?? 'play';
    timer ||= setTimeout(tell, TELL_EVERY_MS);
  };
  explorer.on('change', soon);
  explorer.on('day', soon);
  return () => {
    told = all();
    return told;
  };
}

/** The kind of `resize` that the address asks for; a bad one is told. */
function resizeChoice(core, search, tell) {
  const choice = resizeAsked(search);
  if (RESIZE_CHOICES.includes(choice)) return choice;
  tell(wordsOf(core)('refused.choice', 'resize', quoted(choice), RESIZE_CHOICES.join(', ')));
  return 'none';
}

/**
 * The line to the page around. Its origin is known once it has spoken; until then it only hears what anybody may hear, and a
 * page without an origin has no other name than anybody's.
 */
function createLine() {
  let origin = null;
  const post = (message) => window.parent.postMessage(message, origin ?? '*');
  const send = (type, payload, id) => post(envelope(type, payload, id));
  return {
    post,
    send,
    sendIfKnown: (type, payload) => { if (origin !== null) send(type, payload); },
    hear: (event) => { origin = event.origin === 'null' ? '*' : event.origin; },
  };
}

async function answer(requests, line, { type, id, payload }) {
  try {
    const request = requests.get(type);
    if (!request) throw new Error(`There is no message ${quoted(type)}.`);
    line.send('answer', { value: (await request(payload)) ?? null }, id);
  } catch (error) {
    line.send('error', { message: String(error?.message ?? error) }, id);
  }
}

const foreignVersion = (version) => `This is version ${VERSION} of the messages, and yours is ${quoted(asText(version))}.`;

/** Why a message is not taken; '' where it is. */
function objection(message) {
  if (Object.hasOwn(message, 'version')) return foreignVersion(message.version);
  return isModest(message.payload) ? '' : 'The payload must be plain data, and not so much of it.';
}

const MOST_OBJECTIONS = 20;

/** Hears the page around from now on and answers once open() was called; an objection without an id is told once. */
function listen(line, handle, hearsOther) {
  const told = new Set();
  const object = (sentence, id) => {
    if (id === undefined && (told.has(sentence) || told.size >= MOST_OBJECTIONS)) return;
    if (id === undefined) told.add(sentence);
    line.send('error', { message: sentence }, id);
  };
  const queue = createQueue(handle, () => object('There are too many messages; some were left out.'));
  addEventListener('message', (event) => {
    if (event.source !== window.parent) return;
    hearsOther(event.data);
    const message = readEnvelope(event.data);
    if (!message) return;
    line.hear(event);
    const sentence = objection(message);
    if (sentence) object(sentence, message.id);
    else queue.push(message);
  });
  return queue.open;
}

/**
 * Connects the page to the one that it stands in, if it stands in one.
 * @param {Promise<ReturnType<import('./core.js').createCore>>} loaded
 * @param {(message: string) => void} tell tells the visitor
 * @param {{ canvas: HTMLElement, stage: HTMLElement, words: HTMLElement, around: HTMLElement[] }} parts of the page
 */
export async function connectHost(loaded, explorer, tell, parts) {
  if (window.parent === window) return;
  const line = createLine();
  let requests = new Map();
  let hearsOther = () => {};
  const open = listen(line, (message) => answer(requests, line, message), (data) => hearsOther(data));
  explorer.on('error', (detail) => line.send('error', detail));
  const core = await loaded;
  await explorer.ready;
  const beginLearning = followLearning(core, explorer, (statement) => line.sendIfKnown('xapi', { statement }));
  requests = createRequests(core, explorer, createChangeTeller(explorer, line.sendIfKnown), beginLearning);
  explorer.on('progress', (detail) => line.sendIfKnown('progress', detail));
  watchFocusExit(parts.canvas, (detail) => line.send('focusExit', detail));
  line.send('ready', { version: explorer.version });
  hearsOther = followHeight(resizeChoice(core, location.search, tell), parts, line.post);
  open();
}
