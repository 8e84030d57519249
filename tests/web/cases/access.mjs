// What a machine can find of accessibility faults, in every state that looks different.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { check, ready } from '../drive/explorer.mjs';

const axe_source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function violations(page) {
  await page.evaluate(`(() => { ${axe_source}; return true; })()`);
  return page.evaluate(async () => {
    const { violations: found } = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return found.map(({ id, help, nodes }) => `${id} (${help}): ${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(', ')}`);
  });
}

export const tests = [
  {
    name: 'access: axe finds nothing, in any state',
    engines: ['chromium'],
    async run({ open }) {
      const states = [['/', {}], ['/', { width: 390, height: 844 }], ['/?needleLength=99', {}], ['/?preset=homeRoller', {}], ['/?tab=skin', {}], ['/?picture=strip', {}], ['/?picture=surface', {}],
        ['/', { allowErrors: /WebGL/i, init: () => { HTMLCanvasElement.prototype.getContext = () => null; } }]];
      for (const [path, options] of states) {
        const page = await open(path, options);
        await ready(page);
        const found = await violations(page);
        check(found.length === 0, `${path} ${options.width ?? ''} ${options.init ? 'without WebGL' : ''}: ${found.join('; ')}`);
        await page.close();
      }
    },
  },
];
