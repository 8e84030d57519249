// The canvas has one pixel for each of the screen's, and the page fits every width.

import { canvasPicture, check, checkEqual, kPatience_ms, ready, settled, until } from '../drive/explorer.mjs';
import { content } from '../drive/picture.mjs';

const kRatios = { chromium: [1, 1.5, 2, 3], firefox: [1, 1.5, 2], webkit: [1, 2] };

/** Waits until the canvas has a pixel for each of the screen's, give or take one. */
async function crisp(page, dpr, when) {
  const measure = () => {
    const canvas = document.getElementById('canvas');
    const box = canvas.getBoundingClientRect();
    return [canvas.width, canvas.height, box.width, box.height];
  };
  try {
    await until(page, '', (ratio) => {
      const canvas = document.getElementById('canvas');
      const box = canvas.getBoundingClientRect();
      return Math.abs(canvas.width - Math.round(box.width * ratio)) <= 1 && Math.abs(canvas.height - Math.round(box.height * ratio)) <= 1;
    }, dpr);
  } catch {
    const [width, height, css_width, css_height] = await page.evaluate(measure);
    throw new Error(`${when}: the canvas has ${width}x${height} pixels for ${css_width}x${css_height} CSS px at ratio ${dpr}`);
  }
}

export const tests = [
  {
    name: 'crisp: a canvas pixel for each of the screen\'s, at every ratio',
    async run({ open, engine }) {
      for (const dpr of kRatios[engine]) {
        const page = await open('/', { width: 800, height: 600, dpr });
        await ready(page);
        checkEqual(await page.evaluate(() => devicePixelRatio), dpr, 'devicePixelRatio');
        await crisp(page, dpr, 'at load');
        await page.setSize(701, 533);
        await crisp(page, dpr, 'after a resize of the window');
        // A browser that has just begun may take a second and more to its next frame.
        let seen = { colours: 0, kinds: 0 };
        for (const end = Date.now() + kPatience_ms; (seen.colours < 40 || seen.kinds < 4) && Date.now() < end;) {
          await settled(page);
          seen = content(await canvasPicture(page, dpr));
        }
        check(seen.colours >= 40 && seen.kinds >= 4, `at ratio ${dpr} the canvas is blank after a resize: ${JSON.stringify(seen)}`);
        await page.close();
      }
    },
  },
  {
    name: 'crisp: also after a resize of the element alone, and of the frame around',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      await settled(page);
      const widths = await page.evaluate(() => {
        const canvas = document.getElementById('canvas');
        const before = canvas.getBoundingClientRect().width;
        canvas.style.setProperty('width', '517.5px', 'important');
        canvas.style.setProperty('height', '333.5px', 'important');
        return [before, canvas.getBoundingClientRect().width];
      });
      check(Math.abs(widths[1] - 517.5) < 1 && widths[0] !== widths[1], `the canvas was not resized: ${widths.join(' to ')}`);
      await crisp(page, 1, 'after a resize of the canvas');
      const host = await open('/~fixtures/host.html?src=/&width=800&height=500');
      const inner = await host.frame('#frame');
      await ready(inner);
      await crisp(inner, 1, 'in a frame');
      await host.evaluate(() => Object.assign(document.getElementById('frame'), { width: '503', height: '401' }));
      await until(inner, 'the frame is resized', () => innerWidth === 503);
      await crisp(inner, 1, 'after a resize of the frame');
    },
  },
  {
    name: 'layout: no scrolling sideways, from 1920 px down to 320',
    async run({ open, engine }) {
      for (const [width, height] of [[1920, 1080], [1280, 720], [768, 1024], [390, 844], [320, 640], [844, 390]]) {
        // WebKit's window does not get as narrow as a phone: there the page is in a frame of that size.
        const framed = engine === 'webkit';
        const outer = await open(framed ? `/~fixtures/host.html?src=/&width=${width}&height=${height}` : '/', framed ? {} : { width, height });
        const page = framed ? await outer.frame('#frame') : outer;
        await ready(page);
        const found = await page.evaluate(() => {
          const root = document.documentElement;
          const widest = [...document.body.querySelectorAll('*')].map((element) => [element.getBoundingClientRect().right, element])
            .reduce((a, b) => (b[0] > a[0] ? b : a), [0, null]);
          return { inner: innerWidth, client: root.clientWidth, scroll: Math.max(root.scrollWidth, document.body.scrollWidth), widest: `${widest[1]?.localName}#${widest[1]?.id}` };
        });
        checkEqual(found.inner, width, 'innerWidth');
        check(found.scroll <= found.client, `at ${width}x${height} the page is ${found.scroll} px wide in ${found.client} (the widest: ${found.widest})`);
        const canvas = await page.evaluate(() => document.getElementById('canvas').getBoundingClientRect().toJSON());
        check(canvas.width >= Math.min(width, 300) * 0.8 && canvas.height >= 150, `at ${width}x${height} the canvas is ${canvas.width}x${canvas.height}`);
        check(canvas.left >= -0.5 && canvas.right <= width + 0.5, `at ${width}x${height} the canvas reaches from ${canvas.left} to ${canvas.right}`);
        await outer.close();
      }
    },
  },
];
