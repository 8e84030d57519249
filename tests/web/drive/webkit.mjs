// WebKitGTK's MiniBrowser in a window on a virtual display, driven over W3C WebDriver.
//
// WebDriver knows neither the console nor scripts before load, and under automation the browser prints no console of its own. So every page comes
// through a front server (serve.mjs) that puts one script first into the document: it notes errors, then runs the page's `init`, if any.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findProgram, start, stop } from './process.mjs';
import { callText, clickActions, dragActions, initText, keyActions, moveActions, pretendHidden, replyValue } from './script.mjs';
import { startFront } from './serve.mjs';
import { startDisplay } from './xvfb.mjs';

const kDrivers = ['WebKitWebDriver', '/usr/bin/WebKitWebDriver'];
const kBrowsers = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec', '/usr/lib64', '/usr/lib']
  .flatMap((folder) => ['4.1', '4.0', '6.0'].map((version) => `${folder}/webkit2gtk-${version}/MiniBrowser`));
// JavaScriptCore compiles hot WebAssembly functions while the program runs and puts them in its way. On Linux, with the processor
// busy, a page now and then traps there with "Out of bounds memory access" in a function that is different each time
// (bugs.webkit.org 259441 and 289009; github.com/electric-sql/pglite issue 1085). Compiling in turn with the program leaves
// everything else as it is: the same tiers, the same checks of bounds.
const kCompilesInTurn = { JSC_useConcurrentJIT: '0' };
const kElement = 'element-6066-11e4-a52e-4f735466cecf';

/** On whatever port is free, which it does not choose by itself; `{ driver, call(method, address, body) }`. */
async function startDriver(display, dpr) {
  const most_ports = 8;
  for (let tried = 1; ; tried += 1) {
    const port = 20_000 + Math.floor(Math.random() * 30_000);
    const driver = start(findProgram(kDrivers), [`--port=${port}`], {
      env: {
        DISPLAY: display.name, GDK_BACKEND: 'x11', GDK_SCALE: String(Math.max(1, Math.round(dpr))), LIBGL_ALWAYS_SOFTWARE: '1', GTK_A11Y: 'none', NO_AT_BRIDGE: '1',
        XDG_CONFIG_HOME: path.join(display.folder, 'config'), HOME: display.folder, XDG_RUNTIME_DIR: display.folder,
        ...kCompilesInTurn,
      },
    });
    const call = async (method, address, body) => {
      const reply = await fetch(`http://127.0.0.1:${port}${address}`, { method, body: method === 'POST' ? JSON.stringify(body ?? {}) : undefined });
      const { value } = await reply.json();
      if (!reply.ok) throw new Error(`WebKit, ${address.split('/').slice(3).join('/')}: ${value.error}: ${value.message}`);
      return value;
    };
    if (await answers(driver, () => call('GET', '/status'))) return { driver, call };
    await stop(driver);
    if (tried === most_ports) throw new Error(`WebKitWebDriver does not answer: ${driver.output}`);
  }
}

/** Whether a started program answers before it ends, which is at once where another has its port. */
async function answers(driver, ask) {
  for (let attempt = 0; attempt < 300 && !driver.ended; attempt += 1) {
    try {
      await ask();
      await sleep(200);  // for it to end, if it was the other one that answered
      return !driver.ended;
    } catch {
      // not yet
    }
    await sleep(100);
  }
  return false;
}

export async function launch({ reducedMotion = false, dpr = 1, extraArgs = [] } = {}) {
  const display = await startDisplay();
  const settings = path.join(display.folder, 'config', 'gtk-3.0');
  mkdirSync(settings, { recursive: true });
  writeFileSync(path.join(settings, 'settings.ini'), `[Settings]\ngtk-enable-animations=${reducedMotion ? 0 : 1}\n`);
  const { driver, call } = await startDriver(display, dpr);
  const { sessionId, capabilities } = await call('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': {
      binary: findProgram(kBrowsers),
      args: ['--automation', ...extraArgs],
    } } },
  });
  const session = (method, address, body) => call(method, `/session/${sessionId}${address}`, body);
  await session('POST', '/timeouts', { script: 120_000, pageLoad: 120_000, implicit: 0 });
  const window_state = { collect: async () => {} };
  return {
    version: capabilities.browserVersion,
    open: (url, options) => openPage(session, window_state, url, options),
    async close() {
      await session('DELETE', '').catch(() => {});
      await stop(driver);
      await display.stop();
    },
  };
}

/** Runs in the page before its own scripts: what goes wrong is noted in the top window, or in the frame's own where that is out of reach. */
function noteErrors() {
  let notes = (window.__notes = []);
  try {
    notes = top.__notes ??= notes;
  } catch {
    // a frame of another origin
  }
  const note = (text) => notes.push(text);
  const text = (value) => (value instanceof Error ? `${value} ${value.stack}` : String(value));
  const consoleError = console.error;
  console.error = (...values) => {
    note(values.map(text).join(' '));
    consoleError.apply(console, values);
  };
  addEventListener('error', (event) => {
    if (event instanceof ErrorEvent) note(`uncaught ${event.message} (${event.filename}:${event.lineno})`);
    else note(`failed to load ${event.target.src || event.target.href || event.target.tagName}`);
  }, true);
  addEventListener('unhandledrejection', (event) => note(`uncaught ${text(event.reason)}`));
  document.addEventListener('securitypolicyviolation', (event) => note(`security policy: ${event.violatedDirective} ${event.blockedURI} (${event.sourceFile ?? ''}:${event.lineNumber})`));
}

/** Runs in the page: hands over what it has noted. */
const takeNotes = () => (window.__notes ? window.__notes.splice(0) : []);

/** There is one window: a page that is opened takes the place of the one before, whose errors are collected first. */
async function openPage(session, window_state, url, { width, height, init }) {
  const fronts = new Map();
  async function viaFront(address) {
    const { origin, protocol } = new URL(address);
    if (!protocol.startsWith('http')) return address;
    if (!fronts.has(origin)) fronts.set(origin, await startFront({ target: origin, init: `${initText(noteErrors)}\n${init ? initText(init) : ''}` }));
    return address.replace(origin, fronts.get(origin).origin);
  }
  const errors = [];

  const evaluate = async (code, ...args) => replyValue(await session('POST', '/execute/async',
    { script: `const done = arguments[arguments.length - 1]; (${callText(code, args)}).then(done);`, args: [] }));
  const goto = (address) => session('POST', '/url', { url: address });
  const perform = async (actions) => {
    await session('POST', '/actions', { actions });
  };
  async function setSize(new_width, new_height) {
    // The window has a tool bar: ask, measure, ask again. GTK refuses to go below the tool bar's own width.
    let wanted = { width: new_width, height: new_height };
    let last = '';
    for (let attempt = 0; attempt < 20; attempt += 1) {
      await session('POST', '/window/rect', { x: 0, y: 0, width: Math.round(wanted.width), height: Math.round(wanted.height) });
      await sleep(150);
      const inner = await evaluate(() => [innerWidth, innerHeight]);
      if (inner[0] === new_width && inner[1] === new_height) return;
      if (attempt > 4 && last === String(inner)) return;
      last = String(inner);
      const outer = await session('GET', '/window/rect');
      wanted = { width: outer.width + new_width - inner[0], height: outer.height + new_height - inner[1] };
    }
  }
  /** Takes over what the present document has noted. */
  async function collectErrors() {
    if (window_state.collect === collectErrors) errors.push(...await evaluate(takeNotes));
    return [...errors];
  }
  await window_state.collect();
  window_state.collect = collectErrors;
  await goto('about:blank');
  await setSize(width, height);
  await goto(await viaFront(url));
  return {
    async goto(address) {
      await collectErrors();
      const next = await viaFront(address);
      // An address that differs in its fragment alone would load nothing. Otherwise from page to page, without a stretch that has none: under
      // automation the browser keeps its caches in memory, and ten seconds after the last page of an origin they are empty.
      if ((await evaluate(() => location.href)).split('#')[0] === next.split('#')[0]) await goto('about:blank');
      await goto(next);
    },
    evaluate,
    async frame(selector) {
      const inFrame = async (code, ...args) => {
        const element = await session('POST', '/element', { using: 'css selector', value: selector });
        await session('POST', '/frame', { id: { [kElement]: element[kElement] } });
        try {
          return await evaluate(code, ...args);
        } finally {
          errors.push(...await evaluate(takeNotes));  // those of a frame of another origin are its own
          await session('POST', '/frame', { id: null });
        }
      };
      return { evaluate: inFrame };
    },
    screenshot: async () => Buffer.from(await session('GET', '/screenshot'), 'base64'),
    consoleErrors: collectErrors,
    requests: () => [...fronts.values()].flatMap(({ origin, requests }) => requests.filter(({ url: address }) => !address.startsWith('/~'))
      .map(({ url: address, status }) => ({ url: origin + address, failed: status >= 400 ? `status ${status}` : '' }))),
    key: (chord) => perform(keyActions(chord)),
    async type(text) {
      for (const character of text) await perform(keyActions(character));
    },
    move: (x, y) => perform(moveActions(x, y)),
    click: (x, y) => perform(clickActions(x, y)),
    // WebKit's driver sends every turn of the wheel twice, there and back, and without the Ctrl key: the event is made in the page instead.
    wheel: (x, y, dy, { ctrl = false } = {}) => evaluate((clientX, clientY, deltaY, ctrlKey) => {
      const target = document.elementFromPoint(clientX, clientY);
      const view = target.ownerDocument.defaultView;
      target.dispatchEvent(new WheelEvent('wheel', { clientX, clientY, deltaY, ctrlKey, view, bubbles: true, cancelable: true, composed: true }));
    }, x, y, dy, ctrl),
    drag: (x1, y1, x2, y2) => perform(dragActions(x1, y1, x2, y2)),
    setSize,
    hide: () => evaluate(pretendHidden, true),
    show: () => evaluate(pretendHidden, false),
    async close() {
      if (window_state.collect === collectErrors) await goto('about:blank');
      for (const front of fronts.values()) await front.close();
    },
  };
}
