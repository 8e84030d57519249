// Chromium, headless, driven over its own protocol by playwright-core; WebGL2 on SwiftShader.

import { chromium } from 'playwright-core';
import { findProgram } from './process.mjs';
import { callText, initText, pretendHidden, replyValue } from './script.mjs';

const kPrograms = ['chromium', 'chromium-browser', 'google-chrome', '/usr/bin/chromium'];

const kArgs = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const kSoftwareWebGl = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
export const kNoWebGlArgs = ['--disable-gpu', '--disable-software-rasterizer', '--disable-3d-apis'];

/**
 * `plain` starts it without the switches that make WebGL work (for `kNoWebGlArgs`). `dpr` is the screen's, as a ratio that is only emulated does
 * not reach the size in device pixels that a ResizeObserver tells.
 */
export async function launch({ extraArgs = [], plain = false, dpr = 1 } = {}) {
  const browser = await chromium.launch({
    executablePath: findProgram(kPrograms),
    headless: true,
    args: [...kArgs, ...(plain ? [] : kSoftwareWebGl), `--force-device-scale-factor=${dpr}`, ...extraArgs],
  });
  return {
    version: browser.version(),
    open: (url, options) => openPage(browser, url, options),
    close: () => browser.close(),
  };
}

/** `forcedColors`: as where the visitor's system asks for few colours; `contrast` ('more') and `colorScheme` ('dark'): for others. */
async function openPage(browser, url, { width, height, dpr, reducedMotion, forcedColors = false, contrast, colorScheme, init }) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: dpr,
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    forcedColors: forcedColors ? 'active' : 'none',
    contrast,
    colorScheme,
  });
  if (init) await context.addInitScript(initText(init));
  const page = await context.newPage();
  const console_errors = [];
  const requests = [];
  page.on('console', (message) => {
    if (message.type() === 'error') console_errors.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => console_errors.push(`uncaught ${error.stack ?? error}`));
  page.on('crash', () => console_errors.push('the page crashed'));
  page.on('request', (request) => requests.push({ url: request.url(), failed: '' }));
  page.on('requestfailed', (request) => mark(request.url(), request.failure()?.errorText ?? 'failed'));
  page.on('response', (response) => {
    if (response.status() >= 400) mark(response.url(), `status ${response.status()}`);
  });
  const mark = (address, failed) => {
    const request = requests.findLast((entry) => entry.url === address);
    if (request) request.failed = failed;
  };

  const evaluateIn = async (frame, code, args) => replyValue(await frame.evaluate(callText(code, args)));
  await page.goto(url);
  return {
    goto: async (address) => {
      if (!differsInFragmentOnly(page.url(), address)) return void (await page.goto(address));
      await page.goto('about:blank');
      await page.goto(address);
    },
    evaluate: (code, ...args) => evaluateIn(page.mainFrame(), code, args),
    frame: async (selector) => {
      const element = await page.waitForSelector(selector, { state: 'attached', timeout: 60_000 });
      const frame = await element.contentFrame();
      return { evaluate: (code, ...args) => evaluateIn(frame, code, args) };
    },
    screenshot: () => page.screenshot({ animations: 'allow', caret: 'initial', timeout: 110_000 }),
    consoleErrors: () => [...console_errors],
    requests: () => requests.map((request) => ({ ...request })),
    key: (chord) => page.keyboard.press(chord),
    type: (text) => page.keyboard.type(text),
    move: (x, y) => page.mouse.move(x, y),
    click: (x, y) => page.mouse.click(x, y),
    async wheel(x, y, dy, { ctrl = false } = {}) {
      await page.mouse.move(x, y);
      if (ctrl) await page.keyboard.down('Control');
      await page.mouse.wheel(0, dy);
      if (ctrl) await page.keyboard.up('Control');
    },
    async drag(x1, y1, x2, y2) {
      await page.mouse.move(x1, y1);
      await page.mouse.down();
      await page.mouse.move((x1 + x2) / 2, (y1 + y2) / 2, { steps: 3 });
      await page.mouse.move(x2, y2, { steps: 3 });
      await page.mouse.up();
    },
    async collectGarbage() {
      const session = await context.newCDPSession(page);
      await session.send('HeapProfiler.collectGarbage');
      await session.detach();
    },
    setSize: (new_width, new_height) => page.setViewportSize({ width: new_width, height: new_height }),
    // Headless Chromium calls every page visible, even one behind another.
    hide: () => evaluateIn(page.mainFrame(), pretendHidden, [true]),
    show: () => evaluateIn(page.mainFrame(), pretendHidden, [false]),
    close: () => context.close(),
  };
}

function differsInFragmentOnly(from, to) {
  return from.split('#')[0] === to.split('#')[0];
}
