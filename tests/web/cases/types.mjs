// The types of the element, by the compiler that its users have.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { check, checkEqual, ready } from '../drive/explorer.mjs';

const kCompiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const kSample = new URL('../fixtures/element_sample.ts', import.meta.url);

/** What tsc --strict says of these files, by name. */
function compilerSays(files) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'needling-types-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    execFileSync(process.execPath, [kCompiler, '--strict', '--noEmit', '--noUncheckedIndexedAccess', '--module', 'esnext', '--moduleResolution', 'bundler', '--target', 'es2022',
      '--lib', 'es2022,dom', ...Object.keys(files).filter((name) => name.endsWith('.ts'))], { cwd: folder, encoding: 'utf8' });
    return '';
  } catch (error) {
    return error.stdout ?? String(error);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const tests = [
  {
    // Nothing of it depends on the engine.
    name: 'types: a strict compiler takes the sample, and every key of the program is an attribute',
    engines: ['chromium'],
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      const types = await page.evaluate(() => fetch('embed.d.ts').then((response) => response.text()));
      checkEqual(compilerSays({ 'embed.d.ts': types, 'sample.ts': readFileSync(kSample, 'utf8') }), '', 'tsc');
      const keys = await page.evaluate(() => Object.keys(window.explorer.state()).filter((key) => key !== 'version'));
      check(keys.length > 30, `${keys.length} keys`);
      const sample = `import type { Key } from './embed';\n${[...keys, 'locale', 'lock', 'preset'].map((key, i) => `export const key_${i}: Key = '${key}';`).join('\n')}`;
      checkEqual(compilerSays({ 'embed.d.ts': types, 'keys.ts': sample }), '', 'tsc, of every key');
    },
  },
];
