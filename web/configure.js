// The configure page: what is chosen in the form goes into the address, the preview and the texts to copy.
import { LEAST_CONTRAST, USUAL, refusedPair } from './embed_colours.js';
import { fromFragment, markInvalid, readForm, toFragment, writeForm } from './configure_form.js';
import { createPreview } from './configure_preview.js';
import { SNIPPETS } from './configure_snippets.js';
import { locale, words } from './pages.js';

const byId = (id) => document.getElementById(id);
const all = (selector) => [...document.querySelectorAll(selector)];
const form = byId('form');
const shownNumber = (value) => Number(value).toLocaleString(locale, { maximumFractionDigits: 2, useGrouping: false });

const probe = document.createElement('span');
probe.hidden = true;
document.body.append(probe);

function tellContrast(settings) {
  const wanted = Object.fromEntries(Object.keys(USUAL).map((name) => [name, settings[name] ?? '']));
  const refused = refusedPair(wanted, probe);
  const values = refused && [words(`configure.ink.${refused.ink}`), shownNumber(refused.contrast), shownNumber(LEAST_CONTRAST)];
  const sentence = refused ? words('configure.contrast', ...values) : '';
  if (byId('contrast').textContent !== sentence) byId('contrast').textContent = sentence;
}

function keepInAddress(settings) {
  const fragment = toFragment(settings);
  byId('language').hash = fragment;
  try {
    history.replaceState(history.state, '', fragment === '#' ? location.pathname + location.search : fragment);
  } catch {
    // A sandboxed frame may not touch its address.
  }
}

/** Groups in which something is set stand open. */
function openGroups() {
  const isSet = (control) => (control.type === 'checkbox' ? control.checked : control.value !== '');
  for (const group of all('details.group')) group.open ||= [...group.querySelectorAll('input, select')].some(isSet);
}

const preview = createPreview(byId('preview-box'), {
  language: locale,
  title: byId('preview').querySelector('h2').textContent,
  told: (width, scale) => { byId('scale').textContent = words('configure.scale', width, Math.round(scale * 100)); },
});

function follow() {
  const settings = readForm(form);
  const height = settings.height ?? byId('height').defaultValue;
  markInvalid(form);
  tellContrast(settings);
  const wanted = { settings, height, base: settings.base ?? byId('base').defaultValue };
  for (const [kind, textOf] of Object.entries(SNIPPETS)) byId(`text-${kind}`).value = textOf(wanted);
  byId('copied').textContent = '';
  preview.show(settings, height);
  return settings;
}

async function copy(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    byId('copied').textContent = words('configure.copied');
  } catch {
    field.focus();
    field.select();
    byId('copied').textContent = words('configure.selected');
  }
}

const chosenOf = (name) => document.querySelector(`input[name=${name}]:checked`).value;
const followWidth = () => preview.setWidth(Number(chosenOf('width')));

function followKind() {
  for (const snippet of all('.snippet')) snippet.hidden = snippet.id !== `snippet-${chosenOf('kind')}`;
  byId('copied').textContent = '';
}

function restore() {
  writeForm(form, fromFragment(location.hash));
  openGroups();
  follow();
}

for (const range of all('[data-range]')) range.textContent = words('configure.range', ...range.dataset.range.split('|').map(shownNumber));
byId('base').defaultValue = new URL('.', location.href.split(/[?#]/)[0]).href;
form.addEventListener('input', () => keepInAddress(follow()));
form.addEventListener('submit', (event) => event.preventDefault());
byId('clear-all').addEventListener('click', () => {
  writeForm(form, {});
  keepInAddress(follow());
});
byId('preview').addEventListener('change', followWidth);
byId('snippets').addEventListener('change', followKind);
byId('snippets').addEventListener('click', ({ target }) => { if (target.dataset.copy) copy(byId(target.dataset.copy)); });
addEventListener('hashchange', restore);
if (innerWidth < 768) document.querySelector('input[name=width]').checked = true;
byId('needs-script').hidden = true;
byId('configure').hidden = false;
followWidth();
followKind();  // Firefox keeps what was pressed when a page is loaded again
restore();
