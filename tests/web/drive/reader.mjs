// A screen reader that runs in the page: what it says, phrase by phrase.

import { buildSync } from 'esbuild';
import { fileURLToPath } from 'node:url';

let source = '';
const readerSource = () => (source ||= buildSync({
  stdin: { contents: "export { virtual } from '@guidepup/virtual-screen-reader';", resolveDir: fileURLToPath(new URL('..', import.meta.url)) },
  bundle: true, format: 'iife', globalName: 'reader', minify: true, write: false,
}).outputFiles[0].text);

/** Starts reading the element that `selector` finds. */
export async function startReading(page, selector) {
  await page.evaluate(`(() => { ${readerSource()}; window.reader = reader; return true; })()`);
  await page.evaluate((container) => window.reader.virtual.start({ container: document.querySelector(container) }), selector);
}

/** Reads on until a phrase begins with `end`, at most `most` phrases; all that was said so far. */
export const readUntil = (page, end, most) => page.evaluate(async (wanted, limit) => {
  const { virtual } = window.reader;
  for (let count = 0; count < limit; ++count) {
    await virtual.next();
    if ((await virtual.lastSpokenPhrase()).startsWith(wanted)) break;
  }
  return virtual.spokenPhraseLog();
}, end, most);

export const saidSoFar = (page) => page.evaluate(() => window.reader.virtual.spokenPhraseLog());
