// The preview of the configure page: the real element in a page of its own, as wide as was chosen and made smaller where the window has less room.
import { elementAttributes } from './configure_snippets.js';

const HEIGHT_PX = { 320: 640, 768: 720, 1280: 800 };
// Beside the form all of it is in view, with what stands above and below it.
const AROUND_PX = 200;
const WAIT_MS = 400;
// What is seen before the start; a change of it shows the poster again.
const OF_POSTER = ['title', 'reveal', 'locale', 'accent', 'ground', 'text'];

const posterOf = (settings) => JSON.stringify(OF_POSTER.map((name) => settings[name]));

/** Puts the attributes of a snippet on an element; the style by its parts, which a strict policy allows. */
function setAttributes(element, attributes) {
  for (const [name, value] of attributes) {
    if (name === 'style') element.style.cssText = value;
    else element.setAttribute(name, value);
  }
}

/**
 * @param {HTMLElement} box
 * @param {{ language: string, title: string, told: (width: number, scale: number) => void }} parts `told` hears how it is shown
 */
export function createPreview(box, { language, title, told }) {
  let width = 0;
  let frame = null;
  let timer = 0;
  let shown = '';
  let poster = '';
  let element = null;
  let started = false;

  const fit = () => {
    const room = getComputedStyle(box.parentElement).position === 'sticky' ? Math.max(240, innerHeight - AROUND_PX) : Infinity;
    const scale = Math.min(1, box.clientWidth / width, room / HEIGHT_PX[width]);
    box.style.height = `${Math.round(HEIGHT_PX[width] * scale)}px`;
    if (!frame) return;
    frame.style.width = `${width}px`;
    frame.style.height = `${HEIGHT_PX[width]}px`;
    frame.style.transform = `translateX(${Math.max(0, Math.round((box.clientWidth - width * scale) / 2))}px) scale(${scale})`;
    told(width, scale);
  };

  const fill = (document, attributes, go_on) => {
    document.documentElement.lang = language;
    element = document.createElement('microneedling-explorer');
    setAttributes(element, attributes);
    document.body.append(element);
    const own = element;
    own.ready.then(() => { started ||= own === element; });
    if (go_on) own.start();
  };

  const renew = (settings, height) => {
    const go_on = started && posterOf(settings) === poster;
    poster = posterOf(settings);
    started = go_on;
    element = null;
    frame?.remove();
    frame = document.createElement('iframe');
    frame.title = title;
    // A file, as Firefox lets a srcdoc frame nothing of its own origin.
    frame.src = 'configure_preview.html';
    frame.addEventListener('load', ({ target }) => fill(target.contentDocument, elementAttributes(settings, height), go_on), { once: true });
    box.append(frame);
    fit();
  };

  new ResizeObserver(fit).observe(box);
  addEventListener('resize', fit);
  return {
    /** Shows these settings once nothing has changed for a moment. */
    show(settings, height) {
      const wanted = JSON.stringify(elementAttributes(settings, height));
      clearTimeout(timer);
      if (wanted === shown) return;
      timer = setTimeout(() => {
        shown = wanted;
        renew(settings, height);
      }, shown ? WAIT_MS : 0);
    },
    setWidth(value) {
      width = value;
      fit();
    },
  };
}
