// The page in another language: words and the document's language follow the key `locale`; what programs read does not.

import { check, checkEqual, message, ready, until } from '../drive/explorer.mjs';

/** What of the document is in words, and the answers that must not depend on the language. */
const facts = (page) => page.evaluate(() => ({
  lang: document.documentElement.lang,
  save: document.querySelector('#save > summary').textContent,
  items: [...document.querySelectorAll('#save button')].map((button) => button.textContent),
  title: document.title,
  label: document.getElementById('canvas').getAttribute('aria-label'),
  disclaimer: document.getElementById('disclaimer').textContent,
  state: JSON.stringify(window.explorer.state()),
  depths: JSON.stringify(window.explorer.depthTable([0.5, 1.5])),
  summary: window.explorer.describe(),
}));

export const tests = [
  {
    name: 'language: locale=es shows the page in Spanish, and a change goes back to every word of English',
    async run({ open }) {
      const page = await open('/?locale=es&needleLength=2.5');
      await ready(page);
      checkEqual((await message(page)).shown, false, 'a message for good values');
      const spanish = await facts(page);
      checkEqual([spanish.lang, spanish.save, spanish.items[0]], ['es', 'Guardar', 'Imagen (PNG)'], 'lang and the save menu');
      check(spanish.title.includes('a qué profundidad'), `the title is not Spanish: ${spanish.title}`);
      check(spanish.summary.includes('agujas de 2,5 mm'), `the summary has no decimal comma: ${spanish.summary}`);
      await until(page, 'the summary for screen readers is Spanish', () => document.getElementById('summary').textContent.includes('agujas'));
      checkEqual(await page.evaluate(() => window.explorer.set('locale', 'en')), { ok: true, value: 'en', message: '' }, 'the answer to set');
      const english = await facts(page);
      checkEqual([english.lang, english.save, english.disclaimer], ['en', 'Save', 'Illustration for education, not your result'], 'English again');
      checkEqual([english.state, english.depths], [spanish.state, spanish.depths], 'state and depths in both languages');
    },
  },
  {
    name: 'language: a wrong locale keeps English and says which there are',
    async run({ open }) {
      const page = await open('/?locale=xx');
      await ready(page);
      const { text } = await message(page);
      check(text.includes('locale cannot be "xx": it must be one of en, es, qps.'), `the message: ${text}`);
      const { lang, save } = await facts(page);
      checkEqual([lang, save], ['en', 'Save'], 'lang and the save menu');
    },
  },
  {
    name: 'language: a bad value beside locale=es is told in Spanish',
    async run({ open }) {
      const page = await open('/?needleLength=99&locale=es');
      await ready(page);
      const { text } = await message(page);
      check(text.includes('needleLength no puede ser 99'), `the message: ${text}`);
    },
  },
];
