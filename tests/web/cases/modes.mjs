// What people come to do: find an answer, take a sheet home, lecture with two windows, take a course. By real presses on what the
// canvas shows.

import { check, checkEqual, middleOf, press, ready, settled, state, until } from '../drive/explorer.mjs';
import { kKeepingNothing } from '../drive/worker.mjs';

const words = (page) => page.evaluate(() => document.getElementById('panel-words').textContent);

/** Opens the first picture, presses what a visitor presses, and returns what is then told. */
async function answerTo(open, size, presses) {
  check(presses.length <= 3, 'more than three actions');
  const page = await open('/', size);
  await ready(page);
  await settled(page);
  for (const [kind, id] of presses) await press(page, kind, id);
  return { page, told: await words(page) };
}

const kSizes = [{ width: 1280, height: 720 }, { width: 390, height: 844 }];

const questions = kSizes.flatMap((size) => [
  {
    name: `modes: how deep does 1.5 mm really go on a cheek? within three actions at ${size.width} px`,
    async run({ open }) {
      const { page, told } = await answerTo(open, size, [['tab', 'guide'], ['topic', 'asked.depth']]);
      const { depth } = await page.evaluate(() => window.explorer.results());
      checkEqual((await state(page)).site, 'cheek', 'the site that is shown');
      for (const value of [depth.reach_mm, depth.reach_low_mm, depth.reach_high_mm]) check(told.includes(value.toFixed(2)), `${value.toFixed(2)} mm is not told: ${told}`);
      check(told.includes('reticular dermis'), `the layer is not told: ${told}`);
    },
  },
  {
    name: `modes: what changes if I take 3 treatments instead of 6? within three actions at ${size.width} px`,
    async run({ open }) {
      const { page, told } = await answerTo(open, size, [['tab', 'guide'], ['topic', 'asked.course']]);
      const now = await state(page);
      checkEqual([now.split, now.sessions, now['b.sessions']], ['protocol', 6, 3], 'what is compared');
      const gains = await page.evaluate(() => ['a', 'b'].map((which) => Math.round(100 * (window.explorer.results(window.explorer.day, which).tissue.collagen_total - 1))));
      check(gains[0] > gains[1], `six treatments give ${gains[0]} %, three ${gains[1]} %`);
      for (const gain of gains) check(told.includes(`+${gain} %`), `+${gain} % is not told: ${told}`);
    },
  },
  {
    name: `modes: when may I wear make-up? within three actions at ${size.width} px`,
    async run({ open }) {
      const { told } = await answerTo(open, size, [['tab', 'guide'], ['topic', 'asked.makeup']]);
      check(/make-up/i.test(told) && /24 to 48 hours/.test(told), `no hours are told: ${told}`);
    },
  },
]);

const openSheet = (page) => page.evaluate(() => {
  document.querySelector('#save summary').click();
  document.querySelector('[data-export=sheet]').click();
});

export const tests = [
  ...questions,
  {
    name: 'modes: the sheet to take home has the settings, the dates and a code, in both languages, and asks nothing of the network',
    async run({ open }) {
      for (const [locale, month] of [['en', 'January'], ['es', 'enero']]) {
        const page = await open(`/?locale=${locale}&skinTone=5&intervalWeeks=6`, kKeepingNothing);
        await ready(page);
        await settled(page);
        const before = page.requests().length;
        await openSheet(page);
        await until(page, 'the sheet', () => document.querySelector('#take-home[open] .sheet'));
        await page.evaluate(() => {
          const date = document.getElementById('take-home-date');
          date.value = '2026-12-01';
          date.dispatchEvent(new Event('change'));
        });
        const sheet = await page.evaluate(() => {
          const found = document.querySelector('#take-home .sheet');
          return { text: found.innerText, code: found.querySelectorAll('.code path').length, wide: found.scrollWidth > found.clientWidth, picture: found.querySelectorAll('figure > svg').length };
        });
        const reach = await page.evaluate(() => window.explorer.results().depth.reach_mm);
        check(sheet.text.includes(locale === 'en' ? reach.toFixed(2) : reach.toFixed(2).replace('.', ',')), `the reach is not on the sheet: ${sheet.text.slice(0, 400)}`);
        // 1 December and six weeks.
        check(sheet.text.includes(month) && /12/.test(sheet.text), `the second treatment's date is not on the sheet: ${sheet.text}`);
        check(sheet.text.includes('#s=v1.'), 'the link is not on the sheet');
        checkEqual([sheet.code, sheet.picture, sheet.wide], [1, 1, false], 'codes, pictures, wider than the page');
        checkEqual(page.requests().length, before, 'requests');
        await page.evaluate(() => { document.getElementById('take-home-date').value = ''; document.getElementById('take-home-date').dispatchEvent(new Event('change')); });
        check(await page.evaluate(() => document.querySelector('#take-home .note').textContent.includes('date')), 'an empty date is not told');
        await page.key('Escape');
        await until(page, 'the sheet closes', () => !document.getElementById('take-home').open);
      }
    },
  },
  {
    name: 'modes: a second window follows the first, and keeps its own size of words',
    async run({ open }) {
      const host = await open(`/~fixtures/host.html?src=${encodeURIComponent('/?mode=lecture&tab=mode')}`);
      const page = await host.frame('#frame');
      await ready(page);
      await settled(page);
      // The second window stands in another frame here, where the test can ask it.
      await page.evaluate(() => {
        window.open = (address) => {
          const frame = window.parent.document.createElement('iframe');
          Object.assign(frame, { id: 'second', src: address, width: 800, height: 500 });
          window.parent.document.body.append(frame);
        };
      });
      const [x, y] = await middleOf(page, 'page', 'window');
      const [left, top] = await host.evaluate(() => {
        const frame = document.getElementById('frame');
        frame.scrollIntoView();
        const box = frame.getBoundingClientRect();
        return [box.left + frame.clientLeft, box.top + frame.clientTop];
      });
      await host.click(left + x, top + y);
      await until(host, 'the second window is ready', () => document.getElementById('second')?.contentWindow.explorer?.ready.then(() => true));
      await page.evaluate(() => {
        window.explorer.set('lesson', 'lecture.colours');
        window.explorer.set('textScale', 1.5);
        window.explorer.seek(200);
      });
      const seen = () => {
        const { explorer } = document.getElementById('second').contentWindow;
        return ['day', 'light', 'lesson', 'mode', 'ui', 'textScale'].map((key) => explorer.get(key)).join();
      };
      await until(host, 'the second window follows', (of, wanted) => new Function(`return (${of})()`)() === wanted, String(seen), '200,polarised,lecture.colours,lecture,stage,1');
      await page.evaluate(() => window.explorer.set('stage', 1));
      await until(host, 'what is watched plays in both', () => document.getElementById('second').contentWindow.explorer.day > 210);
    },
  },
  {
    name: 'modes: a tour step and a quiz question by presses, with its reason and its place in the progress',
    async run({ open }) {
      const page = await open('/?mode=course&tab=mode');
      await ready(page);
      await settled(page);
      await page.evaluate(() => { window.told = []; window.explorer.on('progress', (progress) => window.told.push(progress)); });
      await press(page, 'lesson', 'tour.layers');
      checkEqual((await state(page)).lesson, 'tour.layers', 'the open step');
      await press(page, 'step', 'next');
      check((await state(page)).lesson.startsWith('tour.') && (await state(page)).lesson !== 'tour.layers', 'Next stayed on the step');
      await page.evaluate(() => window.explorer.set('lesson', 'quiz.fat'));
      await settled(page);
      check(!(await words(page)).includes('Right:'), 'the answer is told before it is asked');
      await press(page, 'choice', '3');
      const told = await words(page);
      check(told.includes('Right: It may, where the skin is thin'), `the right answer is not told: ${told}`);
      const progress = await page.evaluate(() => window.told.at(-1));
      checkEqual([progress.answered, progress.right], [1, 1], 'answered and right');
      const text = progress.text;
      const other = await open('/?mode=course');
      await ready(other);
      checkEqual(await other.evaluate((given) => window.explorer.setProgress(given).ok && window.explorer.progress().right, text), 1, 'right answers after coming back');
      checkEqual(await other.evaluate(() => window.explorer.setProgress('1.l1').ok), false, 'a broken progress is taken');
    },
  },
];
