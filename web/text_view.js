// The page as text: drawing, forms and tables without a canvas. By choice with `ui=text`, and wherever there is no WebGL 2.
import { wordsOf } from './words.js';

const WIDEST = 900;
const NARROWEST = 360;
const WAIT_MS = 300;

/** As wide as it is shown, as words in it are not to shrink. */
const widthOf = (image) => Math.min(WIDEST, Math.max(NARROWEST, image.parentElement.clientWidth));

/** Keeps an image what the program draws for print, while it is shown. */
function createDrawing(core, explorer, image) {
  const words = wordsOf(core);
  let timer = 0;
  const draw = () => {
    timer = 0;
    const old = image.src;
    image.src = URL.createObjectURL(new Blob([core.text('nx_svg', widthOf(image))], { type: 'image/svg+xml' }));
    image.alt = words(`picture.${explorer.get('picture')}`);
    if (old) URL.revokeObjectURL(old);
  };
  const later = () => { if (!image.closest('[hidden]')) timer ||= setTimeout(draw, WAIT_MS); };
  for (const type of ['change', 'day']) explorer.on(type, later);
  return draw;
}

/**
 * @param {{ stage: HTMLElement, figure: HTMLElement, reason: HTMLElement }} elements
 * @returns {(shown: boolean, reason?: string) => void} shows it, with the id of the text that says why, or goes back to the canvas
 */
export function createTextView(core, explorer, { stage, figure, reason }) {
  const draw = createDrawing(core, explorer, figure.querySelector('img'));
  return (shown, why = '') => {
    reason.textContent = why && wordsOf(core)(why);
    reason.hidden = !why;
    if (stage.hasAttribute('data-words') === shown) return;
    stage.toggleAttribute('data-words', shown);
    figure.hidden = !shown;
    if (shown) draw();
  };
}
