// What the address says: query by the embedder, fragment by the visitor.

import { canvasPoint, check, checkEqual, defaults, message, ready, sleep, state, until, values } from '../drive/explorer.mjs';

/** [key, value, whether the message must repeat the value]. */
const kBadValues = [
  ['needleLength', '99', true],
  ['needleLength', 'abc', true],
  ['needleLength', 'NaN', true],
  ['needleLength', '1e999', true],
  ['needleLength', '-1', true],
  ['needleLength', '0x10', true],
  ['needleLength', '1.5mm', true],
  ['needleLength', '9'.repeat(5000), false],
  ['needleLength', '\0', false],
  ['needleLength', '2.0\0', false],
  ['needleLength', '<script>window.pwned=1</script>', true],
  ['site', '<img src=x onerror=window.pwned=1>', true],
  ['site', '__proto__', true],
  ['site', '\u202Eforehead', false],
  ['device', 'constructor', true],
  ['skinTone', '7', true],
  ['day', '9999', true],
  ['day', 'Infinity', true],
  ['chart', 'happiness', true],
];

/** Tags that a message may hold: words, a list, and the way to dismiss it. */
const kMessageTags = ['b', 'button', 'code', 'div', 'em', 'li', 'p', 'q', 'span', 'strong', 'svg', 'path', 'ul'];

/** Runs `code` on every item and reports all that it complains of, up to three. */
async function onEach(list, code) {
  const complaints = [];
  for (const item of list) {
    try {
      await code(item);
    } catch (error) {
      complaints.push(error.message);
    }
    if (complaints.length === 3) break;
  }
  check(complaints.length === 0, complaints.join('; '));
}

async function reload(page, path) {
  await page.goto(page.at(path));
  await ready(page);
}

/** Opens an address that must not be understood: defaults, a message, nothing broken. The message's text. */
async function refused(page, path, what, expected) {
  await reload(page, path);
  const now = await values(page);
  for (const key of Object.keys(expected)) checkEqual(now[key], expected[key], `${key} with ${what}`);
  await until(page, `a message for ${what}`, () => (document.getElementById('message')?.getBoundingClientRect().height ?? 0) > 0);
  const { text, elements } = await message(page);
  const foreign = elements.filter((tag) => !kMessageTags.includes(tag));
  checkEqual(foreign, [], `elements in the message for ${what}`);
  checkEqual(await page.evaluate(() => window.pwned ?? null), null, `code out of ${what} ran`);
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  check(width[0] <= width[1], `the message for ${what} makes the page ${width[0]} px wide`);
  return text;
}

/** Changes the state through the interface, then, as the visitor would, with a click and a key; the fragment that this writes. */
async function makeFragment(page) {
  await page.evaluate(() => {
    window.explorer.set('device', 'roller');
    window.explorer.set('needleLength', 2.25);
    window.explorer.set('site', 'forehead');
    window.explorer.set('skinTone', 5);
    window.explorer.seek(120);
  });
  await page.click(...await canvasPoint(page));
  await page.key('ArrowRight');
  await until(page, 'after a click and ArrowRight the address gets a fragment #s=v1.…', () => /^#s=v1\../.test(location.hash));
  await sleep(1500);
  return page.evaluate(() => location.hash);
}

export const tests = [
  {
    name: 'address: parameters of the query take effect',
    async run({ open }) {
      const page = await open('/?needleLength=2.0&site=forehead&day=60');
      await ready(page);
      const { needleLength, site, day } = await values(page);
      checkEqual([needleLength, site, day], [2, 'forehead', 60], 'needleLength, site and day');
      checkEqual((await message(page)).shown, false, 'a message for good values');
      await reload(page, '/?preset=homeRoller');
      const preset = await values(page);
      checkEqual([preset.device, preset.setting], ['roller', 'home'], 'device and setting of the preset homeRoller');
      await reload(page, '/?chart=barrier');
      checkEqual(await page.evaluate(() => window.explorer.get('chart')), 'barrier', 'the chart');
      checkEqual((await state(page)).chart, 'barrier', 'the chart in the state');
    },
  },
  {
    name: 'address: a second protocol is the first but for what the address says of it',
    async run({ open }) {
      const page = await open('/?b.sessions=6&split=protocol&needleLength=2&b.device=roller&b.needleCount=300');
      await ready(page);
      checkEqual((await message(page)).shown, false, 'a message for good values');
      const now = await page.evaluate(() => window.explorer.state());
      checkEqual([now.split, now.device, now['b.device'], now['b.needleCount'], now['b.sessions']], ['protocol', 'pen', 'roller', 300, 6], 'both protocols');
      checkEqual([now.needleLength, now['b.needleLength']], [2, undefined], 'the needle length, which both have');
      const words = await page.evaluate(() => window.explorer.describe());
      check(words.includes('protocol B: Cheek, hand roller, 2 mm needles, 6 treatments'), `the summary does not tell of both: ${words}`);
      const text = await refused(page, '/?split=protocol&b.site=scalp', 'a skin for B', { site: 'cheek' });
      check(text.includes('b.site'), `the message does not name b.site: ${text}`);
    },
  },
  {
    name: 'address: of many bad values five are told and the others counted',
    async run({ open }) {
      const page = await open('/?age=1&needleLength=99&sessions=99&intervalWeeks=99&passes=99&needleDiameter=9&day=999');
      await ready(page);
      const { text } = await message(page);
      check(text.includes('There are 2 more.'), `the message does not count what it leaves out: ${text}`);
    },
  },
  {
    name: 'address: a bad value keeps the default and a message names key and value as text',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      const expected = await values(page);
      await onEach(kBadValues, async ([key, value, repeats]) => {
        const what = `${key}=${JSON.stringify(value.slice(0, 40))}`;
        const text = await refused(page, `/?${key}=${encodeURIComponent(value)}`, what, expected);
        check(text.includes(key), `the message for ${what} does not name the key: ${text.slice(0, 200)}`);
        check(!repeats || text.includes(value), `the message for ${what} does not name the value: ${text.slice(0, 200)}`);
        check(text.length < 1000, `the message for ${what} has ${text.length} characters`);
      });
      const text = await refused(page, '/?needleLength=%E0%A4%A', 'a broken percent sign', expected);
      check(text.includes('needleLength'), `the message for a broken percent sign does not name the key: ${text.slice(0, 200)}`);
    },
  },
  {
    name: 'address: good values beside bad ones take effect, unknown keys are ignored',
    async run({ open }) {
      const page = await open('/?needleLength=99&site=forehead&age=abc');
      await ready(page);
      const initial = await defaults(page);
      const mixed = await values(page);
      checkEqual([mixed.needleLength, mixed.site, mixed.age], [initial.needleLength, 'forehead', initial.age], 'needleLength, site and age');
      const { text } = await message(page);
      check(text.includes('needleLength') && text.includes('age'), `the message names not both keys: ${text}`);
      await reload(page, '/?utm_source=newsletter&__proto__=1&toString=2&%3Cscript%3E=3');
      const { day, ...now } = await values(page);
      checkEqual(now, initial, 'values with unknown keys');
      checkEqual((await message(page)).shown, false, 'a message for unknown keys');
    },
  },
  {
    name: 'address: the message can be dismissed, and stays away',
    async run({ open }) {
      const page = await open('/?needleLength=99');
      await ready(page);
      await until(page, 'the message', () => document.getElementById('message')?.getBoundingClientRect().height > 0);
      const button = await page.evaluate(() => {
        const element = document.querySelector('#message button');
        const box = element?.getBoundingClientRect();
        return element && { x: box.x + box.width / 2, y: box.y + box.height / 2, name: (element.ariaLabel ?? '') + element.textContent };
      });
      check(button, 'the message has no button');
      check(button.name.trim().length > 0, 'the button has no name');
      await page.click(button.x, button.y);
      await until(page, 'the message goes away', () => {
        const element = document.getElementById('message');
        return !element || element.getBoundingClientRect().height === 0;
      });
      await page.evaluate(() => window.explorer.set('needleLength', 2.0));
      await sleep(500);
      checkEqual((await message(page)).shown, false, 'the message after the next change');
    },
  },
  {
    name: 'address: the fragment carries the state through a reload',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      const length = await page.evaluate(() => history.length);
      const hash = await makeFragment(page);
      const [state_before, values_before] = [await state(page), await values(page)];
      checkEqual([values_before.needleLength, values_before.site, values_before.skinTone], [2.25, 'forehead', 5], 'needleLength, site and skinTone');
      checkEqual(await page.evaluate(() => history.length), length, 'history.length');
      await reload(page, `/${hash}`);
      checkEqual(await values(page), values_before, 'values after a reload');
      checkEqual(await state(page), state_before, 'state after a reload');
      checkEqual((await message(page)).shown, false, 'a message for a good fragment');
      await reload(page, `/?needleLength=1.0&site=chin${hash}`);
      checkEqual(await values(page), values_before, 'values where both query and fragment speak');
    },
  },
  {
    name: 'address: it is written at most twice a second',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      await page.click(...await canvasPoint(page));
      await page.evaluate(() => {
        window.writes = 0;
        for (const name of ['replaceState', 'pushState']) {
          const original = history[name];
          history[name] = function write(...args) {
            window.writes += 1;
            return original.apply(this, args);
          };
        }
      });
      const start = Date.now();
      while (Date.now() - start < 3000) await page.key('ArrowRight');
      const seconds = (Date.now() - start) / 1000;
      await until(page, 'the address is written after ArrowRight', () => window.writes);
      await sleep(1500);
      const writes = { count: await page.evaluate(() => window.writes), seconds };
      check(writes.count <= 2 * writes.seconds + 2, `the address was written ${writes.count} times in ${writes.seconds.toFixed(1)} s`);
    },
  },
  {
    name: 'address: a broken fragment gives the default and a message',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      const expected = await values(page);
      const hash = await makeFragment(page);
      const middle = Math.floor(hash.length / 2);
      const swapped = hash[middle] === 'A' ? 'B' : 'A';
      const broken = ['#s=v1.', '#s=v1.AAAA', '#s=v9.AAAA', '#s=', '#s=v1.%00', '#s=v1.%E0%A4%A', '#s=v1.<script>window.pwned=1</script>', `#s=v1.${'A'.repeat(20_000)}`,
        '#s=v1.{"needleLength":99}', hash.slice(0, -1), hash.slice(0, middle), hash.slice(0, middle) + swapped + hash.slice(middle + 1)];
      await onEach(broken, (fragment) => refused(page, `/${fragment}`, `the fragment ${fragment.slice(0, 60)} (${fragment.length} characters)`, expected));
      await reload(page, '/#about');
      checkEqual((await message(page)).shown, false, 'a message for a fragment that is not ours');
    },
  },
];
