// window.explorer answers as the contract has it, and nothing that a page throws at it breaks it.

import { check, checkEqual, ready, state, until, values } from '../drive/explorer.mjs';

const kShape = {
  depth: ['protrusion_mm', 'reach_mm', 'reach_low_mm', 'reach_high_mm', 'residual_mm', 'residual_low_mm', 'residual_high_mm', 'deepest_layer'],
  channels: ['per_cm2', 'open_area_percent', 'spacing_mm', 'gap_median_mm', 'gap_high_mm', 'gap_largest_mm', 'untreated_fraction', 'barrier_open_fraction', 'geometric_open_fraction'],
  tissue: ['inflammation', 'fibroblasts', 'capillaries', 'collagen_1', 'collagen_3', 'collagen_total', 'ratio_3_to_1', 'elastin', 'epidermis', 'improvement'],
};

/** Runs in the page: everything that set() must refuse, by parameter; [id, what came, complaint]. */
function hostileSets() {
  const evil = {
    'a throwing object': { toString() { throw new Error('toString'); }, valueOf() { throw new Error('valueOf'); } },
    'a throwing proxy': new Proxy({}, { get() { throw new Error('get'); } }),
  };
  const everywhere = {
    null: null, undefined, 'an object': {}, 'an empty array': [], 'a function': () => 1, 'a symbol': Symbol('s'), 'a bigint out of range': 10n ** 30n,
    NaN: NaN, Infinity, '-Infinity': -Infinity, 'an empty text': '', 'a word': 'nonsense', 'a huge text': 'x'.repeat(1_000_000), '1e999': '1e999',
    'a null byte': '\0', 'half a character': '\uD800', '__proto__': '__proto__', ...evil,
  };
  const targets = {
    needleLength: { ...everywhere, '-1': -1, 0: 0, 99: 99, 'a little too much': 3.0001, '1e308': 1e308, '2.0 with a tail': '2.0x' },
    age: { ...everywhere, 17: 17, 91: 91 },
    site: { ...everywhere, 'a number': 3, 'upper case': 'CHEEK', 'with a space': 'cheek ', 'a name of Object': 'constructor' },
  };
  const complaints = [];
  const before = JSON.stringify(window.explorer.state());
  const tryOne = (id, name, value) => {
    try {
      const answer = window.explorer.set(id, value);
      if (!answer || answer.ok !== false) complaints.push(`set(${String(id)}, ${name}) gave ${JSON.stringify(answer)}`);
      else if (typeof answer.message !== 'string' || answer.message.length < 8) complaints.push(`set(${String(id)}, ${name}) has no message`);
      else if (answer.message.length > 1000) complaints.push(`set(${String(id)}, ${name}) has a message of ${answer.message.length} characters`);
    } catch (error) {
      complaints.push(`set(${String(id)}, ${name}) threw ${error}`);
    }
  };
  for (const [id, list] of Object.entries(targets)) for (const [name, value] of Object.entries(list)) tryOne(id, name, value);
  for (const id of ['__proto__', 'constructor', 'toString', 'nothing', '', 'NEEDLELENGTH', 'x'.repeat(100_000), null, undefined, {}, 7, Symbol('id'), evil['a throwing object']]) {
    let name = 'an object';
    try {
      name = String(id).slice(0, 20);
    } catch {
      // it has no name
    }
    try {
      if (window.explorer.set(id, 1)?.ok !== false) complaints.push(`set(${name}, 1) was not refused`);
    } catch (error) {
      complaints.push(`set(${name}, 1) threw ${error}`);
    }
    try {
      const value = window.explorer.get(id);
      if (value !== undefined && value !== null) complaints.push(`get(${name}) gave ${typeof value}`);
    } catch (error) {
      complaints.push(`get(${name}) threw ${error}`);
    }
  }
  if (JSON.stringify(window.explorer.state()) !== before) complaints.push(`the state changed from ${before} to ${JSON.stringify(window.explorer.state())}`);
  return complaints;
}

/** Runs in the page: every other method with every kind of nonsense. A refusal may throw an Error, but never a trap of the program, and never breaks what comes after. */
async function hostileCalls() {
  const nonsense = [undefined, null, NaN, Infinity, -Infinity, -1, 1e9, 1e308, '', 'nonsense', '__proto__', '90x', 'x'.repeat(1_000_000), {}, [], [[]], [null], [NaN], [Infinity],
    [-1], [1e9], ['x'], [{}], new Array(3), true, Symbol('s'), () => 1, 10n, { length: 1e9 }, { toString() { throw new Error('mine'); } }];
  const complaints = [];
  const plain = (error) => error instanceof Error && !(error instanceof WebAssembly.RuntimeError) && !(error instanceof RangeError && /call stack|memory/i.test(error.message));
  const before = JSON.stringify(window.explorer.state());
  for (const method of ['seek', 'series', 'depthTable', 'results', 'on', 'export', 'setState', 'describe', 'parameters', 'stats']) {
    for (const [i, value] of nonsense.entries()) {
      const call = `${method}(nonsense ${i}: ${typeof value})`;
      try {
        await window.explorer[method](value, value);
      } catch (error) {
        if (!plain(error)) complaints.push(`${call} threw ${error}`);
      }
      const day = window.explorer.day;
      if (typeof day !== 'number' || !(day >= 0 && day <= 730)) complaints.push(`after ${call} the day is ${String(day).slice(0, 40)}`);
      const total = window.explorer.results(90)?.tissue?.collagen_total;
      if (!(total > 0.5 && total < 5)) complaints.push(`after ${call} results(90).tissue.collagen_total is ${total}`);
      if (complaints.length > 20) return complaints;
    }
    window.explorer.seek(0);
    if (window.explorer.day !== 0) complaints.push(`after nonsense for ${method} seek(0) no longer works`);
  }
  const [a, b] = [before, JSON.stringify(window.explorer.state())].map((text) => text.replace(/\\?"day\\?":[^,}]*/, ''));
  if (a !== b) complaints.push(`the state changed from ${a} to ${b}`);
  if (({}).polluted !== undefined || Object.prototype.polluted !== undefined) complaints.push('Object.prototype was polluted');
  return complaints;
}

/** Runs in the page: setState() with what is no state. */
function badStates() {
  const saved = window.explorer.state();
  const text = typeof saved === 'string' ? saved : JSON.stringify(saved);
  const as = (object) => (typeof saved === 'string' ? JSON.stringify(object) : object);
  // The same state with one value replaced, wherever in it the key stands.
  const withValue = (key, value) => {
    let hits = 0;
    const copy = JSON.parse(text, (name, old) => {
      if (name !== key) return old;
      hits += 1;
      return value;
    });
    if (hits === 0) throw new Error(`state() does not hold ${key}: ${text}`);
    return as(copy);
  };
  const bad = {
    'half of it': text.slice(0, text.length / 2), '{': '{', 'an empty text': '', 'a word': 'nonsense', null: null, undefined, 'the text null': 'null', 'a number': 7, 'a text number': '7',
    'an array': [], 'a text array': '[]', true: true, 'a function': () => 1, 'a symbol': Symbol('s'),
    'a needle of 99 mm': withValue('needleLength', 99), 'a needle of "abc"': withValue('needleLength', 'abc'), 'a needle of null': withValue('needleLength', null),
    'a needle that is an object': withValue('needleLength', {}), 'an unknown site': withValue('site', 'nose'), 'a site that is a number': withValue('site', 3),
    'a day too late': withValue('day', 9999), 'a day of "x"': withValue('day', 'x'), 'brackets without end': '['.repeat(100_000), 'deep brackets without end': '{"a":'.repeat(50_000),
    'a promise of it': Promise.resolve(saved), 'a map': new Map([['needleLength', 1]]),
    'a throwing getter': { get needleLength() { throw new Error('getter'); } },
  };
  const complaints = [];
  for (const [name, value] of Object.entries(bad)) {
    try {
      const answer = window.explorer.setState(value);
      if (!answer || answer.ok !== false) complaints.push(`setState(${name}) gave ${JSON.stringify(answer)}`);
      else if (typeof answer.message !== 'string' || answer.message.length < 8 || answer.message.length > 1000) complaints.push(`setState(${name}) has the message ${JSON.stringify(answer.message)?.slice(0, 100)}`);
    } catch (error) {
      complaints.push(`setState(${name}) threw ${error}`);
    }
    if (JSON.stringify(window.explorer.state()) !== JSON.stringify(saved)) {
      complaints.push(`setState(${name}) changed the state to ${JSON.stringify(window.explorer.state())}`);
      window.explorer.setState(saved);
    }
  }
  let named = '';
  try {
    named = window.explorer.setState(withValue('needleLength', 99)).message;
  } catch {
    // among the complaints already
  }
  if (!named.includes('needleLength') || !named.includes('99')) complaints.push(`the message for a needle of 99 mm names not key and value: ${named}`);
  return complaints;
}

export const tests = [
  {
    name: 'api: parameters() has a complete row for every parameter',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      const rows = await page.evaluate(() => window.explorer.parameters());
      for (const id of ['device', 'setting', 'needleLength', 'needleCount', 'needleDiameter', 'passes', 'pressure', 'site', 'age', 'sex', 'skinTone', 'smoking', 'indication', 'sessions',
        'intervalWeeks', 'numbingMinutes', 'topical', 'randomSeed']) {
        const row = rows.find((candidate) => candidate.id === id);
        check(row, `parameters() has no ${id}`);
        check('default' in row, `${id} has no default`);
        const ids = row.choices?.map((choice) => choice.id ?? choice);
        check(ids ? ids.includes(row.default) : row.min <= row.default && row.default <= row.max, `${id}: the default ${row.default} is not allowed: ${JSON.stringify(row)}`);
      }
      const sites = rows.find(({ id }) => id === 'site').choices.map((choice) => choice.id ?? choice);
      checkEqual([...sites].sort(), ['abdomen', 'back', 'cheek', 'chest', 'chin', 'forehead', 'hand', 'neck', 'perioral', 'periorbital', 'scalp', 'thigh'], 'the sites');
    },
  },
  {
    name: 'api: set() answers with the value, get() gives it back, an event tells it',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      await page.evaluate(() => {
        window.seen = [];
        window.off = window.explorer.on('change', () => window.seen.push('change'));
        window.explorer.on('day', () => window.seen.push('day'));
      });
      const answers = await page.evaluate(() => [window.explorer.set('needleLength', 2.5), window.explorer.set('site', 'scalp'), window.explorer.get('needleLength'), window.explorer.get('site')]);
      checkEqual(answers.slice(0, 2).map(({ ok, value }) => [ok, value]), [[true, 2.5], [true, 'scalp']], 'answers of set');
      checkEqual(answers.slice(2), [2.5, 'scalp'], 'answers of get');
      await until(page, 'the event "change"', () => window.seen.includes('change'));
      await page.evaluate(() => window.explorer.seek(200));
      await until(page, 'the event "day"', () => window.seen.includes('day'));
      const refused = await page.evaluate(() => window.explorer.set('needleLength', 99));
      checkEqual([refused.ok, refused.value], [false, 2.5], 'the answer to 99 mm');
      check(refused.message.includes('99'), `the message does not name the value: ${refused.message}`);
      const after_off = await page.evaluate(async () => {
        window.off();
        await new Promise((resolve) => setTimeout(resolve, 300));
        window.seen.length = 0;
        window.explorer.set('needleLength', 1.0);
        await new Promise((resolve) => setTimeout(resolve, 500));
        return window.seen;
      });
      check(!after_off.includes('change'), 'the event "change" came after off()');
    },
  },
  {
    name: 'api: a seek back to where playing began tells the day',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      await page.evaluate(() => {
        window.days = [];
        window.explorer.on('day', ({ day }) => window.days.push(day));
        window.explorer.play();
      });
      await until(page, 'a day told while playing', () => window.days.length > 0);
      const last = await page.evaluate(() => {
        window.explorer.pause();
        window.explorer.seek(0);
        return window.days.at(-1);
      });
      checkEqual(last, 0, 'the last day told');
    },
  },
  {
    name: 'api: hostile values for set() and get() are refused and change nothing',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      const complaints = await page.evaluate(hostileSets);
      check(complaints.length === 0, `${complaints.length} complaints: ${complaints.slice(0, 12).join('; ')}`);
    },
  },
  {
    name: 'api: hostile values for every other method break nothing',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      const complaints = await page.evaluate(hostileCalls);
      check(complaints.length === 0, `${complaints.length} complaints: ${complaints.slice(0, 12).join('; ')}`);
    },
  },
  {
    name: 'api: setState() takes what state() gave, and refuses bad states with a message',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      const complaints = await page.evaluate(badStates);
      check(complaints.length === 0, `${complaints.length} complaints: ${complaints.slice(0, 12).join('; ')}`);
      const start = await values(page);
      await page.evaluate(() => {
        window.explorer.set('site', 'back');
        window.explorer.set('needleLength', 2.75);
        window.explorer.seek(33);
      });
      const [saved, saved_values] = [await state(page), await values(page)];
      const restored = await page.evaluate(() => {
        const before = window.explorer.state();
        window.explorer.set('site', 'chin');
        window.explorer.set('needleLength', 0.5);
        window.explorer.seek(500);
        return window.explorer.setState(before).ok;
      });
      checkEqual(restored, true, 'setState with an earlier state');
      checkEqual(await state(page), saved, 'the state');
      checkEqual(await values(page), saved_values, 'the values');
      check(JSON.stringify(start) !== JSON.stringify(saved_values), 'set() changed nothing');
    },
  },
  {
    name: 'api: results() has the shape of the contract, on any day',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      await page.evaluate(() => window.explorer.set('setting', 'home'));
      for (const day of [undefined, 0, 1, 90, 365, 730]) {
        const results = await page.evaluate((on) => (on === undefined ? window.explorer.results() : window.explorer.results(on)), day);
        for (const [part, keys] of Object.entries(kShape)) {
          for (const key of keys) {
            const value = results[part]?.[key];
            check(key === 'deepest_layer' ? typeof value === 'string' && value.length > 2 : Number.isFinite(value), `results(${day}).${part}.${key} is ${value}`);
          }
        }
        const { depth, channels, tissue, bands, warnings, phase } = results;
        check(channels.tearing.score >= 0 && ['low', 'raised', 'high'].includes(channels.tearing.level) && channels.tearing.text.length > 20, `tearing is ${JSON.stringify(channels.tearing)}`);
        check(depth.reach_low_mm <= depth.reach_mm && depth.reach_mm <= depth.reach_high_mm, `reach ${depth.reach_mm} is outside ${depth.reach_low_mm} to ${depth.reach_high_mm}`);
        check(depth.residual_low_mm <= depth.residual_mm && depth.residual_mm <= depth.residual_high_mm, `residual ${depth.residual_mm} is outside its band`);
        check(depth.reach_mm < depth.protrusion_mm, `the reach ${depth.reach_mm} is not less than the protrusion ${depth.protrusion_mm}`);
        for (const key of kShape.tissue) {
          const band = bands?.[key];
          check(band && band.low <= tissue[key] + 1e-9 && tissue[key] <= band.high + 1e-9, `results(${day}).bands.${key} is ${JSON.stringify(band)} for ${tissue[key]}`);
        }
        check(typeof phase === 'string' && phase.length > 2, `phase is ${phase}`);
        check(Array.isArray(warnings) && warnings.length > 0, 'no warning for a treatment at home');
        for (const warning of warnings) {
          for (const key of ['id', 'severity', 'text']) check(typeof warning[key] === 'string' && warning[key].length > 0, `a warning without ${key}: ${JSON.stringify(warning)}`);
        }
      }
      check(await page.evaluate(() => {
        window.explorer.seek(90);
        return JSON.stringify(window.explorer.results()) === JSON.stringify(window.explorer.results(90));
      }), 'results() on day 90 differs from results(90)');
    },
  },
  {
    name: 'api: series() has days 0 to 730 and a band around every value',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      for (const name of ['collagen_total', 'collagen_1', 'collagen_3', 'inflammation']) {
        const { days, values: line, low, high } = await page.evaluate((id) => {
          const series = window.explorer.series(id);
          return Object.fromEntries(['days', 'values', 'low', 'high'].map((key) => [key, Array.from(series[key])]));
        }, name);
        checkEqual([days.length, days[0], days.at(-1)], [731, 0, 730], `length, first and last day of ${name}`);
        checkEqual([line.length, low.length, high.length], [731, 731, 731], `lengths of ${name}`);
        check(days.every((day, i) => day === i), `${name}: the days are not 0, 1, 2, …`);
        const bad = days.find((_, i) => !(Number.isFinite(line[i]) && low[i] <= line[i] + 1e-9 && line[i] <= high[i] + 1e-9));
        check(bad === undefined, `${name} on day ${bad}: ${low[bad]} to ${high[bad]} around ${line[bad]}`);
        if (name === 'collagen_total') check(Math.max(...line) > 1.005 && Math.max(...high.map((value, i) => value - low[i])) > 0.001, `${name} never rises, or its band has no width`);
      }
    },
  },
  {
    name: 'api: depthTable() gives the published depths of the roller',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      const rows = await page.evaluate(() => {
        window.explorer.set('device', 'roller');
        return window.explorer.depthTable([0.5, 1, 1.5, 3]);
      });
      checkEqual(rows.map((row) => Number(row.reach_mm.toFixed(2))), [0.18, 0.48, 0.78, 1.68], 'reach in mm');
      for (const row of rows) for (const key of kShape.depth) check(key in row, `a row has no ${key}`);
      checkEqual(await page.evaluate(() => window.explorer.depthTable([])), [], 'the table of no lengths');
    },
  },
  {
    name: 'api: describe() is a sentence with the needle length',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      const first = await page.evaluate(() => window.explorer.describe());
      check(/1\.5/.test(first), `no 1.5 in: ${first}`);
      const second = await page.evaluate(() => {
        window.explorer.set('needleLength', 2.25);
        return window.explorer.describe();
      });
      check(typeof second === 'string' && /2\.25/.test(second), `no 2.25 in: ${second}`);
      check(/^[A-Z0-9].{20,}[.!]$/s.test(second.trim()), `not a sentence: ${second}`);
      check(!/undefined|NaN|null|\[object/.test(second), `a hole in: ${second}`);
    },
  },
  {
    name: 'api: export() gives a calendar, the state and the series as Blobs, and names its kinds when it refuses',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      const take = (kind, options) => page.evaluate(async ([wanted, with_options]) => {
        try {
          const blob = await window.explorer.export(wanted, with_options);
          return { blob: blob instanceof Blob, type: blob.type, text: await blob.text() };
        } catch (error) {
          return { message: error.message };
        }
      }, [kind, options]);
      const calendar = await take('ics', { date: '2028-02-01' });
      check(calendar.blob && calendar.type.startsWith('text/calendar'), `the calendar is ${JSON.stringify(calendar).slice(0, 200)}`);
      check(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/.test(calendar.text) && calendar.text.endsWith('END:VCALENDAR\r\n'), `no calendar: ${calendar.text.slice(0, 80)}`);
      check(calendar.text.includes('DTSTART;VALUE=DATE:20280229\r\n'), 'the second treatment is not four weeks after the first, on 29 February 2028');
      check(calendar.text.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75), 'a line of more than 75 octets');
      const [undated, today] = [await take('ics'), await page.evaluate(() => {
        const now = new Date();
        return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('');
      })];
      check(undated.text?.includes(`DTSTART;VALUE=DATE:${today}\r\n`), `without a date the first treatment is not today, ${today}: ${undated.message ?? undated.text.slice(0, 300)}`);
      for (const date of ['2026-02-29', 'soon', 7, null]) {
        const { message } = await take('ics', { date });
        check(/^date cannot be .*\.$/.test(message ?? ''), `the date ${date} was not refused with a sentence: ${message}`);
      }
      const json = await take('json');
      checkEqual(JSON.parse(json.text), await state(page), 'the exported state');
      check(json.type.startsWith('application/json'), `the state has the type ${json.type}`);
      const csv = await take('csv');
      const lines = csv.text.trimEnd().split('\n');
      check(csv.type.startsWith('text/csv') && lines[0].startsWith('day,'), `the series are ${csv.type}: ${lines[0].slice(0, 80)}`);
      checkEqual([lines.length, lines[1].split(',')[0], lines.at(-1).split(',')[0]], [732, '0', '730'], 'lines, first and last day of the series');
      for (const kind of ['exe', '', '__proto__', null, 7, {}]) {
        const { message } = await take(kind);
        check(/png.*stills.*svg.*ics.*json.*csv/.test(message ?? '') && message.length < 200, `the kind ${JSON.stringify(kind)} was not refused with the kinds there are: ${message}`);
      }
    },
  },
  {
    name: 'api: export() gives the section as SVG and PNG, and five days side by side, with scale, parameters and disclaimer',
    async run({ open }) {
      const page = await open('/?needleLength=2&day=90');
      await ready(page);
      const svg = await page.evaluate(async () => {
        const blob = await window.explorer.export('svg');
        return { type: blob.type, text: await blob.text() };
      });
      check(svg.type.startsWith('image/svg+xml') && svg.text.startsWith('<svg'), `the drawing is ${svg.type}: ${svg.text.slice(0, 60)}`);
      for (const words of ['2 mm needles', 'Day 90', 'mm</text>', 'Illustration for education, not your result']) {
        check(svg.text.includes(words), `"${words}" is missing in the drawing`);
      }
      const bitmap = (kind, options) => page.evaluate(async ([wanted, with_options]) => {
        try {
          const blob = await window.explorer.export(wanted, with_options);
          const image = await createImageBitmap(blob);
          const canvas = document.createElement('canvas');
          [canvas.width, canvas.height] = [image.width, image.height];
          const context = canvas.getContext('2d');
          context.drawImage(image, 0, 0);
          const colours = new Set();
          const { data } = context.getImageData(0, Math.floor(image.height / 2), image.width, 1);
          for (let i = 0; i < data.length; i += 4) colours.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
          return { type: blob.type, width: image.width, height: image.height, colours: colours.size };
        } catch (error) {
          return { message: error.message };
        }
      }, [kind, options]);
      const once = await bitmap('png', { scale: 1 }), twice = await bitmap('png');
      checkEqual([once.type, once.width, twice.width], ['image/png', 1200, 2400], 'type and widths of the PNG');
      check(once.colours > 50, `the middle of the PNG has ${once.colours} colours: ${JSON.stringify(once)}`);
      const stills = await bitmap('stills', { scale: 1 });
      checkEqual(stills.width, 5 * 640, 'width of five stills');
      check(stills.colours > 100 && stills.height > 300, `the stills are ${JSON.stringify(stills)}`);
      for (const scale of [0, 5, 'big', null, {}]) {
        const { message } = await bitmap('png', { scale });
        check(/^scale cannot be .* from 1 to 4\.$/.test(message ?? ''), `the scale ${JSON.stringify(scale)} was not refused with a sentence: ${message}`);
      }
    },
  },
  {
    name: 'api: the menu "Save" opens, saves and closes by keyboard',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      const saved = await page.evaluate(async () => {
        const menu = document.getElementById('save');
        const names = [];
        HTMLAnchorElement.prototype.click = function click() { names.push(this.download); };
        menu.querySelector('summary').focus();
        menu.open = true;
        // The sheet is looked at before it is saved.
        for (const button of menu.querySelectorAll('button:not([data-export=sheet])')) button.click();
        for (let i = 0; i < 600 && names.length < 4; ++i) await new Promise((resolve) => { setTimeout(resolve, 100); });
        menu.open = true;
        menu.querySelector('button').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
        return { names: names.sort(), open: menu.open, focus: document.activeElement.tagName };
      });
      checkEqual(saved.names, ['microneedling-course.ics', 'microneedling-days.png', 'microneedling-section.png', 'microneedling-section.svg'], 'files saved');
      checkEqual([saved.open, saved.focus], [false, 'SUMMARY'], 'open and focused after Escape');
      const above = await page.evaluate(async () => {
        const names = [];
        HTMLAnchorElement.prototype.click = function click() { names.push(this.download); };
        window.explorer.set('picture', 'surface');
        document.querySelector('#save button[data-export="svg"]').click();
        for (let i = 0; i < 600 && names.length < 1; ++i) await new Promise((resolve) => { setTimeout(resolve, 100); });
        return names;
      });
      checkEqual(above, ['microneedling-from-above.svg'], 'the file of the skin from above');
    },
  },
  {
    name: 'api: every length of course can be reached from every other, with the picture drawn in between',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      for (const weeks of [4, 12, 1, 8]) {
        for (let sessions = 1; sessions <= 8; ++sessions) {
          const days = await page.evaluate(async ([count, apart]) => {
            window.explorer.set('intervalWeeks', apart);
            window.explorer.set('sessions', count);
            await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
            return window.explorer.series('collagen_total').values.length;
          }, [sessions, weeks]);
          checkEqual(days, 731, `days of ${sessions} treatments ${weeks} weeks apart`);
        }
      }
      const svg = await page.evaluate(async () => (await (await window.explorer.export('svg')).text()).length);
      check(svg > 100000, `the drawing of the longest course has ${svg} letters`);
    },
  },
  {
    name: 'api: listeners that never agree hold the page no longer than a few echoes',
    async run({ open }) {
      const page = await open('/');
      await ready(page);
      const calls = await page.evaluate(() => {
        let heard = 0;
        const off = [1, 2].map((value) => window.explorer.on('change', () => {
          ++heard;
          for (const id of ['passes', 'skinTone', 'sessions', 'randomSeed', 'intervalWeeks']) window.explorer.set(id, value);
        }));
        window.explorer.set('passes', 9);
        off.forEach((stop) => stop());
        const toggle = window.explorer.on('change', () => {
          ++heard;
          if (window.explorer.playing) window.explorer.pause(); else window.explorer.play();
        });
        window.explorer.play();
        toggle();
        window.explorer.pause();
        return heard;
      });
      check(calls < 40, `${calls} calls of listeners`);
    },
  },
];
