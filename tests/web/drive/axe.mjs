// What a machine can find of accessibility faults on an opened page.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe_source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One sentence a fault. */
export async function axeViolations(page) {
  await page.evaluate(`(() => { ${axe_source}; return true; })()`);
  return page.evaluate(async () => {
    const { violations: found } = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return found.map(({ id, help, nodes }) => `${id} (${help}): ${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(', ')}`);
  });
}
