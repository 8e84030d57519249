// What stands in the element until the explorer is started: a drawing, what will be loaded, and the button.
import { drawing } from './embed_drawing.js';

/* global EMBED_WORDS, EMBED_KB -- put in by build_site.mjs: the poster's words by language and id, and how much the first
   picture transfers. */

export const STYLE = `
:host { display: block; position: relative; contain: layout paint; min-height: var(--_need, 22rem); overflow: hidden;
  border-radius: var(--mx-radius, 8px); background: var(--_ground); color: var(--_text); }
/* As wide as the page lets it, a box of 16 to 10, but not higher than the window. An aspect-ratio would widen it instead. */
:host::before { content: ""; display: block; padding-top: min(62.5%, 80vh); }
:host([hidden]) { display: none; }
iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; }
.after { position: absolute; bottom: 0; }
.poster { position: absolute; inset: 0; display: flex; align-items: flex-end; font: 1rem/1.45 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
.poster[hidden] { display: none; }
svg { position: absolute; inset: 0; width: 100%; height: 100%; }
.card { position: relative; box-sizing: border-box; margin: clamp(.75rem, 3%, 1.5rem); padding: 1rem 1.25rem 1.1rem; max-width: 25rem;
  border-radius: calc(var(--mx-radius, 8px) * .75); background: var(--_ground); box-shadow: 0 2px 14px rgb(27 37 48 / 22%); }
p { margin: 0 0 .35rem; }
.title { font-size: 1.25rem; line-height: 1.25; font-weight: 700; }
.size { margin: .6rem 0 0; font-size: .875rem; }
button { display: inline-flex; align-items: center; justify-content: center; gap: .6rem; min-width: 44px; min-height: 44px; margin-top: .6rem; padding: .5rem 1.4rem;
  border: 2px solid var(--_accent); border-radius: calc(var(--mx-radius, 8px) * .75); background: var(--_accent); color: var(--_ground);
  font: inherit; font-weight: 700; cursor: pointer; }
button::before { content: ""; border: solid transparent; border-width: .42em 0 .42em .72em; border-left-color: currentcolor; }
button[aria-disabled="true"]::before { display: none; }
button:hover { text-decoration: underline; text-underline-offset: .2em; }
button:focus-visible { outline: 3px solid var(--_accent); outline-offset: 3px; }
/* On a phone the card is as wide as the drawing, which then ends above it. */
@media (max-width: 30rem) { :host { min-height: var(--_need, 29rem); } svg { height: 56%; } .poster { background: #f1d08a; } }
`;

/** The language of the poster: the element's, or that of what it stands in. */
export function languageOf(element) {
  const asked = element.getAttribute('locale') ?? element.closest('[lang]')?.lang ?? '';
  const language = asked.slice(0, 2).toLowerCase();
  return Object.hasOwn(EMBED_WORDS, language) ? language : 'en';
}

export const wordsIn = (language) => (id) => EMBED_WORDS[language][id].replace('{0}', EMBED_KB);

function part(tag, name, text = '') {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
}

/** @returns {{ poster: HTMLElement, button: HTMLButtonElement, say: (text: string) => void }} `say` puts words on the button */
export function makePoster(title, words) {
  const poster = part('div', 'poster');
  const card = part('div', 'card');
  const button = part('button', 'start', words('embed.start'));
  button.type = 'button';
  card.append(part('p', 'title', title), part('p', 'lead', words('embed.lead')), button, part('p', 'size', words('embed.size')));
  poster.append(drawing(), card);
  return { poster, button };
}
