// Firefox ESR in a window on a virtual display (headless it has no WebGL), driven over WebDriver BiDi.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import WebSocket from 'ws';
import { findProgram, outputMatching, start, stop } from './process.mjs';
import { callText, clickActions, dragActions, initText, keyActions, moveActions, replyValue, wheelActions } from './script.mjs';
import { startDisplay } from './xvfb.mjs';

const kPrograms = ['firefox-esr', 'firefox', '/usr/bin/firefox-esr'];

const kPreferences = {
  'app.update.disabledForTesting': true,
  'app.normandy.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.tabs.warnOnClose': false,
  'browser.translations.enable': false,
  'browser.warnOnQuit': false,
  'browser.zoom.siteSpecific': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.disable_open_during_load': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.prefetch-next': false,
  'remote.active-protocols': 1,
  'services.settings.server': 'http://127.0.0.1:9/',
  'signon.rememberSignons': false,
  'toolkit.cosmeticAnimations.enabled': false,
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': 'http://127.0.0.1:9/',
};

/** `forcedColors`: as where the visitor's system asks for few colours, which is a setting of the whole browser. */
export async function launch({ reducedMotion = false, dpr = 1, extraArgs = [], forcedColors = false } = {}) {
  const display = await startDisplay();
  const profile = path.join(display.folder, 'profile');
  mkdirSync(profile, { recursive: true });
  const preferences = { ...kPreferences, 'ui.prefersReducedMotion': reducedMotion ? 1 : 0, 'layout.css.devPixelsPerPx': String(dpr), 'browser.display.document_color_use': forcedColors ? 2 : 0 };
  writeFileSync(path.join(profile, 'user.js'),
    Object.entries(preferences).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(''));
  const browser = start(findProgram(kPrograms),
    ['--profile', profile, '--no-remote', '--new-instance', '--remote-debugging-port=0', '--width', '1500', '--height', '1200', ...extraArgs, 'about:blank'],
    { env: { DISPLAY: display.name, MOZ_CRASHREPORTER_DISABLE: '1', MOZ_DISABLE_CONTENT_SANDBOX: '1', LIBGL_ALWAYS_SOFTWARE: '1', HOME: display.folder } });
  const [, address] = await outputMatching(browser, /WebDriver BiDi listening on (ws:\/\/\S+)/, 120_000);
  const wire = await connect(`${address}/session`);
  const { capabilities } = await wire.send('session.new', { capabilities: { alwaysMatch: { unhandledPromptBehavior: { default: 'dismiss' } } } });
  await wire.send('session.subscribe', {
    events: ['browsingContext.contextCreated', 'log.entryAdded', 'network.beforeRequestSent', 'network.fetchError', 'network.responseCompleted'],
  });
  let beside = null;  // the same browser once more, in forced colours
  return {
    version: capabilities.browserVersion,
    async open(url, options) {
      if (!options.forcedColors || forcedColors) return openPage(wire, url, options);
      beside ??= await launch({ reducedMotion, dpr, extraArgs, forcedColors: true });
      return beside.open(url, options);
    },
    async close() {
      await beside?.close();
      wire.close();
      await stop(browser);
      await display.stop();
    },
  };
}

/** Commands and events over one socket. */
async function connect(address) {
  const socket = new WebSocket(address, { perMessageDeflate: false, maxPayload: 0 });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const waiting = new Map();
  const listeners = new Set();
  let last_id = 0;
  socket.on('message', (data) => {
    const message = JSON.parse(data.toString('utf8'));
    if (message.type === 'event') return void listeners.forEach((listener) => listener(message.method, message.params));
    const entry = waiting.get(message.id);
    waiting.delete(message.id);
    if (!entry) return;
    if (message.type === 'error') entry.reject(new Error(`Firefox, ${entry.method}: ${message.error}: ${message.message}`));
    else entry.resolve(message.result);
  });
  socket.on('error', () => {});
  socket.on('close', () => waiting.forEach((entry) => entry.reject(new Error(`Firefox closed the connection during ${entry.method}`))));
  return {
    send: (method, params) => new Promise((resolve, reject) => {
      last_id += 1;
      waiting.set(last_id, { resolve, reject, method });
      socket.send(JSON.stringify({ id: last_id, method, params }));
    }),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => socket.terminate(),
  };
}

async function openPage(wire, url, { width, height, init }) {
  const { userContext } = await wire.send('browser.createUserContext', {});
  const { context } = await wire.send('browsingContext.create', { type: 'tab', userContext });
  const own_contexts = new Set([context]);
  const console_errors = [];
  const requests = [];
  const stopListening = wire.listen((method, params) => {
    if (method === 'browsingContext.contextCreated') {
      if (own_contexts.has(params.parent)) own_contexts.add(params.context);
      return;
    }
    if (method === 'log.entryAdded') {
      if (params.level === 'error' && own_contexts.has(params.source.context)) console_errors.push(`${params.text} (${params.stackTrace?.callFrames?.[0]?.url ?? ''})`);
      return;
    }
    if (!own_contexts.has(params.context)) return;
    if (method === 'network.beforeRequestSent') requests.push({ url: params.request.url, id: params.request.request, failed: '' });
    const request = requests.findLast((entry) => entry.id === params.request.request);
    if (method === 'network.fetchError' && request) request.failed = params.errorText;
    if (method === 'network.responseCompleted' && request && params.response.status >= 400) request.failed = `status ${params.response.status}`;
  });
  const setViewport = (new_width, new_height) => wire.send('browsingContext.setViewport',
    { context, viewport: { width: new_width, height: new_height } });
  await setViewport(width, height);
  if (init) await wire.send('script.addPreloadScript', { functionDeclaration: `() => { ${initText(init)} }`, contexts: [context] });

  const evaluateIn = async (target, code, args) => {
    const reply = await wire.send('script.evaluate', { expression: callText(code, args), target: { context: target }, awaitPromise: true, resultOwnership: 'none' });
    if (reply.type === 'exception') throw new Error(`in the page: ${reply.exceptionDetails.text}`);
    return replyValue(reply.result.value);
  };
  const goto = (address) => wire.send('browsingContext.navigate', { context, url: address, wait: 'complete' });
  const perform = (actions) => wire.send('input.performActions', { context, actions });
  let cover = null;
  await goto(url);
  return {
    async goto(address) {
      await goto('about:blank');
      await goto(address);
    },
    evaluate: (code, ...args) => evaluateIn(context, code, args),
    async frame(selector) {
      const index = await evaluateIn(context, (css) => [...document.querySelectorAll('iframe')].indexOf(document.querySelector(css)), [selector]);
      const { contexts } = await wire.send('browsingContext.getTree', { root: context });
      const child = contexts[0].children[index];
      if (!child) throw new Error(`no frame for ${selector}`);
      return { evaluate: (code, ...args) => evaluateIn(child.context, code, args) };
    },
    async screenshot() {
      const { data } = await wire.send('browsingContext.captureScreenshot', { context, origin: 'viewport' });
      return Buffer.from(data, 'base64');
    },
    consoleErrors: () => [...console_errors],
    requests: () => requests.map(({ url: address, failed }) => ({ url: address, failed })),
    key: (chord) => perform(keyActions(chord)),
    async type(text) {
      for (const character of text) await perform(keyActions(character));
    },
    move: (x, y) => perform(moveActions(x, y)),
    click: (x, y) => perform(clickActions(x, y)),
    wheel: (x, y, dy, options) => perform(wheelActions(x, y, dy, options)),
    drag: (x1, y1, x2, y2) => perform(dragActions(x1, y1, x2, y2)),
    setSize: setViewport,
    /** Puts another tab in front, so that this page is hidden; `show` undoes it. */
    async hide() {
      cover = (await wire.send('browsingContext.create', { type: 'tab', userContext })).context;
    },
    async show() {
      if (cover) await wire.send('browsingContext.close', { context: cover });
      cover = null;
      await wire.send('browsingContext.activate', { context });
    },
    async close() {
      stopListening();
      if (cover) await wire.send('browsingContext.close', { context: cover });
      await wire.send('browsingContext.close', { context });
      await wire.send('browser.removeUserContext', { userContext });
    },
  };
}
