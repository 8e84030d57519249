// The keyboard comes in at one end of the page and leaves at the other; the page around is told, and nothing is held.

const FOCUSABLE = 'a[href], button, summary, input, [tabindex="0"]';

const isShown = (element) => element.checkVisibility?.() ?? element.offsetParent !== null;

/** Puts the focus on the first or the last thing that takes it. */
export function enterFocus(edge) {
  const all = [...document.querySelectorAll(FOCUSABLE)].filter(isShown);
  all.at(edge === 'end' ? -1 : 0)?.focus({ preventScroll: true });
}

// WebKit on Linux gives Tab with Shift another name.
const isTab = (event) => event?.key === 'Tab' || event?.code === 'Tab';

/** Calls `told` with the edge and the key when Tab leaves the page, and when Esc leaves the picture. */
export function watchFocusExit(canvas, told) {
  let last = null;
  const forget = () => { last = null; };
  addEventListener('keydown', (event) => { last = event; }, true);
  addEventListener('pointerdown', forget, true);
  // Then the key has led somewhere within the page.
  addEventListener('focus', forget, true);
  addEventListener('blur', ({ target }) => {
    if (target === canvas && last?.key === 'Escape') told({ edge: 'end', key: 'Escape' });
    if (target === window && isTab(last)) told({ edge: last.shiftKey ? 'start' : 'end', key: 'Tab' });
  }, true);
}
