// The canvas as a guest in someone's page: takes the keyboard only while it has the focus, the wheel likewise, never
// Tab or the browser's own keys, and of those with Control only undo and redo; measures itself in device pixels; stops when nobody sees it.

const POINTER = { move: 0, down: 1, up: 2, leave: 3 };
const MOST_DEVICE_PIXELS_PER_CSS = 3;
const RESTORE_PATIENCE_MS = 3000;
const TOUCH_SLOP_PX = 8;  // within which a finger counts as still

// Keys that the panels and the timeline use; every other one stays the browser's.
const OUR_KEYS = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Enter', ' ', 'Escape', 'Home', 'End', 'PageUp', 'PageDown', '+', '=', '-', '0']);

function gateKeys(core, stage) {
  const gate = (event) => {
    const command = event.ctrlKey || event.metaKey;
    const undo = command && event.key.toLowerCase() === 'z';
    const ours = !event.altKey && (undo || (OUR_KEYS.has(event.key) && !command));
    if (!ours) return event.stopImmediatePropagation();
    // SDL learns of these keys only by their own events, which stay the page's.
    return core.number('nx_held', event.shiftKey, command);
  };
  for (const type of ['keydown', 'keyup', 'keypress']) stage.addEventListener(type, gate, true);
}

/** Whether a list, a sheet of words or the panel beside the picture lies there and can be scrolled. */
function scrollsUnder(core, canvas, at) {
  if (at.target !== canvas) return false;
  const box = canvas.getBoundingClientRect();
  return core.number('nx_scrolls_at', at.clientX - box.left, at.clientY - box.top) !== 0;
}

/** Neither this page nor one around it has anything to scroll. */
const nothingElseScrolls = () => window.parent === window && document.documentElement.scrollHeight <= window.innerHeight;

function gateWheelAndTouch(core, stage, canvas) {
  stage.addEventListener('wheel', (event) => {
    // Ctrl + wheel and pinching are the visitor's zoom; a plain wheel scrolls the page until the canvas has the focus.
    const ours = document.activeElement === canvas || (nothingElseScrolls() && scrollsUnder(core, canvas, event));
    if (event.ctrlKey || event.metaKey || !ours) event.stopImmediatePropagation();
  }, { capture: true, passive: true });
  let inner = false;
  const touch = (event) => {
    if (event.type === 'touchstart') inner = event.touches.length === 1 && scrollsUnder(core, canvas, event.touches[0]);
    // A finger on what scrolls inside the canvas must not scroll the page as well.
    if (event.type === 'touchmove' && inner && event.cancelable) event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel']) {
    stage.addEventListener(type, touch, { capture: true, passive: type !== 'touchmove' });
  }
  // The pointer events below carry the mouse; SDL must not cancel the press, or a click would give no focus.
  for (const type of ['mousedown', 'mousemove', 'mouseenter', 'mouseleave']) {
    stage.addEventListener(type, (event) => event.stopImmediatePropagation(), true);
  }
}

function forwardPointer(core, canvas) {
  const send = (kind, event) => {
    const box = canvas.getBoundingClientRect();
    core.number('nx_pointer', kind, event.clientX - box.left, event.clientY - box.top, event.pointerType === 'touch');
  };
  let down = false;
  // A finger that has just come down: it may be about to scroll the page, and must not change what it lands on.
  let waiting = null;
  // Where a finger is that scrolls something inside the canvas.
  let dragging = null;
  const drag = (event) => {
    core.number('nx_drag_scroll', dragging - event.clientY);
    dragging = event.clientY;
  };
  const press = (event) => {
    waiting = null;
    down = true;
    send(POINTER.down, event);
  };
  canvas.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    canvas.focus({ preventScroll: true });
    try { canvas.setPointerCapture(event.pointerId); } catch { /* a synthetic pointer cannot be captured */ }
    if (event.pointerType !== 'touch') return press(event);
    waiting = event;
    return send(POINTER.move, event);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (dragging !== null) return drag(event);
    if (waiting) {
      const across = Math.abs(event.clientX - waiting.clientX), along = Math.abs(event.clientY - waiting.clientY);
      if (along > TOUCH_SLOP_PX && along >= across && scrollsUnder(core, canvas, waiting)) {
        dragging = waiting.clientY;
        waiting = null;
        return drag(event);
      }
      if (across <= TOUCH_SLOP_PX || across <= along) return undefined;
      press(waiting);
    }
    // A release outside the frame may never arrive.
    if (down && event.buttons === 0) {
      down = false;
      send(POINTER.up, event);
    }
    return send(POINTER.move, event);
  });
  canvas.addEventListener('pointerup', (event) => {
    if (dragging !== null) return leave(event);
    if (waiting) {
      const { clientX, clientY } = waiting;
      const still = Math.hypot(event.clientX - clientX, event.clientY - clientY) <= TOUCH_SLOP_PX;
      if (!still) return leave(event);
      press(waiting);
    }
    down = false;
    return send(POINTER.up, event);
  });
  const leave = (event) => {
    if (down && event.type === 'pointerleave') return;
    down = false;
    waiting = dragging = null;
    send(POINTER.leave, event);
  };
  for (const type of ['pointercancel', 'pointerleave', 'lostpointercapture']) {
    canvas.addEventListener(type, (event) => { if (type !== 'lostpointercapture' || down) leave(event); });
  }
}

/** Largest side that the context can draw. */
function largestSide(canvas) {
  const gl = canvas.getContext('webgl2');
  return gl ? Math.min(gl.getParameter(gl.MAX_TEXTURE_SIZE), ...gl.getParameter(gl.MAX_VIEWPORT_DIMS)) : 4096;
}

function measure(canvas, entry, limit) {
  const css = canvas.getBoundingClientRect();
  if (css.width < 1 || css.height < 1) return null;
  const exact = entry?.devicePixelContentBoxSize?.[0];
  const ratio = window.devicePixelRatio || 1;
  // The exact count differs from the product by a pixel at most; under an emulated ratio it ignores the ratio.
  const pick = (counted, product) => (Math.abs(counted - product) <= 1.5 ? counted : Math.round(product));
  let width = pick(exact?.inlineSize, css.width * ratio);
  let height = pick(exact?.blockSize, css.height * ratio);
  const shrink = Math.min(1, MOST_DEVICE_PIXELS_PER_CSS / ratio, limit / width, limit / height);
  if (shrink < 1) {
    width = Math.max(1, Math.round(width * shrink));
    height = Math.max(1, Math.round(height * shrink));
  }
  return { cssWidth: css.width, cssHeight: css.height, width, height };
}

function watchSize(core, canvas, started) {
  let limit = 4096;
  let last = '';
  const apply = (entry) => {
    const size = measure(canvas, entry, limit);
    const key = JSON.stringify(size);
    if (!size || key === last) return;
    last = key;
    core.number('nx_resize', size.cssWidth, size.cssHeight, size.width, size.height);
  };
  started.then(() => {
    limit = largestSide(canvas);
    last = '';
    apply();
  });
  const observer = new ResizeObserver((entries) => apply(entries[entries.length - 1]));
  try {
    observer.observe(canvas, { box: 'device-pixel-content-box' });
  } catch {
    observer.observe(canvas);
  }
  // A window dragged to another screen changes the ratio without a resize.
  const rearm = () => matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`).addEventListener('change', () => {
    apply();
    rearm();
  }, { once: true });
  rearm();
  apply();
}

function watchVisibility(core, canvas) {
  let onScreen = true;
  const tell = () => core.number('nx_visible', onScreen && document.visibilityState !== 'hidden');
  new IntersectionObserver((entries) => {
    onScreen = entries[entries.length - 1].isIntersecting;
    tell();
  }).observe(canvas);
  document.addEventListener('visibilitychange', tell);
}

function watchContext(core, canvas, emit, onGone) {
  let patience = 0;
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    core.number('nx_context_lost');
    emit('contextlost', {});
    patience = setTimeout(onGone, RESTORE_PATIENCE_MS);
  });
  canvas.addEventListener('webglcontextrestored', () => {
    clearTimeout(patience);
    core.number('nx_context_restored');
    emit('contextrestored', {});
  });
}

/** Who asks the system for no motion gets stills, also when that is changed while the page is open. */
function watchMotion(core) {
  const reduced = matchMedia('(prefers-reduced-motion: reduce)');
  const tell = () => core.number('nx_reduced_motion', reduced.matches);
  reduced.addEventListener('change', tell);
  tell();
}

/** Wires the canvas to the program. `started` resolves once the view has its context. */
export function hostCanvas({ core, stage, canvas, emit, started, onGone }) {
  gateKeys(core, stage);
  gateWheelAndTouch(core, stage, canvas);
  forwardPointer(core, canvas);
  watchSize(core, canvas, started);
  watchVisibility(core, canvas);
  watchMotion(core);
  watchContext(core, canvas, emit, onGone);
  canvas.addEventListener('focus', () => core.number('nx_focus', true));
  canvas.addEventListener('blur', () => core.number('nx_focus', false));
  window.addEventListener('blur', () => core.number('nx_pointer', POINTER.leave, 0, 0, false));
}
