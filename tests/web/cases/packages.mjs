// What `./dev package` makes: the page for npm, and as one file that opens from a disk.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { canvasPicture, check, checkEqual, ready, settled, state, until } from '../drive/explorer.mjs';
import { packageEnding } from '../drive/packages.mjs';
import { content } from '../drive/picture.mjs';
import { startFront, startSite } from '../drive/serve.mjs';

const kProject = fileURLToPath(new URL('../../../', import.meta.url));
const kFixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));

export const tests = [
  {
    // The drivers of the other engines open no files.
    name: 'package: the single file opens from a disk, shows the picture and asks for nothing',
    engines: ['chromium'],
    async run({ open }) {
      const file = pathToFileURL(packageEnding('-single.html')).href;
      const page = await open(`${file}?needleLength=2`);
      await ready(page);
      await settled(page);
      checkEqual((await state(page)).needleLength, 2, 'the needle length of the address');
      const seen = content(await canvasPicture(page));
      check(seen.colours >= 40 && seen.kinds >= 4, `the picture is blank: ${JSON.stringify(seen)}`);
      await page.evaluate(() => document.querySelector('[data-export="sheet"]').click());
      await until(page, 'the take-home sheet opens', () => document.getElementById('take-home').open);
      const asked = page.requests().map(({ url }) => url).filter((url) => !url.startsWith('data:') && url.split('?')[0] !== file);
      checkEqual(asked, [], 'requests besides the file');
      const policy = await page.evaluate(() => document.querySelector('meta[http-equiv]').content);
      check(!/unsafe-inline|'unsafe-eval'|'self'|https?:/.test(policy), `the policy: ${policy}`);
    },
  },
  {
    name: 'package: the element of the unpacked npm package works',
    async run({ open, cleanUp }) {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'needling-package-'));
      cleanUp(async () => rmSync(folder, { recursive: true }));
      execFileSync('tar', ['-xzf', packageEnding('.tgz'), '-C', folder]);
      const { main, types, exports: entries } = JSON.parse(readFileSync(`${folder}/package/package.json`, 'utf8'));
      checkEqual([main, types, entries['.'].default], ['embed.js', 'embed.d.ts', './embed.js'], 'what the package names');
      for (const name of [main, types, 'LICENSES.txt', 'README.md']) check(existsSync(`${folder}/package/${name}`), `the package lacks ${name}`);
      const site = await startSite(`${kProject}web/serve.mjs`, `${folder}/package`);
      cleanUp(site.close);
      const front = await startFront({ target: site.origin, fixtures: kFixtures });
      cleanUp(front.close);
      const page = await open(`${front.origin}/~fixtures/element.html?element=reveal=load;needle-length=2`);
      await until(page, 'the explorer in it answers', () => window.heard.some(({ type }) => type === 'ready'));
      checkEqual(await page.evaluate(() => document.getElementById('element-0').get('needleLength')), 2, 'the needle length');
    },
  },
];
