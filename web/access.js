// The parallel page: a real control for everything that the canvas draws, always there, in reading order. Over the canvas each
// lies where its drawn twin is, unseen, and shows a ring while it has the focus; with `ui=text`, or without WebGL 2, the same
// controls are a plain page. Both ways they send what the drawn ones send, and follow the program.
import { createField, reconcile } from './access_fields.js';

const REFRESH_MS = 100;
const PLAYING_MS = 500;

/** Where the drawn controls are, by "kind:id", of those that the canvas shows whole. */
const seenPlaces = (explorer) => new Map(explorer.controls().filter(({ seen }) => seen).map((place) => [`${place.kind}:${place.id}`, place]));

function place(target, box) {
  target.toggleAttribute('data-away', !box);
  for (const side of ['left', 'top', 'width', 'height']) target.style[side] = box ? `${box[side]}px` : '';
}

function createSection(section, use, refresh) {
  const heading = document.createElement('h2');
  const root = document.createElement('section');
  root.dataset.section = section.id;
  heading.id = `access-section-${section.id}`;
  root.setAttribute('aria-labelledby', heading.id);
  root.append(heading);
  const fields = new Map();
  const update = ({ heading: words, nodes }) => {
    if (heading.textContent !== words) heading.textContent = words;
    reconcile(root, heading, fields, nodes, ({ type, id }) => `${type} ${id}`, (node) => createField(node, use, refresh));
  };
  update(section);
  return { root, update };
}

/**
 * @param {ReturnType<import('./core.js').createCore>} core
 * @param {{ controls: () => object[], playing: boolean, on: Function }} explorer
 * @param {HTMLElement} root holds the list, after what stands in it already
 * @param {() => void} leave goes on behind it
 * @returns {{ refresh: () => void, covers: () => string[] }} `covers`: what the words of the control in use tell already
 */
export function createAccess(core, explorer, root, leave) {
  const sections = new Map();
  const top = root.lastElementChild;
  const overCanvas = () => !root.closest('[data-words]');
  let timer = 0;
  let told = '';
  let parts = [];

  const use = (id, value, done) => {
    core.number('nx_use', id, value, done);
    // The control has a value of its own now, which the program may not have taken.
    told = '';
    refresh();
  };

  // What had the focus may go, as a topic does for the list of topics; then the first control beside it has it.
  const keepFocus = (before) => {
    if (!before || before.isConnected) return;
    const section = root.querySelector(`[data-section="${before.dataset.was}"]`) ?? root;
    section.querySelector('button, input, select')?.focus({ preventScroll: true });
  };

  const list = () => {
    const open = [...root.querySelectorAll('details.field[open]')].map(({ dataset }) => dataset.id);
    const text = core.text('nx_access', overCanvas(), open.join(' '));
    if (text === told) return;
    told = text;
    parts = JSON.parse(text);
    const focused = root.contains(document.activeElement) ? document.activeElement : null;
    if (focused) focused.dataset.was = focused.closest('[data-section]')?.dataset.section;
    reconcile(root, top, sections, parts, ({ id }) => id, (section) => createSection(section, use, refresh));
    keepFocus(focused);
  };

  const arrange = () => {
    const in_use = document.activeElement?.closest('#access [data-away]');
    const places = seenPlaces(explorer);
    for (const field of root.querySelectorAll('.field')) {
      const { id } = field.dataset;
      const choices = field.querySelectorAll('[data-place]');
      for (const choice of choices) place(choice, places.get(choice.dataset.place) ?? places.get(`${id}:menu`));
      if (choices.length === 0) place(field, places.get(id));
    }
    // What has the focus has just been drawn, perhaps far from where it was.
    if (in_use && !in_use.hasAttribute('data-away')) in_use.scrollIntoView({ block: 'nearest' });
  };

  const update = () => {
    timer = 0;
    list();
    arrange();
  };
  function refresh() {
    timer ||= setTimeout(update, explorer.playing ? PLAYING_MS : REFRESH_MS);
  }

  const isTab = (id) => root.querySelector(`[data-place="tab:${id}"] input:not(:checked)`) !== null;
  // What another part of the panel draws is shown once it has the focus, and what the panel has scrolled away too.
  const show = ({ target }) => {
    const away = target.closest('[data-away]');
    if (!away) return;
    const section = target.closest('[data-section]').dataset.section;
    if (isTab(section)) use('tab', section, true);
    core.number('nx_reveal', away.dataset.place ?? away.dataset.id);
  };
  root.addEventListener('focusin', show);
  // Not everything that presses a button moves the focus to it.
  root.addEventListener('click', show);
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !overCanvas()) return;
    event.preventDefault();
    const sheet = root.querySelector('details.field[open]');
    if (!sheet) return leave();
    sheet.querySelector('summary').focus();
    use(sheet.dataset.id, 'false', true);
  });
  for (const type of ['change', 'day']) explorer.on(type, refresh);
  refresh();

  const partInUse = () => {
    const id = document.activeElement?.closest('.field')?.dataset.id;
    return parts.flatMap(({ nodes }) => nodes).find((node) => node.id === id);
  };
  return { refresh, covers: () => partInUse()?.covers ?? [] };
}
