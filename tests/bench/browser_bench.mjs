// The page in Chromium on software rendering: node tests/bench/browser_bench.mjs [--json FILE]
//
// Frames a second stand beside those of a bare page that clears a canvas of the same size, in the same run, as machines
// differ and are shared. Own time is what the program spends on the main thread for a frame.

import { writeFileSync } from 'node:fs';
import { openBrowser } from '../web/browsers.mjs';
import { ready, settled } from '../web/drive/explorer.mjs';
import { startSiteWithFixtures } from '../web/drive/session.mjs';

const kSeconds = 5;
const kSize = { width: 1280, height: 720, dpr: 1 };

/** Runs in a page: frames a second of nothing but clearing. */
async function clearFrames(seconds) {
  document.body.innerHTML = '';
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [innerWidth, innerHeight];
  document.body.append(canvas);
  const gl = canvas.getContext('webgl2', { antialias: false, alpha: false });
  let frames = 0;
  const end = performance.now() + 1000 * seconds;
  await new Promise((resolve) => {
    const draw = (time) => {
      gl.clearColor((frames % 60) / 60, 0.5, 0.5, 1);
      gl.clear(gl.COLOR_BUFFER_BIT);
      frames += 1;
      if (time < end) requestAnimationFrame(draw); else resolve();
    };
    requestAnimationFrame(draw);
  });
  return frames / seconds;
}

/** Runs in a page: frames a second and own milliseconds a frame while something goes on for some seconds. */
async function measureFrames(seconds, what) {
  const { explorer } = window;
  const canvas = document.getElementById('canvas');
  const box = canvas.getBoundingClientRect();
  const stats = [];
  const act = {
    play: () => explorer.play(),
    zoom: (i) => canvas.dispatchEvent(new WheelEvent('wheel', { deltaY: i % 40 < 20 ? -60 : 60, clientX: box.left + 430, clientY: box.top + 120, bubbles: true, cancelable: true })),
    needle: (i) => explorer.set('needleLength', 0.25 + 0.25 * (i % 12)),
  }[what];
  if (what === 'zoom') canvas.focus();
  if (what === 'play') act();
  const first = explorer.stats().frames_drawn, start = performance.now();
  let last = first;
  for (let i = 0; performance.now() - start < 1000 * seconds; ++i) {
    if (what !== 'play') act(i);
    await new Promise(requestAnimationFrame);
    const now = explorer.stats();
    if (now.frames_drawn !== last) stats.push(now.frame_ms);
    last = now.frames_drawn;
  }
  const elapsed = (performance.now() - start) / 1000;
  explorer.pause();
  stats.sort((a, b) => a - b);
  const at = (share) => stats[Math.min(stats.length - 1, Math.floor(share * stats.length))] ?? 0;
  return { frames_a_second: (last - first) / elapsed, own_ms_median: at(0.5), own_ms_95: at(0.95) };
}

const option = (name) => (process.argv.includes(`--${name}`) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : '');
const site = await startSiteWithFixtures();
const browser = await openBrowser('chromium');
const result = { seconds: kSeconds, size: kSize, cases: [] };
console.log(`  ${''.padEnd(44)}frames/s  x clearing   own ms, median   95th`);
try {
  for (const [name, query, what] of [
    ['playing, the whole section', '?day=1', 'play'],
    ['playing, with all new collagen', '?day=120', 'play'],
    ['zooming in and out', '?day=90', 'zoom'],
    ['another needle length every frame', '?day=90', 'needle'],
  ]) {
    const page = await browser.open(`${site.direct}/${query}`, kSize);
    await ready(page);
    await settled(page);
    const frames = await page.evaluate(measureFrames, kSeconds, what);
    const { gl_bytes, gl_setup_ms } = await page.evaluate(() => window.explorer.stats());
    const clearing = await page.evaluate(clearFrames, kSeconds);
    await page.close();
    result.cases.push({ name, ...frames, clearing_frames_a_second: clearing, gl_bytes, gl_setup_ms });
    const number = (value, digits, width) => value.toFixed(digits).padStart(width);
    console.log(`  ${name.padEnd(44)}${number(frames.frames_a_second, 1, 8)}${number(frames.frames_a_second / clearing, 3, 12)}${number(frames.own_ms_median, 2, 17)}${number(frames.own_ms_95, 2, 7)}`);
  }
  const { gl_bytes, gl_setup_ms } = result.cases.at(-1);
  console.log(`  graphics memory ${(gl_bytes / 2 ** 20).toFixed(1)} MiB; shaders and buffers made in ${gl_setup_ms.toFixed(1)} ms`);
} finally {
  await browser.close();
  await site.close();
}
if (option('json')) writeFileSync(option('json'), `${JSON.stringify(result, null, 2)}\n`);
