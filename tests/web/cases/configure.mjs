// The configure page: what is chosen there, put into a page of somebody else's, starts an explorer with exactly that.

import { readFileSync } from 'node:fs';
import { axeViolations } from '../drive/axe.mjs';
import { check, checkEqual, ready, sleep, until } from '../drive/explorer.mjs';
import { startSiteCopy } from '../drive/serve.mjs';
import { filesOfWorker } from '../drive/worker.mjs';

// WebKit's driver reaches no frame of another origin, and the page has nothing that differs there.
const engines = ['chromium', 'firefox'];
const kHostile = '"><script>window.hit=1</script>';
const kChosen = {
  preset: 'hairLoss', mode: 'lecture', locale: 'es', allowLinks: 'off', textScale: '1.2', title: kHostile, reveal: 'load', resize: 'none', height: '700',
  needleLength: '2', lock: 'site,age',
};
/** What the explorer then says of itself. */
const kStarted = { mode: 'lecture', locale: 'es', allowLinks: 'off', textScale: 1.2, needleLength: 2, site: 'scalp', sessions: 6, lock: 'site,age' };

async function openForm(open, settings = {}, options = {}, query = '') {
  const page = await open(`/configure.html${query}#${new URLSearchParams(settings)}`, options);
  await until(page, 'the form is there', () => document.getElementById('configure')?.hidden === false);
  return page;
}

// --- as a person does it
/** Brings a control into view and clicks its middle, once it stands still: Firefox may still be scrolling to the field before. */
async function click(page, selector) {
  const [x, y] = await until(page, `${selector} comes into view`, async (css) => {
    const element = document.querySelector(css);
    const nextFrame = () => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const before = element.getBoundingClientRect().top;
    await nextFrame();
    const { left, top, width, height } = element.getBoundingClientRect();
    return top === before && top >= 0 && top + height <= innerHeight && [left + width / 2, top + height / 2];
  }, selector);
  await page.click(x, y);
}

/** Opens a group of settings. */
async function openGroup(page, place) {
  await click(page, `.group:nth-of-type(${place}) summary`);
  await until(page, `group ${place} opens`, (css) => document.querySelector(css).open, `.group:nth-of-type(${place})`);
}

/** Picks a choice with the arrow keys. */
async function pick(page, id, value) {
  const count = await page.evaluate((name) => {
    document.getElementById(name).focus();
    return document.getElementById(name).options.length;
  }, id);
  for (let i = 0; i < count && await page.evaluate((name) => document.getElementById(name).value, id) !== value; i += 1) await page.key('ArrowDown');
  checkEqual(await page.evaluate((name) => document.getElementById(name).value, id), value, `the choice of ${id}`);
}

/** Types over what stands in a field. */
async function write(page, id, text) {
  await page.evaluate((name) => {
    document.getElementById(name).focus();
    document.getElementById(name).select();
  }, id);
  await page.type(text);
}

async function chooseAll(page) {
  for (const id of ['preset', 'mode', 'locale', 'allowLinks', 'reveal', 'resize']) await pick(page, id, kChosen[id]);
  for (const id of ['textScale', 'title', 'height']) await write(page, id, kChosen[id]);
  await openGroup(page, 1);
  await write(page, 'needleLength', kChosen.needleLength);
  await openGroup(page, 2);
  for (const id of ['site', 'age']) await click(page, `input[name=lock][value=${id}]`);
}

const snippet = (page, kind) => page.evaluate((name) => document.getElementById(`text-${name}`).value, kind);
const formValues = (page) => page.evaluate(() => [...document.getElementById('form').elements].filter(({ name }) => name)
  .map((control) => [control.name, control.type === 'checkbox' ? control.checked : control.value]));

// --- in a page of somebody else's
/** Opens a page and puts HTML into it, whose scripts run. */
async function host(open, html) {
  const page = await open('/~fixtures/snippet.html');
  await page.evaluate((text) => { document.getElementById('place').append(document.createRange().createContextualFragment(text)); }, html);
  return page;
}

/** In a page with an explorer: these of its values. */
const valuesOf = (names) => Object.fromEntries(names.map((name) => [name, window.explorer.get(name)]));

async function frameValues(page) {
  await until(page, 'the frame is in the page', () => document.querySelector('iframe') !== null);
  const frame = await page.frame('iframe');
  await until(frame, 'the frame is the explorer\'s', () => typeof window.explorer?.ready?.then === 'function');
  await frame.evaluate(() => window.explorer.ready.then(() => true));
  return frame.evaluate(valuesOf, Object.keys(kStarted));
}

async function nothingInjected(page) {
  checkEqual(await page.evaluate(() => [window.hit ?? null, document.querySelectorAll('script:not([src])').length]), [null, 0], 'scripts out of a title');
}

export const tests = [
  {
    name: 'configure: chosen by hand, the element starts with exactly that, and so high',
    engines,
    async run({ open }) {
      const form = await openForm(open);
      await chooseAll(form);
      const text = await snippet(form, 'element');
      const page = await host(open, text);
      await until(page, 'the element answers', () => customElements.get('microneedling-explorer') !== undefined);
      const started = await page.evaluate(async (names) => {
        const element = document.querySelector('microneedling-explorer');
        await element.ready;
        return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await element.get(name)])));
      }, Object.keys(kStarted));
      checkEqual(started, kStarted, 'the explorer');
      checkEqual(await page.evaluate(() => {
        const element = document.querySelector('microneedling-explorer');
        return [element.title, element.textContent, element.getBoundingClientRect().height];
      }), [kHostile, kHostile, 700], 'title, words and height');
      await nothingInjected(page);
    },
  },
  {
    name: 'configure: the frame starts with exactly that; its height follows where it should, and no script is there where not',
    engines,
    async run({ open }) {
      const form = await openForm(open, kChosen);
      const page = await host(open, await snippet(form, 'frame'));
      checkEqual(await frameValues(page), kStarted, 'the explorer');
      checkEqual(await page.evaluate(() => [document.querySelector('iframe').title, document.querySelector('iframe').offsetHeight]), [kHostile, 700], 'title and height');
      await nothingInjected(page);
      await pick(form, 'resize', 'h5p');
      check(/resize=h5p/.test(await snippet(form, 'frame')), await snippet(form, 'frame'));
      const fitting = await openForm(open, { ...kChosen, resize: 'auto', ui: 'text', reveal: 'load' });
      const high = await host(open, await snippet(fitting, 'frame'));
      await until(high, 'the height follows', () => document.querySelector('iframe').offsetHeight > 1000);
    },
  },
  {
    name: 'configure: the answer for oEmbed and the address for a course start it with exactly that',
    engines,
    async run({ open }) {
      const form = await openForm(open, kChosen);
      const answer = JSON.parse(await snippet(form, 'oembed'));
      checkEqual([answer.version, answer.type, answer.title, answer.width > 0, answer.height], ['1.0', 'rich', kHostile, true, 700], 'the answer');
      const page = await host(open, answer.html);
      checkEqual(await frameValues(page), kStarted, 'the explorer in the frame');
      await nothingInjected(page);
      const course = await open(`/${await snippet(form, 'scorm')}`);
      await ready(course);
      checkEqual(await course.evaluate(valuesOf, Object.keys(kStarted)), kStarted, 'the explorer at that address');
    },
  },
  {
    name: 'configure: only what differs is told, nothing that cannot be, and an address of another host is taken',
    engines,
    async run({ open, site }) {
      const page = await openForm(open);
      checkEqual(await snippet(page, 'element'), `<script type="module" src="${site}/embed.js"></script>\n<microneedling-explorer>Microneedling Explorer</microneedling-explorer>`, 'the element as it is');
      checkEqual(await snippet(page, 'scorm'), '', 'the address of a course as it is');
      await openGroup(page, 1);
      await write(page, 'needleLength', '9');
      checkEqual([/needle-length/.test(await snippet(page, 'element')), await page.evaluate(() => document.getElementById('needleLength').getAttribute('aria-invalid'))], [false, 'true'], 'a length that cannot be');
      await write(page, 'base', 'javascript:alert(1)//');
      check(!/javascript/.test(await snippet(page, 'element')), 'an address that runs something');
      await write(page, 'base', 'https://files.example/needling/');
      check((await snippet(page, 'element')).includes('src="https://files.example/needling/embed.js"'), await snippet(page, 'element'));
      check((await snippet(page, 'frame')).includes('src="https://files.example/needling/index.html?resize=auto"'), await snippet(page, 'frame'));
    },
  },
  {
    name: 'configure: the address keeps what was chosen, in the other language too, and start over forgets it',
    engines,
    async run({ open }) {
      const page = await openForm(open);
      await chooseAll(page);
      const [address, other] = await page.evaluate(() => [location.href, document.getElementById('language').href]);
      checkEqual(Object.fromEntries(new URLSearchParams(new URL(address).hash.slice(1))), kChosen, 'the fragment');
      const values = await formValues(page), text = await snippet(page, 'element');
      for (const again of [address, other]) {
        const restored = await open(again);
        await until(restored, 'the form is there', () => document.getElementById('configure')?.hidden === false);
        checkEqual([await formValues(restored), await snippet(restored, 'element')], [values, text], again);
        await restored.close();
      }
      await click(page, '#clear-all');
      checkEqual(await page.evaluate(() => [location.hash, document.getElementById('needleLength').value, document.querySelectorAll('input[name=lock]:checked').length]), ['', '', 0], 'afterwards');
      const odd = await openForm(open, { preset: 'nonsense', lock: 'nonsense', unknown: '1', mode: 'course' });
      checkEqual(await snippet(odd, 'scorm'), '?mode=course', 'of an address with nonsense in it');
    },
  },
  {
    name: 'configure: every choice is one that the program takes',
    engines: ['chromium'],  // the tables are the same everywhere
    async run({ open }) {
      const form = await openForm(open);
      const choices = await form.evaluate(() => [...document.querySelectorAll('#form select')].filter(({ name }) => !['reveal', 'resize'].includes(name))
        .flatMap(({ name, options }) => [...options].filter(({ value }) => value).map(({ value }) => [name, value])));
      const ranges = await form.evaluate(() => [...document.querySelectorAll('.setting input[type=number], #textScale')].map(({ name, min, max }) => [name, min, max]));
      const page = await open('/');
      await ready(page);
      checkEqual(await page.evaluate((pairs) => pairs.map(([key, value]) => window.explorer.set(key, value)).filter(({ ok }) => !ok), choices), [], 'choices that are refused');
      const rows = await page.evaluate(() => window.explorer.parameters().map(({ id }) => id));
      const offered = new Set([...choices, ...ranges].map(([name]) => name));
      checkEqual(rows.filter((id) => !offered.has(id)), [], 'parameters that the form lacks');
      const scale = ranges.find(([name]) => name === 'textScale');
      checkEqual(await page.evaluate(([name, least, most]) => [least, most, Number(least) - 0.1, Number(most) + 0.1].map((value) => window.explorer.set(name, value).ok), scale), [true, true, false, false], 'sizes of the words');
    },
  },
  {
    name: 'configure: the preview is the element, and goes on with each change once it was started',
    engines,
    async run({ open }) {
      const page = await openForm(open);
      const inside = "document.querySelector('#preview-box iframe')?.contentDocument?.querySelector('microneedling-explorer')";
      await until(page, 'the element is in the preview', `Boolean(${inside}?.shadowRoot?.querySelector('.start'))`);
      await page.evaluate(`${inside}.start().then(() => true)`);
      await pick(page, 'preset', 'homeRoller');
      await until(page, 'the preview has the preset', `${inside}?.getAttribute('preset') === 'homeRoller'`);
      checkEqual(await page.evaluate(`${inside}.get('needleLength')`), 0.25, 'the needle length in the preview');
      const widths = [];
      for (const width of [320, 768, 1280]) {
        await click(page, `input[name=width][value="${width}"]`);
        widths.push(await page.evaluate(() => {
          const frame = document.querySelector('#preview-box iframe'), box = document.getElementById('preview-box').getBoundingClientRect(), shown = frame.getBoundingClientRect();
          const scale = Number(/(\d+) %/.exec(document.getElementById('scale').textContent)[1]) / 100;
          return [frame.contentWindow.innerWidth, shown.right <= box.right + 1, Math.abs(shown.width - frame.offsetWidth * scale) < 8];
        }));
      }
      checkEqual(widths, [320, 768, 1280].map((width) => [width, true, true]), 'widths, whether it fits, whether the scale is the one told');
    },
  },
  {
    name: 'configure: the preview stays beside a long form, whole, and covers nothing that is below',
    engines,
    async run({ open }) {
      const page = await openForm(open, { lock: 'site,needleLength' });
      const seen = await page.evaluate(async () => {
        const box = document.getElementById('preview-box');
        document.getElementById('age').scrollIntoView({ block: 'center', behavior: 'instant' });
        const { top, bottom } = box.getBoundingClientRect();
        scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
        return [top >= 0, bottom <= innerHeight, box.getBoundingClientRect().bottom <= document.getElementById('snippets').getBoundingClientRect().top];
      });
      checkEqual(seen, [true, true, true], 'in view, whole, above what is to be copied');
    },
  },
  {
    name: 'configure: copied with a press; where the browser forbids it the lines are selected, and it says so',
    engines,
    async run({ open }) {
      for (const [fails, says] of [['', /^Copied/], ["Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } });", /selected/]]) {
        const page = await openForm(open, {}, { init: fails });
        await click(page, 'input[name=kind][value=frame]');
        checkEqual(await page.evaluate(() => [...document.querySelectorAll('.snippet')].filter((each) => each.offsetHeight > 0).map(({ id }) => id)), ['snippet-frame'], 'what is shown');
        await click(page, '[data-copy=text-frame]');
        await until(page, 'it says what happened', () => document.getElementById('copied').textContent !== '');
        check(says.test(await page.evaluate(() => document.getElementById('copied').textContent)), 'what it says');
        if (fails) check(await page.evaluate(() => document.getSelection().toString() || document.activeElement.selectionEnd > 0), 'nothing is selected');
        await page.close();
      }
    },
  },
  {
    name: 'configure: colours that cannot be told apart are refused beside their fields',
    engines,
    async run({ open }) {
      const page = await openForm(open, { accent: '#ffff00' });
      const said = () => page.evaluate(() => document.getElementById('contrast').textContent);
      check(/Button and ground.*1\.07.*4\.5/.test(await said()), await said());
      const good = await openForm(open, { accent: '#7a1fa2', ground: '#fff8e7' });
      checkEqual(await good.evaluate(() => document.getElementById('contrast').textContent), '', 'of colours that can be read');
      check((await snippet(good, 'element')).includes('style="--mx-accent: #7a1fa2; --mx-ground: #fff8e7"'), await snippet(good, 'element'));
    },
  },
  {
    name: 'configure: it asks nobody, stores nothing, and no visitor\'s browser keeps it',
    engines,
    async run({ open, site, cleanUp }) {
      const page = await openForm(open);
      await chooseAll(page);
      await sleep(1500);
      checkEqual(page.requests().map(({ url }) => url).filter((url) => /^http/.test(url) && !url.startsWith(`${site}/`)), [], 'requests to others');
      checkEqual(await page.evaluate(async () => [document.cookie, localStorage.length, sessionStorage.length, (await caches.keys()).length]), ['', 0, 0, 0], 'what is stored');
      const copy = await startSiteCopy();
      cleanUp(copy.close);
      checkEqual(Object.keys(filesOfWorker(copy.root)).filter((name) => /configure/.test(name)), [], 'files for use without a network');
      check(readFileSync(`${copy.root}/privacy.html`, 'utf8').includes('href="configure.html"'), 'no way to it');
    },
  },
  {
    name: 'configure: axe finds nothing and nothing scrolls sideways at 320 pixels, light and dark, in both languages',
    engines: ['chromium'],
    async run({ open }) {
      for (const locale of ['en', 'es']) {
        const page = await openForm(open, { accent: '#ffff00', lock: 'site,age' }, { width: 320, height: 800 }, `?locale=${locale}`);
        for (const dark of [false, true]) {
          const widest = await page.evaluate((darken) => {
            for (const { cssRules } of darken ? document.styleSheets : []) {
              for (const rule of cssRules) if (rule.media?.mediaText.includes('prefers-color-scheme')) rule.media.mediaText = 'all';
            }
            for (const details of document.querySelectorAll('details')) details.open = true;
            const small = [...document.querySelectorAll('#form input, #form select, #configure button, .segments span, .lock label')].filter((each) => each.type !== 'checkbox' && each.offsetParent && each.offsetHeight < 44);
            return [document.documentElement.scrollWidth - innerWidth, small.map((each) => each.id || each.outerHTML.slice(0, 60))];
          }, dark);
          check(widest[0] <= 0 && widest[1].length === 0, `${locale}: ${JSON.stringify(widest)}`);
          const found = await axeViolations(page);
          check(found.length === 0, `${locale}, ${dark ? 'dark' : 'light'}: ${found.join('; ')}`);
        }
        const other = await page.evaluate(() => [...document.querySelectorAll('[data-t]')].filter((part) => part.lang && part.lang !== document.documentElement.lang).length);
        checkEqual(other, 0, `words in another language than ${locale}`);
        await page.close();
      }
    },
  },
];
