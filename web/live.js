// What is told to screen readers without being asked for: one polite region with a line for each kind of news. A line is written
// only when it says something new, and what the control in use says already is left out.

const WAIT_MS = 500;

/** The sentences of the summary that are not as they were. */
function createOutcome(core, line, covers) {
  const sentences = () => new Map(core.json('nx_described'));
  let told = sentences();
  return () => {
    const now = sentences();
    const covered = covers();
    const news = [...now].filter(([about, words]) => words && told.get(about) !== words && !covered.includes(about));
    told = now;
    if (news.length > 0) line.textContent = news.map(([, words]) => words).join(' ');
  };
}

/** What guide or lesson says; once for each topic and step, not for each day that passes. */
function createPanelWords(core, line) {
  const place = () => ['topic', 'lesson', 'choice', 'stage', 'tab', 'locale'].map((key) => core.json('nx_get', key).value).join();
  let told = '';
  return () => {
    const now = place();
    if (now === told) return;
    told = now;
    const words = core.text('nx_panel_words');
    if (line.textContent !== words) line.textContent = words;
  };
}

/**
 * @param {ReturnType<import('./core.js').createCore>} core
 * @param {(id: string) => HTMLElement} byId the lines "outcome", "structure", "panel-words" and "pace", and the "summary" that is
 *   read where it stands
 * @param {() => string[]} covers
 * @returns {{ later: () => void, tell: (type: string) => boolean }} `later`: something changed; `tell`: whether this was its news
 */
export function createLive(core, explorer, byId, covers) {
  const tellOutcome = createOutcome(core, byId('outcome'), covers);
  const tellPanelWords = createPanelWords(core, byId('panel-words'));
  let timer = 0;
  const write = () => {
    timer = 0;
    byId('summary').textContent = explorer.describe();
    tellOutcome();
  };
  const later = () => {
    tellPanelWords();
    timer ||= setTimeout(write, WAIT_MS);
  };
  const tell = (type) => {
    if (type !== 'structure' && type !== 'pace') return false;
    const words = core.text(`nx_${type}`);
    // A note on the pace ends; what was asked about stays until something else is.
    if (words || type === 'pace') byId(type).textContent = words;
    return true;
  };
  explorer.on('change', later);
  byId('summary').textContent = explorer.describe();
  tellPanelWords();
  return { later, tell };
}
