// What a machine can find of accessibility faults, in every state that looks different.

import { axeViolations } from '../drive/axe.mjs';
import { check, ready } from '../drive/explorer.mjs';

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
        const found = await axeViolations(page);
        check(found.length === 0, `${path} ${options.width ?? ''} ${options.init ? 'without WebGL' : ''}: ${found.join('; ')}`);
        await page.close();
      }
    },
  },
];
