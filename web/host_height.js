// Tells the page around how high the frame must be to show everything: from what the content needs, never from how high the
// frame is, or each change would ask for the next.
import { envelope } from './envelope.js';

const TELL_EVERY_MS = 200;
const SMALLEST_CHANGE_PX = 2;
const isH5p = (data, action) => data?.context === 'h5p' && data.action === action;

/** Dialects of the address key `resize`: how a height is told, and what else of it is said and heard. */
const DIALECTS = {
  auto: { message: (height) => envelope('height', { height }) },
  h5p: {
    message: (height) => ({ context: 'h5p', action: 'resize', scrollHeight: height }),
    hello: { context: 'h5p', action: 'hello' },
    // H5P's resizer greets back, and asks again when its window has changed.
    asks: (data) => isH5p(data, 'hello') || isH5p(data, 'resize'),
  },
  lti: { message: (height) => ({ subject: 'lti.frameResize', height }) },
};
export const RESIZE_CHOICES = ['none', ...Object.keys(DIALECTS)];
export const resizeAsked = (search) => new URLSearchParams(search).get('resize') ?? 'none';

const heightOf = (element) => (element.hidden ? 0 : element.offsetHeight);

/** The height in CSS pixels that shows all: what the program asks for the picture, or its words take, and what stands around. */
function neededHeight({ stage, words, around }) {
  const content = stage.hasAttribute('data-words') ? heightOf(words) : parseFloat(stage.style.minHeight) || 0;
  return Math.ceil(around.reduce((sum, element) => sum + heightOf(element), content));
}

/**
 * @param {string} choice one of RESIZE_CHOICES
 * @param {{ stage: HTMLElement, words: HTMLElement, around: HTMLElement[] }} parts the picture, the same as text, and all that stands above
 * and below it
 * @param {(message: object) => void} post to the page around
 * @returns {(data: unknown) => void} takes what comes from there
 */
export function followHeight(choice, parts, post) {
  const dialect = Object.hasOwn(DIALECTS, choice) ? DIALECTS[choice] : null;
  if (!dialect) return () => {};
  let told = 0;
  let timer = 0;
  const tell = () => {
    timer = 0;
    const height = neededHeight(parts);
    if (height === 0 || Math.abs(height - told) < SMALLEST_CHANGE_PX) return;
    told = height;
    post(dialect.message(height));
  };
  const soon = () => { timer ||= setTimeout(tell, TELL_EVERY_MS); };
  // The program's need is written into the style of the stage; the rest changes with its words and the width.
  const changes = new MutationObserver(soon);
  changes.observe(parts.stage, { attributes: true });
  for (const element of [parts.words, ...parts.around]) changes.observe(element, { attributes: true, childList: true, characterData: true, subtree: true });
  addEventListener('resize', soon);
  soon();
  if (dialect.hello) post(dialect.hello);
  return (data) => {
    if (!dialect.asks?.(data)) return;
    told = 0;
    soon();
  };
}
