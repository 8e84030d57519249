// The page's words, from the program's catalogue in the language chosen.

/* global EARLY_WORDS -- put in by build_site.mjs from assets/texts: what must be said before the program is there or after
   it has stopped, by language and id; the pseudo-locale, which the program makes itself, has it in English. */

/** @param {string} locale @returns {(id: string) => string} */
export const earlyWords = (locale) => (id) => (Object.hasOwn(EARLY_WORDS, locale) ? EARLY_WORDS[locale] : EARLY_WORDS.en)[id];

/** The locale that an address asks for, checked or not. */
export const localeOf = (search) => new URLSearchParams(search).get('locale') ?? 'en';

/** The one of them that has words before the program is there. */
export const earlyLocale = (search) => (Object.hasOwn(EARLY_WORDS, localeOf(search)) ? localeOf(search) : 'en');

/**
 * @param {ReturnType<import('./core.js').createCore>} core
 * @returns {(id: string, ...values: (string | number)[]) => string} the text with its placeholders filled
 */
export const wordsOf = (core) => (id, ...values) => core.text('nx_text', id).replace(/\{(\d)\}/g, (mark, place) => values[place] ?? mark);

/** A number as people read it; without `decimals` no more than it has. */
export const shownNumber = (core, value, decimals = -1) => core.text('nx_shown', value, decimals);

/** As a message tells what it was given: cut short, in quotation marks. */
export const quoted = (value) => `"${value.slice(0, 40)}"`;

/** Keeps the language and every word of the document those of the program. */
export function followLanguage(core, explorer) {
  const words = wordsOf(core);
  let shown = '';
  const follow = () => {
    const locale = core.json('nx_get', 'locale').value;
    if (locale === shown) return;
    shown = locale;
    document.documentElement.lang = locale;
    for (const element of document.querySelectorAll('[data-text]')) element.textContent = words(element.dataset.text);
    for (const element of document.querySelectorAll('[data-label]')) element.setAttribute('aria-label', words(element.dataset.label));
  };
  explorer.on('change', follow);
  follow();
}
