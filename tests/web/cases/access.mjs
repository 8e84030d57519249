// What a machine can find of accessibility faults, in every state that looks different; and the page as text.

import { axeViolations } from '../drive/axe.mjs';
import { check, checkEqual, ready, settled, until } from '../drive/explorer.mjs';

const withoutWebGl = { allowErrors: /WebGL/i, init: () => { HTMLCanvasElement.prototype.getContext = () => null; } };
const kTabs = ['needle', 'skin', 'course', 'guide', 'view', 'mode'];
const kNarrow = { width: 320, height: 640 };

/** Every state as [address, options of the page, what is done in it]. */
const kStates = [
  ['/', {}], ['/', { width: 390, height: 844 }], ['/?needleLength=99', {}], ['/?preset=homeRoller', {}], ['/?picture=strip', {}], ['/?picture=surface', {}], ['/', withoutWebGl],
  ...['patient', 'lecture', 'course'].flatMap((mode) => kTabs.map((tab) => [`/?mode=${mode}&tab=${tab}`, {}])),
  ['/?lesson=quiz.fat&mode=course', {}], ['/?split=protocol&topic=asked.course', {}],
  ['/?ui=text', {}], ['/?ui=text', kNarrow], ['/?ui=text&locale=es&colorProfile=dark&topic=risks', {}], ['/?ui=text&mode=course&lesson=quiz.fat', {}],
  ...['patient', 'lecture', 'course'].flatMap((mode) => [kNarrow, { forcedColors: true }].map((options) => [`/?mode=${mode}`, options])),
  ['/?ui=text', { forcedColors: true }],
];

/** Waits until the page's own controls follow the program. */
export const listed = (page) => until(page, 'the controls are listed', () => document.querySelectorAll('#access [data-section]').length > 8);

export const tests = [
  {
    name: 'colours: those that the system asks for, unless the address says which; in someone\'s page what some need to see and no more',
    engines: ['chromium'],  // the others' drivers have no way to ask
    async run({ open, site }) {
      for (const [path, options, own, framed] of [
        ['/', {}, 'default', 'default'],
        ['/', { forcedColors: true }, 'highContrast', 'highContrast'],
        ['/', { contrast: 'more' }, 'highContrast', 'highContrast'],
        ['/', { contrast: 'more', colorScheme: 'dark' }, 'highContrast', 'highContrast'],
        ['/', { colorScheme: 'dark' }, 'dark', 'default'],
        ['/?colorProfile=projector', { contrast: 'more' }, 'projector', 'projector'],
        ['/?mode=lecture', { colorScheme: 'dark' }, 'projector', 'projector'],
      ]) {
        const page = await open(path, options);
        await ready(page);
        const host = await open(`/~fixtures/host.html?src=${encodeURIComponent(site + path)}`, options);
        const frame = await host.frame('iframe');
        await ready(frame);
        const said = [];
        for (const place of [page, frame]) said.push(await place.evaluate(() => window.explorer.get('colorProfile')));
        checkEqual(said, [own, framed], `colours in a page of its own and in a frame, ${path} ${JSON.stringify(options)}`);
        await page.close();
        await host.close();
      }
    },
  },
  {
    name: 'access: axe finds nothing, in any state',
    engines: ['chromium', 'firefox'],  // no way to force colours in WebKit from outside
    async run({ open }) {
      for (const [path, options] of kStates) {
        const page = await open(path, options);
        await ready(page);
        await listed(page);
        checkEqual(await page.evaluate(() => matchMedia('(forced-colors: active)').matches), options.forcedColors ?? false, `forced colours on ${path}`);
        const found = await axeViolations(page);
        check(found.length === 0, `${path} ${options.width ?? ''} ${options.init ? 'without WebGL' : ''} ${options.forcedColors ? 'in forced colours' : ''}: ${found.join('; ')}`);
        await page.close();
      }
    },
  },
  {
    name: 'access: axe finds nothing in the page as text in Firefox and WebKit, nor in the sheet to take home',
    async run({ open }) {
      const page = await open('/?ui=text');
      await ready(page);
      await listed(page);
      checkEqual(await axeViolations(page), [], 'faults of the page as text');
      await page.evaluate(() => {
        document.querySelector('#save summary').click();
        document.querySelector('[data-export=sheet]').click();
      });
      await until(page, 'the sheet', () => document.querySelector('#take-home[open] .sheet'));
      checkEqual(await axeViolations(page), [], 'faults of the sheet');
    },
  },
  {
    name: 'text: ui=text has drawing, headings, settings and results without a canvas, and what is set changes them',
    async run({ open }) {
      const page = await open('/?ui=text&day=30');
      await ready(page);
      await listed(page);
      const seen = () => page.evaluate(() => {
        const shown = (element) => element.getClientRects().length > 0;
        const image = document.querySelector('#drawing img');
        return {
          canvas: shown(document.getElementById('canvas')), drawn: window.explorer.stats().frames_drawn, drawing: shown(image) && image.naturalWidth > 300, alt: image.alt === 'Cross-section' && image.getAttribute('aria-describedby') === 'summary',
          headings: [...document.querySelectorAll('#access :is(h1, h2)')].filter(shown).length > 8, tables: [...document.querySelectorAll('#access table')].filter(shown).length,
        };
      });
      await until(page, 'the drawing', () => document.querySelector('#drawing img').naturalWidth > 300);
      checkEqual(await seen(), { canvas: false, drawn: 0, drawing: true, alt: true, headings: true, tables: 2 }, 'the page as text');
      const drawing = await page.evaluate(() => document.querySelector('#drawing img').src);
      await page.evaluate(() => {
        const length = document.getElementById('access-parameter-needleLength-control');
        length.value = '0.5';
        length.dispatchEvent(new Event('input'));
        length.dispatchEvent(new Event('change'));
      });
      checkEqual(await page.evaluate(() => window.explorer.get('needleLength')), 0.5, 'the needle length of the model');
      await until(page, 'the results are of 0.5 mm', (reach) => document.querySelector('[data-section=results] td').textContent.includes(reach),
        await page.evaluate(() => window.explorer.results().depth.reach_mm.toFixed(2)));
      await until(page, 'another drawing', (before) => document.querySelector('#drawing img').src !== before, drawing);
    },
  },
  {
    name: 'text: the numbers behind the chart are made once they are opened',
    async run({ open }) {
      const page = await open('/?ui=text&chart=elastin');
      await ready(page);
      await listed(page);
      checkEqual(await page.evaluate(() => document.querySelectorAll('[data-section=chart] table').length), 0, 'tables before');
      await page.evaluate(() => document.querySelector('[data-section=chart] summary').click());
      await until(page, 'the table', () => document.querySelectorAll('[data-section=chart] tbody tr').length > 10);
      check(await page.evaluate(() => document.querySelector('[data-section=chart] caption').textContent.includes('Elastic fibres')), 'the caption does not name the chart');
    },
  },
  {
    name: 'text: from text to the picture and back by the switch in it, with the keyboard where it was',
    async run({ open }) {
      const page = await open('/?ui=text');
      await ready(page);
      await listed(page);
      const press = () => page.evaluate(() => {
        const control = document.getElementById('access-view-text-control');
        control.focus();
        control.click();
      });
      await press();
      await until(page, 'frames of the picture', () => window.explorer.stats().frames_drawn > 0 && document.getElementById('canvas').getClientRects().length > 0);
      checkEqual(await page.evaluate(() => document.activeElement.id), 'access-view-text-control', 'what has the focus');
      await settled(page);
      await press();
      await until(page, 'the page as text', () => document.getElementById('canvas').getClientRects().length === 0 && document.querySelector('#drawing img').getClientRects().length > 0);
    },
  },
  {
    name: 'text: nothing scrolls sideways at 320 px, nor with wider spacing of the words, and targets are large',
    engines: ['chromium', 'firefox'],  // WebKit's window does not get as narrow
    async run({ open }) {
      for (const locale of ['en', 'es', 'qps']) {
        const page = await open(`/?ui=text&locale=${locale}&topic=risks`, kNarrow);
        await ready(page);
        await listed(page);
        // The spacing that readers may ask for (WCAG 1.4.12).
        await page.evaluate(() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }');
          document.adoptedStyleSheets = [sheet];
        });
        const found = await page.evaluate(() => {
          const root = document.documentElement;
          const small = [...document.querySelectorAll('#access :is(button, select, input[type=range], summary, .choice)')].filter((each) => each.getClientRects().length > 0 && each.getBoundingClientRect().height < 43.5);
          const cut = [...document.querySelectorAll('#access :is(button, label, legend, .words, h2, p)')].filter((each) => each.getClientRects().length > 0 && each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display !== 'inline');
          return { wide: root.scrollWidth > root.clientWidth, small: small.map((each) => each.id), cut: cut.map((each) => each.textContent) };
        });
        checkEqual(found, { wide: false, small: [], cut: [] }, `the page in ${locale}`);
        await page.close();
      }
    },
  },
];
