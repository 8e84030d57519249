// Starts the page: loads the module, applies the address, shows the picture or, without WebGL2, the text.
import createModule from './explorer.mjs';
import { createCore } from './core.js';
import { createExplorer } from './explorer_api.js';
import { showFallback } from './fallback.js';
import { hostCanvas } from './guest.js';
import { createMessages } from './messages.js';
import { connectSaveMenu, saveExport } from './save_menu.js';
import { followStage, openStage } from './stage_window.js';
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
  return core;
});

const { explorer, emit, announce } = createExplorer(loaded, begin);
window.explorer = explorer;

/** Words for screen readers, at most twice a second and only when they changed. */
function createSummary() {
  let timer = 0;
  const write = () => {
    timer = 0;
    byId('summary').textContent = explorer.describe();
  };
  return () => { timer ||= setTimeout(write, 500); };
}

/** What guide or lesson says, for screen readers; once for each topic and step, not for each day that passes. */
function followPanelWords(core) {
  const place = () => ['topic', 'lesson', 'choice', 'stage', 'tab', 'locale'].map((key) => core.json('nx_get', key).value).join();
  let told = '';
  const follow = () => {
    const now = place();
    if (now === told) return;
    told = now;
    byId('panel-words').textContent = core.text('nx_panel_words');
  };
  explorer.on('change', follow);
  follow();
}

/** What the visitor asks about in the picture, for screen readers. */
function tellStructure(core) {
  const words = core.text('nx_structure');
  if (words) byId('structure').textContent = words;
}

/** The sheet's own script and style come after the picture, and are there before anybody asks for them. */
function prepareTakeHome() {
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = new URL('take_home.css', import.meta.url).href;
  document.head.append(style);
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
function createRequests(core) {
  let tellStage = null;
  return {
    sheet: openSheet,
    calendar: () => saveExport(explorer, 'ics', tell),
    window: () => { tellStage = openStage(core, explorer); },
    frame: () => tellStage?.(),
    sources: () => window.open(sourcesAddress(core, core.text('nx_looked_up')), '_blank', 'noopener'),
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

function followModule(core) {
  const requests = createRequests(core);
  const writeFragment = createFragmentWriter(core);
  const summarise = createSummary();
  core.module.onNotify = (type) => {
    if (type === 'day') return emit('day', { day: explorer.day });
    if (Object.hasOwn(requests, type)) return requests[type]();
    if (type === 'focusexit') return canvas.blur();
    // On a phone the button that changed the picture may stand far below it.
    if (type === 'look') return stage.getBoundingClientRect().top < 0 ? stage.scrollIntoView() : undefined;
    if (type === 'structure') return tellStructure(core);
    if (type === 'pace') {
      byId('pace').textContent = core.text('nx_pace');
      return undefined;
    }
    if (type === 'change') writeFragment();
    summarise();
    return announce(type === 'play' ? 'play' : 'visitor');
  };
  core.module.onHeight = (height) => { stage.style.minHeight = `${Math.ceil(height)}px`; };
  explorer.on('change', summarise);
  summarise();
  followView(core);
  followProgress(core);
  followPanelWords(core);
  followStage(core, location.search);
}

function showText(core, reason) {
  showFallback(core, explorer, {
    stage, section: byId('fallback'), reason: byId('fallback-reason'), table: byId('fallback-table'), summary: byId('fallback-summary'),
  }, reason);
}

function startPicture(core) {
  let begin;
  const started = new Promise((resolve) => { begin = resolve; });
  const onGone = () => {
    explorer.pause();
    tell(words('page.gone'));
    showText(core, 'page.gone');
  };
  hostCanvas({ core, stage, canvas, emit, started, onGone });
  if (!core.number('nx_start_view')) return false;
  begin();
  byId('loading').hidden = true;
  return true;
}

function begin(core) {
  followModule(core);
  if (!hasWebGl2() || !startPicture(core)) showText(core, 'page.noWebgl');
  // Last, as a window that is made names the document too.
  followLanguage(core, explorer);
}

explorer.ready.then(() => {
  connectSaveMenu(byId('save'), explorer, tell, openSheet);
  byId('save').hidden = false;
  take_home ??= prepareTakeHome();
  emit('ready', { version: explorer.version });
}).catch((error) => {
  byId('loading').textContent = earlyWords(localeOf(location.search))('page.failed');
  emit('error', { message: String(error?.message ?? error) });
  throw error;
});
