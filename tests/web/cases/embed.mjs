// The page inside other pages.

import { check, checkEqual, ready, settled, until } from '../drive/explorer.mjs';
import { content, readPicture } from '../drive/picture.mjs';

export const tests = [
  {
    // In WebKitGTK 2.50 the 'self' of a content security policy matches nothing in such a frame (WebKit bug 316847, mended since).
    name: 'embed: it works in a frame that may run scripts and nothing else',
    engines: ['chromium', 'firefox'],
    async run({ open }) {
      const host = await open('/~fixtures/host.html?src=/&sandbox=allow-scripts');
      const page = await host.frame('#frame');
      await ready(page);
      checkEqual(await page.evaluate(() => self.origin), 'null', 'the frame\'s origin');
      const answer = await page.evaluate(() => [window.explorer.set('needleLength', 2.5).ok, window.explorer.get('needleLength')]);
      checkEqual(answer, [true, 2.5], 'set and get');
      await settled(page);
      const box = await host.evaluate(() => document.getElementById('frame').getBoundingClientRect().toJSON());
      const seen = content(readPicture(await host.screenshot(), box));
      check(seen.colours >= 40 && seen.kinds >= 4, `the frame is blank: ${JSON.stringify(seen)}`);
    },
  },
  {
    name: 'embed: two frames on a page keep apart',
    async run({ open }) {
      const host = await open('/~fixtures/host.html?src=/');
      await host.evaluate(() => {
        const second = document.getElementById('frame').cloneNode();
        second.id = 'second';
        second.src = '/?needleLength=3.0';
        document.getElementById('place').append(second);
      });
      await until(host, 'the second frame has loaded', () => typeof document.getElementById('second').contentWindow?.explorer?.ready?.then === 'function');
      const [first, second] = [await host.frame('#frame'), await host.frame('#second')];
      await ready(first);
      await ready(second);
      await first.evaluate(() => window.explorer.set('needleLength', 0.5));
      checkEqual([await first.evaluate(() => window.explorer.get('needleLength')), await second.evaluate(() => window.explorer.get('needleLength'))], [0.5, 3], 'the two needle lengths');
    },
  },
];
