// The page that an LMS opens: the explorer in a frame, and the line between it and the LMS. Without one it is the explorer alone.
import { connectFrame } from '../embed_frame.js';
import { DIALECTS } from './dialects.js';
import { readKept } from './kept.js';
import { connectLms } from './lms.js';
import { createRecord } from './record.js';

/* global SCORM_KIND, COURSE_WORDS -- put in by course_package.mjs: the dialect of this package, and the page's words by
   language and id. */

const dialect = DIALECTS[SCORM_KIND];
const frame = document.getElementById('explorer');
const note = document.getElementById('note');
const lms = connectLms(dialect);

/** The learner's language as the LMS has it ("es-MX"), or that of the address; English where it is none of ours. */
function chosenLanguage() {
  const asked = lms?.get(dialect.keys.language) || new URLSearchParams(location.search).get('locale') || '';
  const language = asked.slice(0, 2).toLowerCase();
  return Object.hasOwn(COURSE_WORDS, language) ? language : 'en';
}

const language = chosenLanguage();
const words = COURSE_WORDS[language];
const say = (id) => { if (note.textContent !== words[id]) note.textContent = words[id]; };

/** The address of the explorer: a course that is open where it tells what completes it, what this page's own asks for, and the learner's language. */
function explorerAddress() {
  const asked = new URLSearchParams(location.search);
  return `index.html?${new URLSearchParams({ mode: 'course', tab: 'mode', ...Object.fromEntries(asked), locale: language })}`;
}

function tellSaved(taken, complete) {
  if (!taken) say('lms.refused');
  else say(complete ? 'lms.complete' : 'lms.kept');
}

/** Puts the explorer where the learner left it; a text that is not ours it refuses. */
async function restore(line, { progress, state }) {
  if (state) await line.ask('setState', state);
  if (progress) await line.ask('call', { method: 'setProgress', args: [progress] });
}

async function begin(line, record) {
  // A frame that was loaded anew begins where it was.
  record.save();
  await line.ask('init');
  // Without what cannot be read it begins at its beginning.
  await restore(line, readKept(lms.get(dialect.keys.suspend))).catch(() => {});
  // One after the other, so that nothing that was noted meanwhile is older than what is asked for here.
  record.note({ state: await line.ask('getState'), progress: await line.ask('call', { method: 'progress' }) });
  record.save();
}

function connect() {
  const record = createRecord(lms, dialect, tellSaved);
  let restored = false;
  const line = connectFrame(frame, (type, payload) => {
    if (type === 'ready') begin(line, record).then(() => { restored = true; });
    else if (restored && type === 'progress') record.note({ progress: payload });
    else if (restored && type === 'change') line.ask('getState').then((state) => record.note({ state }));
  });
  addEventListener('visibilitychange', () => { if (document.hidden) record.save(); });
  addEventListener('pagehide', record.finish);
  // A page that the browser kept whole comes back after its session was finished.
  addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
}

document.documentElement.lang = language;
say(lms ? 'lms.kept' : 'lms.none');
if (lms) connect();
frame.src = explorerAddress();
