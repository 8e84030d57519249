// What the pages of text do beyond standing there: the other language (locale=es), search and filters, the rows that an address
// names (ids=P-T2-50;P-T2-01), anchors inside what is folded, and no links to other sites where a clinic wants none (links=off).

/* global PAGE_WORDS -- put in by build_site.mjs from assets/texts: by language and id; English only of what this script says. */

const asked = new URLSearchParams(location.search);
export const locale = asked.get('locale') === 'es' ? 'es' : 'en';
const byId = (id) => document.getElementById(id);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
export const words = (id, ...values) => PAGE_WORDS[locale][id].replace(/\{(\d)\}/g, (mark, place) => values[place] ?? mark);

// --- language
/** What of the address a link to another of these pages takes along. */
function kept(address, changes = {}) {
  const url = new URL(address, location.href);
  for (const [key, value] of Object.entries({ locale: locale === 'es' ? 'es' : null, links: asked.get('links'), ...changes })) {
    if (value) url.searchParams.set(key, value);
    else url.searchParams.delete(key);
  }
  return url.href;
}

function speak() {
  if (locale !== 'en') {
    document.documentElement.lang = locale;
    for (const element of all('[data-t]')) {
      element.textContent = words(element.dataset.t, ...(element.dataset.v ?? '').split('|'));
      element.lang = locale;
    }
    document.title = words('title.site', document.querySelector('h1').textContent);
    for (const note of all('.other')) note.hidden = false;
  }
  const other = byId('language');
  other.hidden = false;
  other.textContent = words('language');
  other.lang = locale === 'es' ? 'en' : 'es';
  other.href = kept(location.href, { locale: locale === 'es' ? null : 'es' });
  for (const link of all('a.keep')) link.href = kept(link.getAttribute('href'));
}

// --- links to other sites
function withoutLinks() {
  for (const link of all('a[rel]')) {
    const text = document.createElement('span');
    text.className = 'address';
    text.textContent = `${link.textContent} (${link.href})`;
    link.replaceWith(text);
  }
}

// --- search and filters
const cards = all('.card');
const plain = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
let index = null;  // what can be found in each card: all but the labels, which all cards have

function indexed() {
  index ??= new Map(cards.map((card) => [card, plain(all('h3, h4, p, dd, .rows li', card).filter((part) => !part.parentElement.closest('li')).map((part) => part.textContent).join(' '))]));
  return index;
}

function find() {
  const terms = plain(byId('words').value).split(/\s+/).filter(Boolean), filters = all('[data-by]').filter((select) => select.value);
  let shown = 0;
  for (const card of cards) {
    const fits = filters.every((select) => card.dataset[select.dataset.by] === select.value) && terms.every((term) => indexed().get(card).includes(term));
    card.hidden = !fits;
    shown += fits ? 1 : 0;
  }
  for (const part of all('section').filter((each) => each.querySelector('.card'))) part.hidden = part.id !== 'chosen' && !part.querySelector('.card:not([hidden])');
  byId('found').textContent = shown === 0 ? words('find.none') : words('find.count', shown, cards.length);
  byId('clear').hidden = shown === cards.length;
}

function clear() {
  byId('words').value = '';
  for (const select of all('[data-by]')) select.value = '';
  find();
}

let waiting = null;  // the search that begins once the typing rests

/** Searches now if a search waits: after this nothing is filtered away that was not before. */
function findAtOnce() {
  if (waiting === null) return;
  clearTimeout(waiting);
  waiting = null;
  find();
}

function startFinder() {
  const finder = document.querySelector('.finder');
  finder.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(findAtOnce, 120);
  });
  byId('clear').addEventListener('click', () => {
    clear();
    byId('words').focus();
  });
  finder.hidden = false;
  find();
}

// --- anchors
/** Shows what the address points at, also inside what is folded or filtered away. */
function show() {
  findAtOnce();
  const target = byId(location.hash.slice(1));  // ids need no escapes
  for (const old of all('.target')) old.classList.remove('target');
  if (!target || !target.closest('.card')) return;
  if (target.closest('[hidden]')) clear();
  const fold = target.closest('details');
  if (fold) fold.open = true;
  target.classList.add('target');
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: target.matches('.card') ? 'start' : 'center' });
}

// --- the rows that an address names
function choose(ids) {
  const place = byId('chosen'), rows = ids.map(byId).filter((row) => row?.closest('.card'));
  const missing = ids.filter((id) => !rows.some((row) => row.id === id));
  for (const row of rows) {
    const card = row.closest('.card'), details = card.querySelector('details');
    place.querySelector('div').append(card);
    card.querySelector('h4').setAttribute('aria-level', '3');
    if (row === card) continue;
    details.open = true;
    row.classList.add('named');
  }
  // Of a claim whose rows are named, the others stay away.
  for (const card of all('.card', place).filter((each) => each.querySelector('.named'))) {
    const others = all('.rows > li:not(.named)', card);
    if (others.length === 0) continue;
    for (const row of others) row.hidden = true;
    const rest = document.createElement('p'), link = document.createElement('a');
    link.href = `${kept('sources.html')}#${card.id}`;
    link.textContent = words('chosen.rest');
    link.lang = locale;
    rest.append(link);
    card.querySelector('details').append(rest);
  }
  if (missing.length > 0) {
    const note = document.createElement('p');
    note.className = 'missing';
    note.textContent = words('chosen.missing', missing.join(', ').slice(0, 200));
    place.querySelector('h2').after(note);
  }
  place.hidden = false;
  byId('all').hidden = rows.length > 0;
}

for (const details of all('.card details')) details.open = false;
if (asked.get('links') === 'off') withoutLinks();
speak();
const ids = (asked.get('ids') ?? '').split(/[;,\s]+/).filter(Boolean);
if (ids.length > 0 && byId('chosen')) choose([...new Set(ids)]);
if (document.querySelector('.finder')) startFinder();
show();
addEventListener('hashchange', show);
