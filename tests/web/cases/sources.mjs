// The pages of text beside the explorer: sources and validation.

import { axeViolations } from '../drive/axe.mjs';
import { check, checkEqual, until } from '../drive/explorer.mjs';

const kPages = ['/sources.html', '/validation.html'];

/** Waits until the script has done what it does at the start. */
const started = (page) => until(page, 'the search is there', () => document.querySelector('.finder')?.hidden === false && document.getElementById('found').textContent !== '');

async function openPage(open, path, options) {
  const page = await open(path, options);
  await started(page);
  return page;
}

/** Ids of the cards that can be seen. */
const shown = (page) => page.evaluate(() => [...document.querySelectorAll('.card')].filter((card) => card.getClientRects().length > 0).map((card) => card.id));

/** Puts words into the search at once, as pasting does: typed key by key it may begin between two of them. Waits until it has done its work. */
async function search(page, words) {
  const before = await page.evaluate((text) => {
    const input = document.getElementById('words'), told = document.getElementById('found').textContent;
    input.focus();
    input.value += text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    return told;
  }, words);
  await until(page, `the search for "${words}" changes what is shown`, (old) => document.getElementById('found').textContent !== old, before);
}

const pick = (page, name, value) => page.evaluate((id, chosen) => {
  const select = document.getElementById(id);
  select.value = chosen;
  select.dispatchEvent(new Event('input', { bubbles: true }));
}, `by-${name}`, value);

/** In the page: takes the styles of a dark system. */
function darken() {
  for (const { cssRules } of document.styleSheets) {
    for (const rule of cssRules) if (rule.media?.mediaText.includes('prefers-color-scheme')) rule.media.mediaText = 'all';
  }
}

export const tests = [
  {
    name: 'sources: nothing scrolls sideways at 320 pixels, in either language, folded or not',
    async run({ open }) {
      for (const path of [...kPages, '/sources.html?ids=P-T2-50;P-T2-01&links=off']) {
        for (const locale of ['en', 'es']) {
          const page = await openPage(open, `${path}${path.includes('?') ? '&' : '?'}locale=${locale}`, { width: 320, height: 640 });
          for (const unfolded of [false, true]) {
            const [width, inner, widest] = await page.evaluate((show) => {
              for (const details of document.querySelectorAll('details')) details.open = show;
              const right = (element) => element.getBoundingClientRect().right;
              const outer = [...document.querySelectorAll('main *')].filter((element) => element.getClientRects().length > 0).reduce((a, b) => (right(a) > right(b) ? a : b));
              return [document.documentElement.scrollWidth, innerWidth, `${outer.tagName} ${outer.textContent.slice(0, 40)} to ${right(outer)}`];
            }, unfolded);
            check(width <= inner, `${path} ${locale}: ${width} of ${inner} pixels wide, ${widest}`);
          }
          await page.close();
        }
      }
    },
  },
  {
    name: 'sources: search finds words in any order and without accents, filters join in, all comes back',
    async run({ open }) {
      const page = await openPage(open, '/sources.html');
      const all = await shown(page);
      check(all.length > 300, `only ${all.length} claims are shown at first`);
      await search(page, 'SASAKI  torn');
      check((await shown(page)).includes('C-053') && (await shown(page)).length < 10, `a search shows ${await shown(page)}`);
      await pick(page, 'grade', 'B');
      await until(page, 'no claim is left', () => document.getElementById('found').textContent.startsWith('Nothing'));
      checkEqual(await shown(page), [], 'claims where nothing fits');
      await page.evaluate(() => document.getElementById('clear').click());
      checkEqual((await shown(page)).length, all.length, 'claims after "Show all"');
      checkEqual(await page.evaluate(() => document.activeElement.id), 'words', 'where the focus is then');
      await pick(page, 'kind', 'gap');
      await until(page, 'a filter changes what is shown', (count) => !document.getElementById('found').textContent.startsWith(`${count} of`), all.length);
      const kinds = await page.evaluate(() => [...new Set([...document.querySelectorAll('.card:not([hidden])')].map((card) => card.dataset.kind))]);
      checkEqual(kinds, ['gap'], 'kinds shown');
      check(await page.evaluate(() => [...document.querySelectorAll('#all section')].every((section) => section.hidden || !section.querySelector('.card') || section.querySelector('.card:not([hidden])'))), 'an empty section is shown');
      const results = await openPage(open, '/validation.html');
      await pick(results, 'verdict', 'off');
      await until(results, 'verdicts are filtered', () => !/^(\d+) \D+ \1 /.test(document.getElementById('found').textContent));
      const verdicts = await results.evaluate(() => [...new Set([...document.querySelectorAll('.card:not([hidden])')].map((card) => card.dataset.verdict))]);
      checkEqual(verdicts, ['off'], 'verdicts shown');
    },
  },
  {
    name: 'sources: an anchor opens, marks and reaches its row, also when it was filtered away',
    async run({ open }) {
      const page = await openPage(open, '/sources.html#P-T2-50', { width: 390, height: 844 });
      const seen = () => page.evaluate(() => {
        const target = document.querySelector('.target'), box = target?.getBoundingClientRect();
        return [target?.id, document.activeElement.id, Boolean(box && box.top >= -1 && box.bottom <= innerHeight + 1 && box.height > 0)];
      });
      checkEqual(await seen(), ['P-T2-50', 'P-T2-50', true], 'the row that the address names');
      await search(page, 'isotretinoin');
      await page.evaluate(() => { location.hash = '#C-001'; });
      await until(page, 'the other anchor is marked', () => document.querySelector('.target')?.id === 'C-001');
      const [id, , inside] = await seen();
      checkEqual([id, inside], ['C-001', true], 'a claim that the search had left out');
      const hidden = await page.evaluate(() => new Promise((resolve) => {
        const input = document.getElementById('words');
        input.value = 'isotretinoin';
        input.dispatchEvent(new Event('input', { bubbles: true }));
        location.hash = '#C-002';
        setTimeout(() => resolve([document.querySelector('.target')?.id, document.getElementById('C-002').hidden]), 500);
      }));
      checkEqual(hidden, ['C-002', false], 'a claim that is asked for while a search waits');
    },
  },
  {
    name: 'sources: ids shows what a sentence rests on and nothing else, with a way to all',
    async run({ open }) {
      const page = await openPage(open, '/sources.html?ids=P-T2-50;P-T2-01;X-1&locale=es', { width: 390, height: 844 });
      checkEqual(await shown(page), ['C-053', 'C-032'], 'the claims shown');
      const facts = await page.evaluate(() => ({
        rows: [...document.querySelectorAll('#chosen .rows > li')].filter((row) => row.getClientRects().length > 0).map((row) => row.id),
        missing: document.querySelector('.missing')?.textContent,
        heading: document.querySelector('#chosen h2').textContent,
        all: document.querySelector('#chosen > p:last-child a').getAttribute('href'),
      }));
      checkEqual([facts.rows, facts.heading], [['P-T2-50', 'P-T2-01'], 'En qué se apoya esta frase'], 'rows and heading');
      check(facts.missing.endsWith('X-1'), `what is told of an unknown id: ${facts.missing}`);
      check(/sources\.html\?locale=es$/.test(facts.all), `the link to all: ${facts.all}`);
      const nothing = await openPage(open, '/sources.html?ids=%3Cb%3E');
      check((await shown(nothing)).length > 300, 'with unknown ids alone all claims are shown');
    },
  },
  {
    name: 'sources: links=off leaves no link to another site, and the pages pass it on',
    async run({ open }) {
      const away = () => [...document.querySelectorAll('a[href]')].filter((link) => new URL(link.href).origin !== location.origin).length;
      const open_links = await openPage(open, '/sources.html');
      check(await open_links.evaluate(away) > 300, 'without links=off there are links to papers');
      for (const path of kPages) {
        const page = await openPage(open, `${path}?links=off`);
        checkEqual(await page.evaluate(away), 0, `links to other sites on ${path}`);
        const own = await page.evaluate(() => [...document.querySelectorAll('a.keep')].map((link) => link.href));
        check(own.length > 0 && own.every((href) => href.includes('links=off')), `links between the pages: ${own.slice(0, 3)}`);
      }
    },
  },
  {
    name: 'sources: locale=es says every word of its own in Spanish, and the claims are marked as English',
    async run({ open }) {
      for (const path of kPages) {
        const page = await openPage(open, `${path}?locale=es`);
        const found = await page.evaluate(() => ({
          lang: document.documentElement.lang,
          title: document.title,
          unsaid: [...document.querySelectorAll('[data-t]')].filter((part) => part.lang !== 'es' || part.textContent === '' || /\{\d\}/.test(part.textContent)).length,
          note: document.querySelector('.other').textContent,
          english: [...document.querySelectorAll('.card')].every((card) => card.lang === 'en'),
          back: document.getElementById('language').href,
        }));
        checkEqual([found.lang, found.unsaid, found.english], ['es', 0, true], `languages of ${path}`);
        check(/^(Fuentes|Validación):/.test(found.title) && found.note.includes('en inglés'), `${path}: ${found.title}, ${found.note}`);
        check(!found.back.includes('locale='), `the way back to English: ${found.back}`);
      }
    },
  },
  {
    name: 'sources: axe finds nothing on the pages of text, light and folded, dark and unfolded',
    engines: ['chromium'],
    async run({ open }) {
      for (const path of [...kPages, '/sources.html?ids=P-T2-50;S-041&locale=es', '/validation.html?locale=es']) {
        const page = await openPage(open, path, { width: 390, height: 844 });
        for (const dark of [false, true]) {
          await page.evaluate((show) => document.querySelectorAll('.card details').forEach((details, index) => { details.open = show && index < 30; }), dark);
          if (dark) await page.evaluate(darken);
          const found = await axeViolations(page);
          check(found.length === 0, `${path}${dark ? ', dark and unfolded' : ''}: ${found.join('; ')}`);
        }
        check(await page.evaluate(() => getComputedStyle(document.body).backgroundColor) === 'rgb(18, 24, 30)', 'the dark colours were not taken');
        await page.close();
      }
    },
  },
];
