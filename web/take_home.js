// The sheet that a patient takes along: a dialog in the page, which is printed or saved as a file that stands alone. The words
// come from the program, the code beside the link is made here; nothing is sent. Loaded once the picture stands.
import qrcode from 'qrcode-generator';
import { localDate } from './local_date.js';
import { saveAs } from './save_menu.js';
import { wordsOf } from './words.js';

const PICTURE_WIDTH = 720;

function element(tag, text = '', attributes = {}) {
  const made = document.createElement(tag);
  made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/** A drawing as an element; the program wrote it, so it is well-formed. */
function drawing(svg) {
  const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
  documentElement.setAttribute('viewBox', documentElement.getAttribute('viewBox')
    ?? `0 0 ${parseFloat(documentElement.getAttribute('width'))} ${parseFloat(documentElement.getAttribute('height'))}`);
  documentElement.removeAttribute('height');
  documentElement.setAttribute('width', '100%');
  return document.importNode(documentElement, true);
}

/** The address of this page with the state as it is; empty where the page has none that others could open. */
function shareableLink(core) {
  const here = new URL(location.href);
  if (!/^https?:$/.test(here.protocol)) return '';
  const locale = core.json('nx_get', 'locale').value;
  return `${here.origin}${here.pathname}${locale === 'en' ? '' : `?locale=${locale}`}#s=${core.text('nx_fragment')}`;
}

/** ISO/IEC 18004 symbol as one path of unit squares with the quiet zone of four modules around it. */
function codeOf(link, label) {
  const code = qrcode(0, 'M');
  code.addData(link);
  code.make();
  const count = code.getModuleCount();
  let path = '';
  for (let row = 0; row < count; ++row) {
    for (let column = 0; column < count; ++column) {
      if (code.isDark(row, column)) path += `M${column + 4} ${row + 4}h1v1h-1z`;
    }
  }
  const side = count + 8;
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [name, value] of Object.entries({ viewBox: `0 0 ${side} ${side}`, role: 'img', 'aria-label': label, class: 'code' })) svg.setAttribute(name, value);
  const shapes = [['rect', { width: side, height: side, fill: '#fff' }], ['path', { d: path, fill: '#000' }]];
  for (const [tag, attributes] of shapes) {
    const shape = document.createElementNS(svg.namespaceURI, tag);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
    svg.append(shape);
  }
  return svg;
}

function partOf(part, words) {
  const section = element('section', '', { class: `part-${part.id}` });
  const list = element('ul');
  for (const { text, sources } of part.lines) {
    const line = element('li', text);
    if (sources) line.append(' ', element('small', words('guide.source', sources)));
    list.append(line);
  }
  section.append(element('h2', part.heading), list);
  return section;
}

/** A row for each thing to do or to wait for, a column for each treatment. */
function datesOf(rows, locale, words) {
  const format = (style) => new Intl.DateTimeFormat(locale === 'qps' ? 'en' : locale, { ...style, timeZone: 'UTC' });
  const [long, short] = [format({ weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' }), format({ day: 'numeric', month: 'short' })];
  const section = element('section', '', { class: 'part-dates' });
  const table = element('table');
  rows.forEach(({ text, dates }, number) => {
    const row = element('tr');
    row.append(element('th', text, { scope: 'row' }));
    for (const date of dates) {
      const shown = date ? (number === 0 ? long : short).format(Date.UTC(date[0], date[1] - 1, date[2])) : '';
      row.append(number === 0 ? element('th', shown, { scope: 'col' }) : element('td', shown));
    }
    table.append(row);
  });
  const scroller = element('div', '', { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': words('takeHome.dates') });
  scroller.append(table);
  section.append(element('h2', words('takeHome.dates')), element('p', words('takeHome.datesNote')), scroller);
  return section;
}

function linkOf(core, words) {
  const link = shareableLink(core);
  if (!link) return [];
  const section = element('section', '', { class: 'part-link' });
  section.append(element('h2', words('takeHome.link')));
  // A link longer than a code holds still stands as words.
  try {
    section.append(codeOf(link, words('takeHome.qr')));
  } catch { /* no code then */ }
  section.append(element('p', link, { class: 'address' }));
  return [section];
}

/** The sheet's own page, without any script. The page's policy forbids to build it as a document, so it is put together as text. */
function documentOf(sheet, title, locale, styles) {
  const head = `<meta charset="utf-8">${element('title', title).outerHTML}<style>${styles}</style>`;
  return `<!doctype html>\n<html lang="${locale}"><head>${head}</head><body>${sheet.outerHTML}</body></html>\n`;
}

/** The rules that the page has loaded, so that a saved sheet needs no request. */
function stylesOfSheet() {
  const sheet = [...document.styleSheets].find(({ href }) => href && new URL(href).pathname.endsWith('/take_home.css'));
  return [...(sheet?.cssRules ?? [])].map((rule) => rule.cssText).join('\n');
}

/**
 * @param {ReturnType<import('./core.js').createCore>} core
 * @param {string} date of the first treatment, "2026-12-01"
 * @returns {{ sheet: HTMLElement, message: string }} message: what is wrong with the date; the sheet then has no dates
 */
function sheetOf(core, date) {
  const words = wordsOf(core);
  const locale = core.json('nx_get', 'locale').value;
  const { ok, value, message } = core.json('nx_take_home', date);
  const sheet = element('article', '', { class: 'sheet' });
  const picture = element('figure');
  picture.append(drawing(core.text('nx_svg', PICTURE_WIDTH)));
  sheet.append(element('h1', words('takeHome.title')), element('p', words('app.disclaimer'), { class: 'disclaimer' }), picture);
  for (const part of value.parts) sheet.append(partOf(part, words));
  if (ok) sheet.append(datesOf(value.dates, locale, words));
  sheet.append(...linkOf(core, words), element('p', `${words('app.title')} ${core.text('nx_version')}. ${words('takeHome.private')}`));
  return { sheet, message: ok ? '' : message };
}

/**
 * Opens the dialog and fills it; it is emptied when it closes.
 * @param {HTMLDialogElement} dialog
 */
export function openTakeHome(core, dialog) {
  const words = wordsOf(core);
  const date = element('input', '', { type: 'date', value: localDate(), min: '2000-01-01', max: '2099-12-31', id: 'take-home-date' });
  const note = element('p', '', { role: 'status', class: 'note' });
  const place = element('div', '', { class: 'place' });
  const fill = () => {
    const { sheet, message } = sheetOf(core, date.value);
    note.textContent = message;
    place.replaceChildren(sheet);
  };
  const button = (id, act) => {
    const made = element('button', words(id), { type: 'button' });
    made.addEventListener('click', act);
    return made;
  };
  const save = () => {
    const locale = core.json('nx_get', 'locale').value;
    const page = documentOf(place.firstElementChild, words('takeHome.title'), locale, stylesOfSheet());
    saveAs(new Blob([page], { type: 'text/html;charset=utf-8' }), 'microneedling-sheet.html');
  };
  const bar = element('div', '', { class: 'bar' });
  const label = element('label', `${words('takeHome.date')} `, { for: date.id });
  label.append(date);
  bar.append(label, button('takeHome.print', () => window.print()), button('takeHome.save', save), button('takeHome.close', () => dialog.close()));
  date.addEventListener('change', fill);
  fill();
  dialog.setAttribute('aria-label', words('takeHome.title'));
  dialog.replaceChildren(bar, note, place);
  dialog.addEventListener('close', () => dialog.replaceChildren(), { once: true });
  dialog.showModal();
}
