// What the three drivers share: how a piece of JavaScript and its result travel, and what the keys are called.

/** An expression that runs `code` (a function, or text of an expression) with `args` and gives `{"ok":…}` or `{"error":…}` as JSON text. */
export function callText(code, args) {
  const text = typeof code === 'function' ? `(${code})(...${JSON.stringify(args)})` : `(${code})`;
  return `(async () => {
    try { return JSON.stringify({ ok: await ${text} }); }
    catch (error) { return JSON.stringify({ error: String(error && error.stack ? error + '\\n' + error.stack : error) }); }
  })()`;
}

/** The value in a reply to `callText`; throws what the page threw. */
export function replyValue(reply) {
  const { ok, error } = JSON.parse(reply);
  if (error !== undefined) throw new Error(`in the page: ${error}`);
  return ok;
}

/** The text of a script that runs before the page's own. */
export const initText = (code) => (typeof code === 'function' ? `(${code})();` : `${code};`);

/** Runs in the page: tells it that it is hidden (or no longer), where the browser cannot hide a page under automation. Its timers and frames go on. */
export function pretendHidden(hidden) {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (hidden ? 'hidden' : 'visible') });
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}

const kKeyCodes = {
  Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A', Escape: '\uE00C',
  PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011', ArrowLeft: '\uE012', ArrowUp: '\uE013',
  ArrowRight: '\uE014', ArrowDown: '\uE015', Delete: '\uE017', Space: ' ', F1: '\uE031', F3: '\uE033', F5: '\uE035',
};
const keyCode = (name) => kKeyCodes[name] ?? name;

/** WebDriver actions (classic and BiDi alike) for a chord such as "Shift+Tab". */
export function keyActions(chord) {
  const names = chord === '+' ? ['+'] : chord.split(/(?<!^)\+/);
  const steps = [...names.map((name) => ({ type: 'keyDown', value: keyCode(name) })),
    ...names.reverse().map((name) => ({ type: 'keyUp', value: keyCode(name) }))];
  return [{ type: 'key', id: 'keyboard', actions: steps }];
}

const pointer = (actions) => [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }];
const moveTo = (x, y, duration = 0) => ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration });

export const moveActions = (x, y) => pointer([moveTo(x, y)]);

export const clickActions = (x, y) => pointer([moveTo(x, y), { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]);

export const dragActions = (x1, y1, x2, y2) => pointer([moveTo(x1, y1), { type: 'pointerDown', button: 0 },
  moveTo((x1 + x2) / 2, (y1 + y2) / 2, 100), moveTo(x2, y2, 100), { type: 'pointerUp', button: 0 }]);

export function wheelActions(x, y, dy, { ctrl = false } = {}) {
  const scroll = { type: 'scroll', x: Math.round(x), y: Math.round(y), deltaX: 0, deltaY: Math.round(dy), duration: 0 };
  if (!ctrl) return [{ type: 'wheel', id: 'wheel', actions: [scroll] }];
  const wait = { type: 'pause', duration: 0 };
  return [{ type: 'wheel', id: 'wheel', actions: [wait, scroll, wait] },
    { type: 'key', id: 'keyboard', actions: [{ type: 'keyDown', value: kKeyCodes.Control }, wait, { type: 'keyUp', value: kKeyCodes.Control }] }];
}
