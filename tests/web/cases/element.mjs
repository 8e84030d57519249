// The custom element <microneedling-explorer> in a page of somebody else's.

import { axeViolations } from '../drive/axe.mjs';
import { check, checkEqual, kPatience_ms, sleep, until } from '../drive/explorer.mjs';

const query = (from, elements) => new URLSearchParams([['from', from], ...elements.map((list) => ['element', list])]).toString();

/** A page with these elements, each a list like "needle-length=2;reveal=load"; embed.js comes from `from`. */
async function openElements(open, elements, { from = '', ...options } = {}) {
  const page = await open(`/~fixtures/element.html?${query(from, elements)}`, options);
  await until(page, 'embed.js defines the element', () => window.defined === true);
  return page;
}

/** Waits until the explorers in these elements answer. */
async function allReady(page, ids) {
  const answer = await page.evaluate(([names, patience]) => Promise.race([
    Promise.all(names.map((id) => document.getElementById(id).ready)).then(() => 'ready'),
    new Promise((resolve) => setTimeout(resolve, patience, 'late')),
  ]), [ids, kPatience_ms]);
  checkEqual(answer, 'ready', `the elements ${ids.join(', ')}`);
}

const hasFrame = (page, id) => page.evaluate((name) => document.getElementById(name).shadowRoot.querySelector('iframe') !== null, id);

/** Calls a method of the element; its answer. */
const call = (page, id, method, ...values) => page.evaluate(([name, which, args]) => document.getElementById(name)[which](...args), [id, method, values]);

const attribute = (page, id, name) => page.evaluate(([element, which]) => document.getElementById(element).getAttribute(which), [id, name]);

const inEngine = (engine, strict) => (engine === 'webkit' ? '' : strict);

/** Runs in every page before its scripts: notes the memory of each program in the host's window, without holding it. */
function noteMemories() {
  const memories = (top.memories ??= []);
  const note = ({ instance }) => {
    const memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
    if (memory) memories.push(new top.WeakRef(memory));  // an object of the frame's own would hold all of the frame
  };
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const real = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const result = await real.apply(WebAssembly, args);
      note(result instanceof WebAssembly.Instance ? { instance: result } : result);
      return result;
    };
  }
}

const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

export const tests = [
  {
    name: 'element: nothing of the explorer is loaded before it is started, with the keyboard too; then the focus goes in',
    async run({ open }) {
      const page = await openElements(open, ['title=Needles on the cheek', 'title=Second;locale=es']);
      await sleep(500);
      checkEqual(await hasFrame(page, 'element-0'), false, 'a frame before the start');
      const early = page.requests().filter(({ url }) => url.startsWith('http')).map(({ url }) => new URL(url).pathname).filter((path) => !/^\/(~fixtures\/.*|embed\.js)$/.test(path));
      checkEqual(early, [], 'requests before the start');
      const words = await page.evaluate(() => ['element-0', 'element-1'].map((id) => document.getElementById(id).shadowRoot.querySelector('.card').innerText));
      check(/Needles on the cheek[^]*Start[^]*[1-9]\d* KB/.test(words[0]), `the poster says: ${words[0]}`);
      check(/Iniciar/.test(words[1]), `the Spanish poster says: ${words[1]}`);
      await page.evaluate(() => document.getElementById('before').focus());
      await page.key('Tab');
      const target = await page.evaluate(() => {
        const { width, height } = document.getElementById('element-0').shadowRoot.activeElement.getBoundingClientRect();
        return [width, height];
      });
      check(Math.min(...target) >= 44, `the button is ${target.join(' x ')}`);
      await page.key('Enter');
      await allReady(page, ['element-0']);
      checkEqual(await page.evaluate(() => document.getElementById('element-0').shadowRoot.querySelector('iframe').title), 'Needles on the cheek', 'the frame\'s title');
      checkEqual(await page.evaluate(() => [document.activeElement.id, document.activeElement.shadowRoot.activeElement?.localName]), ['element-0', 'iframe'], 'the focus');
      checkEqual(await hasFrame(page, 'element-1'), false, 'the other one has a frame');
    },
  },
  {
    name: 'element: reveal=auto starts it once it is seen',
    async run({ open }) {
      const page = await openElements(open, ['reveal=auto;class=far']);
      await sleep(500);
      checkEqual(await hasFrame(page, 'element-0'), false, 'a frame out of sight');
      await page.evaluate(() => document.getElementById('element-0').scrollIntoView());
      await allReady(page, ['element-0']);
    },
  },
  {
    name: 'element: attributes set the explorer and follow what is changed in it, without going round in circles',
    async run({ open }) {
      // The driver of WebKit takes the element's event "error" for that of an element which could not load.
      const page = await openElements(open, ['needle-length=2;site=chin;age=200;reveal=load'], { allowErrors: /failed to load MICRONEEDLING-EXPLORER/ });
      await allReady(page, ['element-0']);
      checkEqual(await call(page, 'element-0', 'get', 'needleLength'), 2, 'the needle length at the start');
      checkEqual(await attribute(page, 'element-0', 'age'), '35', 'an age that cannot be');
      await page.evaluate(() => document.getElementById('element-0').setAttribute('needle-length', '0.5'));
      await until(page, 'the explorer has the attribute\'s value', async () => await document.getElementById('element-0').get('needleLength') === 0.5);
      await call(page, 'element-0', 'set', 'site', 'scalp');
      await until(page, 'the attribute follows', () => document.getElementById('element-0').getAttribute('site') === 'scalp');
      await page.evaluate(() => document.getElementById('element-0').setAttribute('sessions', '99'));
      await until(page, 'a value that cannot be is told', () => window.heard.some(({ type, detail }) => type === 'error' && /sessions cannot be 99/.test(detail.message)));
      checkEqual(await attribute(page, 'element-0', 'sessions'), '4', 'the attribute after it');
      await sleep(1000);
      const before = await page.evaluate(() => window.heard.length);
      await sleep(1000);
      checkEqual(await page.evaluate(() => window.heard.length), before, 'events while nothing happens');
      const changes = await page.evaluate(() => window.heard.filter(({ type }) => type === 'change').length);
      check(changes >= 1 && changes <= 6, `two changes were told ${changes} times`);
    },
  },
  {
    name: 'element: four on a page, two of another origin and one of those with no origin at all',
    async run({ open, engine, site }) {
      const own = 'reveal=load;needle-length=';
      const away = `base=${site}/;${own}`;
      // See the first test of embed.mjs for WebKit.
      const page = await openElements(open, [`${own}0.5`, `${own}1`, `${away}2`, `${away}2.5;${inEngine(engine, 'sandbox=allow-scripts')}`], { from: site });
      const ids = [0, 1, 2, 3].map((i) => `element-${i}`);
      await allReady(page, ids);
      checkEqual(await page.evaluate(() => Promise.all([...document.querySelectorAll('microneedling-explorer')].map((each) => each.get('needleLength')))), [0.5, 1, 2, 2.5], 'the lengths');
      const drawn = await page.evaluate(() => Promise.all([...document.querySelectorAll('microneedling-explorer')].map(async (each) => (await each.stats()).gl_programs)));
      check(drawn.every((count) => count > 0), `each draws: ${drawn}`);
      const svg = await page.evaluate(async () => {
        const file = await document.getElementById('element-3').export('svg');
        return [file instanceof Blob, (await file.text()).slice(0, 4)];
      });
      checkEqual(svg, [true, '<svg'], 'a file from the last');
      checkEqual(await page.evaluate(() => document.getElementById('element-3').export('virus').catch((error) => /virus/.test(error.message))), true, 'an unknown kind of file is refused by name');
      await page.evaluate(() => document.getElementById('after').focus());
      await page.type('ab c');
      checkEqual(await page.evaluate(() => document.getElementById('after').value), 'ab c', 'a field beside them');
      const closed = await page.evaluate(() => {
        const element = document.getElementById('element-1'), inside = element.shadowRoot.querySelector('iframe').contentWindow;
        element.remove();
        return [inside.closed, element.shadowRoot.querySelector('iframe')];
      });
      checkEqual(closed, [true, null], 'the frame of one that was taken out');
      await call(page, 'element-0', 'set', 'needleLength', 3);
      checkEqual(await page.evaluate(() => Promise.all(['element-0', 'element-2', 'element-3'].map((id) => document.getElementById(id).get('needleLength')))), [3, 2, 2.5], 'the lengths then');
    },
  },
  {
    // So many pictures take the others too long; which contexts live is the same code.
    name: 'element: one that is taken out leaves no WebGL context behind',
    engines: ['chromium'],
    async run({ open }) {
      const page = await openElements(open, ['reveal=load']);
      await allReady(page, ['element-0']);
      const most_contexts = 16;
      for (let i = 0; i < most_contexts + 2; i += 1) {
        await page.evaluate(async () => {
          const element = document.createElement('microneedling-explorer');
          document.getElementById('place').prepend(element);
          await element.start();
          element.remove();
        });
      }
      const lost = await page.evaluate(() => document.getElementById('element-0').shadowRoot.querySelector('iframe').contentDocument.getElementById('canvas').getContext('webgl2').isContextLost());
      checkEqual(lost, false, 'the first one has lost its context');
    },
  },
  {
    name: 'element: of four the memory of one that is taken out is given back',
    engines: ['chromium'],  // the others have no way to collect garbage from outside
    async run({ open }) {
      const page = await openElements(open, ['reveal=load', 'reveal=load', 'reveal=load', 'reveal=load'], { init: noteMemories });
      await allReady(page, [0, 1, 2, 3].map((i) => `element-${i}`));
      const held = () => page.evaluate(() => window.memories.map((memory) => memory.deref()?.buffer.byteLength ?? 0));
      const before = await held();
      check(before.length === 4 && before.every((bytes) => bytes >= 2 ** 20), `bytes of the four programs: ${before}`);
      await page.evaluate(() => document.getElementById('element-1').remove());
      let after = before;
      for (let i = 0; i < 40 && after.filter(Boolean).length === 4; i += 1) {
        await sleep(250);
        await page.collectGarbage();
        after = await held();
      }
      checkEqual(after.filter(Boolean).length, 3, 'programs whose memory is held');
      check(sum(after) <= sum(before) - Math.min(...before), `${sum(before)} bytes before, ${sum(after)} after`);
    },
  },
  {
    name: 'element: moved within the page it goes on with its settings',
    async run({ open }) {
      const page = await openElements(open, ['reveal=load']);
      await allReady(page, ['element-0']);
      await call(page, 'element-0', 'set', 'needleLength', 2.5);
      await until(page, 'the attribute follows', () => document.getElementById('element-0').getAttribute('needle-length') === '2.5');
      await page.evaluate(() => document.body.append(document.getElementById('element-0')));
      await allReady(page, ['element-0']);
      checkEqual(await call(page, 'element-0', 'get', 'needleLength'), 2.5, 'the needle length');
      checkEqual(await page.evaluate(() => document.getElementById('element-0').shadowRoot.querySelectorAll('iframe, .poster').length), 2, 'frame and poster');
    },
  },
  {
    name: 'element: it is as high as its content needs, and then stays so',
    async run({ open }) {
      const page = await openElements(open, ['reveal=load'], { width: 390, height: 844 });
      await allReady(page, ['element-0']);
      const height = () => page.evaluate(() => document.getElementById('element-0').getBoundingClientRect().height);
      await until(page, 'the height follows', () => {
        const frame = document.getElementById('element-0').shadowRoot.querySelector('iframe');
        const needed = parseFloat(frame.contentDocument.getElementById('stage').style.minHeight);
        return needed > 0 && needed < frame.clientHeight && frame.contentDocument.documentElement.scrollHeight <= frame.clientHeight + 1;
      });
      await sleep(1000);
      const before = await height();
      await sleep(1500);
      checkEqual(await height(), before, 'the height a moment later');
      checkEqual(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'nothing is wider than the window');
    },
  },
  {
    name: 'element: a host\'s colours are taken where they can be read, else refused with one warning that names them',
    async run({ open }) {
      const page = await openElements(open, ['--mx-accent=#7a1fa2;--mx-ground=#fff8e7', '--mx-accent=#ffff00;--mx-ground=#ffffff']);
      const colours = await page.evaluate(() => [0, 1].map((i) => getComputedStyle(document.getElementById(`element-${i}`).shadowRoot.querySelector('button')).backgroundColor));
      checkEqual(colours, ['rgb(122, 31, 162)', 'rgb(11, 95, 143)'], 'the buttons');
      const warnings = await page.evaluate(() => window.warnings);
      check(warnings.length >= 1 && new Set(warnings).size === 1, `the warnings: ${warnings.join(' | ')}`);
      check(/rgb\(255, 255, 0\).*rgb\(255, 255, 255\).* 1\.07/.test(warnings[0]), `the warning: ${warnings[0]}`);
    },
  },
  {
    name: 'element: axe finds nothing on the poster, and it is never wider than its place',
    engines: ['chromium'],
    async run({ open }) {
      for (const width of [320, 1280]) {
        const page = await openElements(open, ['', '--mx-accent=#ff8800;--mx-ground=#101820;--mx-text=#ffffff'], { width, height: 700 });
        // A page without headings and landmarks is the fixture's.
        const found = (await axeViolations(page)).filter((each) => !/^(region|page-has-heading-one|landmark-one-main)/.test(each));
        check(found.length === 0, `at ${width}: ${found.join('; ')}`);
        check(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `at ${width} it is too wide`);
        await page.close();
      }
    },
  },
];
