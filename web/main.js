// Starts the page: loads the module, applies the address, shows the picture or, without WebGL2, the text.
import createModule from './explorer.mjs';
import { createAccess } from './access.js';
import { createCore } from './core.js';
import { createExplorer } from './explorer_api.js';
import { hostCanvas } from './guest.js';
import { connectHost } from './host.js';
import { createLive } from './live.js';
import { createMessages } from './messages.js';
import { keepForOffline } from './offline.js';
import { connectSaveMenu, saveExport } from './save_menu.js';
import { scrollBelowPicture } from './scroll.js';
import { followStage, openStage } from './stage_window.js';
import { createTextView } from './text_view.js';
import { applyFragment, applyQuery, createFragmentWriter, followSystemColours } from './url_state.js';
import { earlyLocale, earlyWords, followLanguage, localeOf, wordsOf } from './words.js';

const byId = (id) => document.getElementById(id);
const stage = byId('stage');
const canvas = byId('canvas');
// Its script, once it was asked for.
let take_home = null;
// The program's words once it is there.
let words = earlyWords(localeOf(location.search));
const tell = createMessages(byId('message'), byId('message-list'), byId('message-dismiss'), (id, count) => words(id, count));
document.documentElement.lang = earlyLocale(location.search);
byId('loading').textContent = words('page.loading');

function hasWebGl2() {
  try {
    const probe = document.createElement('canvas').getContext('webgl2');
    probe?.getExtension('WEBGL_lose_context')?.loseContext();
    return probe !== null;
  } catch {
    return false;
  }
}

/** The program cannot go on: say so in words, as a picture that stands still says nothing. */
function onAbort(what) {
  tell(earlyWords(document.documentElement.lang)('page.stopped'));
  emit('error', { message: String(what) });
}

const loaded = createModule({ canvas, locateFile: (name) => new URL(name, import.meta.url).href, onAbort }).then((module) => {
  const core = createCore(module);
  words = wordsOf(core);
  // Address first: nobody sees another protocol for a moment.
  applyQuery(core, location.search, tell);
  applyFragment(core, location.hash, tell);
  followSystemColours(core, location.search, location.hash);
  // Undo goes back to what the page began with, not behind its address.
  core.number('nx_forget');
  return core;
});

const { explorer, emit, announce } = createExplorer(loaded, begin);
window.explorer = explorer;
// Whatever keeps the program from starting is told below.
connectHost(loaded, explorer, tell, { canvas, stage, words: byId('access'), around: ['message', 'footer'].map(byId) }).catch(() => {});

/** The page of one file has it already. */
function addTakeHomeStyle() {
  if (byId('take-home-style')) return;
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = new URL('take_home.css', import.meta.url).href;
  document.head.append(style);
}

/** The sheet's own script and style come after the picture, and are there before anybody asks for them. */
function prepareTakeHome() {
  addTakeHomeStyle();
  const script = import('./take_home.js');
  // Whoever leaves the page meanwhile does not miss it; whoever asks for it is told.
  script.catch(() => {});
  return script;
}

async function openSheet() {
  try {
    take_home ??= prepareTakeHome();
    const { openTakeHome } = await take_home;
    openTakeHome(await loaded, byId('take-home'));
  } catch {
    // It may come the next time.
    take_home = null;
    tell(words('page.noSheet'));
  }
}

/** What the panel asks of the page; undefined for anything else. */
function createRequests(core, access) {
  let tellStage = null;
  return {
    sheet: openSheet,
    calendar: () => saveExport(explorer, 'ics', tell),
    window: () => { tellStage = openStage(core, explorer); },
    frame: () => {
      tellStage?.();
      access.refresh();
    },
    // The page of one file has no link to them.
    sources: () => (byId('sources').hidden ? tell(words('page.noSources')) : window.open(sourcesAddress(core, core.text('nx_looked_up')), '_blank', 'noopener')),
  };
}

/** The page of sources in the reader's language, with the ids that are asked for first. */
function sourcesAddress(core, ids = '') {
  const of = (key) => core.json('nx_get', key).value;
  const query = new URLSearchParams({ ...(ids && { ids }), ...(of('locale') !== 'en' && { locale: of('locale') }), ...(of('allowLinks') === 'off' && { links: 'off' }) });
  return `sources.html${`?${query}`.replace(/^\?$/, '')}`;
}

/** The page around the picture has its colours, and its link to the sources the language. */
function followView(core) {
  const follow = () => {
    document.documentElement.dataset.colours = core.json('nx_get', 'colorProfile').value;
    byId('sources').href = sourcesAddress(core);
    byId('privacy').href = byId('sources').href.replace('sources.html', 'privacy.html');
  };
  explorer.on('change', follow);
  follow();
}

/** Tells a course page of each step; the module changes it with the state. */
function followProgress(core) {
  let told = core.text('nx_progress');
  const follow = () => {
    const now = core.text('nx_progress');
    if (now === told) return;
    told = now;
    emit('progress', JSON.parse(now));
  };
  explorer.on('change', follow);
  explorer.on('day', follow);
}

/** To what stands behind the explorer. */
const leave = () => (byId('save').hidden ? byId('sources') : byId('save').querySelector('summary')).focus();

function followModule(core) {
  const access = createAccess(core, explorer, byId('access'), leave);
  const live = createLive(core, explorer, byId, access.covers);
  const requests = createRequests(core, access);
  const writeFragment = createFragmentWriter(core);
  const followScroll = scrollBelowPicture(core, stage, canvas, byId('footer'));
  core.number('nx_tell_frames');
  core.module.onNotify = (type) => {
    if (type === 'day') return emit('day', { day: explorer.day });
    if (Object.hasOwn(requests, type)) return requests[type]();
    if (type === 'focusexit') return leave();
    if (type === 'scroll') return followScroll();
    if (type === 'refused') return tell(core.text('nx_refusal'));
    // On a phone the button that changed the picture may stand far below it.
    if (type === 'look') return canvas.getBoundingClientRect().top < 0 ? stage.scrollIntoView() : undefined;
    if (live.tell(type)) return undefined;
    if (type === 'change') writeFragment();
    live.later();
    return announce(type === 'play' ? 'play' : 'visitor');
  };
  followView(core);
  followProgress(core);
  followStage(core, location.search);
}

function startPicture(core, onGone) {
  let begin;
  const started = new Promise((resolve) => { begin = resolve; });
  hostCanvas({ core, stage, canvas, emit, started, onGone });
  if (!core.number('nx_start_view')) return false;
  begin();
  byId('loading').hidden = true;
  return true;
}

/** The canvas, or by choice or need the same as text. The canvas starts when it is first wanted. */
function followExtent(core) {
  const showText = createTextView(core, explorer, { stage, figure: byId('drawing'), reason: byId('reason') });
  let started = false;
  let missing = '';
  const onGone = () => {
    explorer.pause();
    tell(words('page.gone'));
    missing = 'page.gone';
    follow();
  };
  const follow = () => {
    const chosen = core.json('nx_get', 'ui').value === 'text';
    if (!chosen && !started && !missing) {
      started = hasWebGl2() && startPicture(core, onGone);
      missing = started ? '' : 'page.noWebgl';
    }
    showText(chosen || missing !== '', missing);
  };
  explorer.on('change', follow);
  follow();
}

function begin(core) {
  followModule(core);
  followExtent(core);
  // Last, as a window that is made names the document too.
  followLanguage(core, explorer);
}

explorer.ready.then(() => {
  connectSaveMenu(byId('save'), explorer, tell, openSheet);
  byId('save').hidden = false;
  take_home ??= prepareTakeHome();
  emit('ready', { version: explorer.version });
  keepForOffline();
}).catch((error) => {
  byId('loading').textContent = earlyWords(localeOf(location.search))('page.failed');
  emit('error', { message: String(error?.message ?? error) });
  throw error;
});
