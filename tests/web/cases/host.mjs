// The messages between the page and the one around it.

import { check, checkEqual, ready, settled, sleep, state, until } from '../drive/explorer.mjs';

/** A host page around the explorer, which comes from another origin unless `src` says where from. */
async function openHosted(open, site, query = '', options = {}) {
  const host = await open(`/~fixtures/host.html?${new URLSearchParams({ src: `${site}/?${query}` })}`, options);
  const page = await host.frame('#frame');
  await ready(page);
  await until(host, 'the explorer says that it is ready', () => window.messages.some((message) => message?.type === 'ready'));
  return [host, page];
}

const send = (host, message) => host.evaluate((data) => document.getElementById('frame').contentWindow.postMessage(data, '*'), message);

/** Sends and waits for what carries the same id. */
async function ask(host, type, payload, id = `${type}-${Math.random()}`) {
  await send(host, { ns: 'microneedling', v: 1, type, id, payload });
  return until(host, `an answer to ${type}`, (wanted) => window.messages.find((message) => message?.id === wanted), id);
}

const heard = (host, key, value) => host.evaluate(([name, wanted]) => window.messages.filter((message) => message?.[name] === wanted), [key, value]);

export const tests = [
  {
    name: 'host: each message is answered under its id',
    async run({ open, site }) {
      const [host, page] = await openHosted(open, site, 'needleLength=2');
      const first = await ask(host, 'init', { textScale: 1.2, reducedMotion: 'on', colorProfile: 'highContrast', allowLinks: 'off', lock: 'site' });
      checkEqual([first.type, first.payload.value.textScale, first.payload.value.needleLength], ['answer', 1.2, 2], 'the answer to init');
      const set = await ask(host, 'set', { age: 60, sessions: 99, moon: 1 });
      checkEqual(set.payload.value.map(({ key, ok }) => [key, ok]), [['age', true], ['sessions', false], ['moon', false]], 'what came of each');
      checkEqual((await ask(host, 'getState')).payload.value.age, 60, 'the age in the state');
      checkEqual((await ask(host, 'setState', { age: 40 })).payload.value.ok, true, 'setState');
      checkEqual((await ask(host, 'call', { method: 'depthTable', args: [[0.5, 1]] })).payload.value.map((row) => row.protrusion_mm), [0.5, 1], 'a method');
      await until(host, 'the change is told', () => window.messages.some(({ type, payload }) => type === 'change' && payload.changed.age === 40));
      await page.evaluate(() => window.explorer.play());
      await ask(host, 'pause');
      checkEqual(await page.evaluate(() => window.explorer.playing), false, 'playing after pause');
      await ask(host, 'resume');
      checkEqual(await page.evaluate(() => window.explorer.playing), true, 'playing after resume');
      await page.evaluate(() => window.explorer.pause());
      await ask(host, 'resume');
      checkEqual(await page.evaluate(() => window.explorer.playing), false, 'resume goes on only with what pause stopped');
      await ask(host, 'reset');
      const { age, needleLength } = await state(page);
      checkEqual([age, needleLength], [35, 2], 'what the address says, after reset');
      checkEqual((await ask(host, 'call', { method: 'constructor' })).type, 'error', 'no method of the explorer');
      checkEqual((await ask(host, 'dance')).type, 'error', 'no message');
    },
  },
  {
    name: 'host: hostile messages change nothing and hold nothing',
    async run({ open, site }) {
      const [host, page] = await openHosted(open, site);
      await ask(host, 'init');
      await settled(page);
      const before = await state(page);
      await host.evaluate(() => {
        const frame = document.getElementById('frame').contentWindow;
        const post = (data) => frame.postMessage(data, '*');
        const ours = (rest) => ({ ns: 'microneedling', v: 1, type: 'set', ...rest });
        const trap = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
        let deep = 1;
        for (let i = 0; i < 200; i += 1) deep = [deep];
        for (const data of [null, 5, 'set', 'setimmediate$0', [], {}, true, new Map([['ns', 'microneedling']]), { ns: 'other', v: 1, type: 'set', payload: { age: 70 } }, { ns: 'microneedling' },
          ours({ v: 2, payload: { age: 70 } }), ours({ v: '1', payload: { age: 70 } }), ours({ type: 7, payload: { age: 70 } }), ours({ type: ['set'], payload: { age: 70 } }),
          ours({ id: { toString: 1 }, payload: { age: 70 } }), ours({ payload: trap }), ours({ payload: 'age=70' }), ours({ payload: [['age', 70]] }), ours({ payload: new Map([['age', 70]]) }),
          ours({ payload: { age: 70, deep } }), ours({ payload: { age: 70, long: 'x'.repeat(5e6) } }), ours({ payload: { age: 70, many: new Array(1e5).fill(0) } }),
          ours({ payload: { age: 70, bytes: new ArrayBuffer(8) } }), ours({ type: '__proto__' }), ours({ type: 'constructor' }), ours({ type: 'setState', payload: trap }), ours({ type: 'setState', payload: '{' }),
          ours({ type: 'call', payload: { method: '__proto__' } }), ours({ type: 'call', payload: { method: 'on', args: ['change'] } }), ours({ type: 'call', payload: trap }),
          ours({ type: 'export', payload: trap }), ours({ type: 'focusEnter', payload: trap })]) post(data);
        for (let i = 0; i < 20000; i += 1) post(ours({ type: 'getState' }));
      });
      // As if another frame or the page itself had sent it.
      await page.evaluate(() => window.postMessage({ ns: 'microneedling', v: 1, type: 'set', payload: { age: 70 } }, '*'));
      await until(host, 'the flood is told', () => window.messages.some(({ type, payload }) => type === 'error' && /too many/.test(payload.message)));
      // A trap read as a state is an empty one.
      checkEqual(await state(page), before, 'the state');
      checkEqual(await page.evaluate(() => [({}).polluted, typeof Object.prototype.age]), [undefined, 'undefined'].map((each) => each ?? null), 'Object\'s own');
      const versions = (await heard(host, 'type', 'error')).filter(({ payload }) => /version/.test(payload.message));
      checkEqual(versions.map(({ payload }) => payload.message), ['This is version 1 of the messages, and yours is "undefined".', 'This is version 1 of the messages, and yours is "2".', 'This is version 1 of the messages, and yours is "1".'], 'each other version is told once');
      const answered = (await heard(host, 'type', 'answer')).length;
      check(answered < 5000, `${answered} of 20000 messages were answered`);
      await sleep(1500);
      checkEqual((await ask(host, 'getState')).payload.value.age, before.age, 'the age, asked afterwards');
    },
  },
  {
    name: 'host: a fragment of a million characters leaves the page alive',
    async run({ open, site }) {
      const [host] = await openHosted(open, site);
      await host.evaluate(() => {
        window.messages.length = 0;
        document.getElementById('frame').src += `&again=1#s=v1.${'a'.repeat(1e6)}`;
      });
      await until(host, 'it is ready again', () => window.messages.some((message) => message?.type === 'ready'));
      checkEqual((await ask(host, 'getState')).payload.value.needleLength, 1.5, 'the needle length');
    },
  },
  {
    name: 'host: the height is told in the dialect that the address asks for, once',
    async run({ open, site }) {
      const size = { width: 500, height: 800 };
      const [plain] = await openHosted(open, site, '', size);
      await sleep(700);
      checkEqual((await plain.evaluate(() => window.messages)).map(({ type }) => type), ['ready'], 'messages without resize');
      for (const [resize, key, value, height_of] of [['auto', 'type', 'height', ({ payload }) => payload.height], ['lti', 'subject', 'lti.frameResize', ({ height }) => height],
        ['h5p', 'action', 'resize', ({ scrollHeight }) => scrollHeight]]) {
        const [host] = await openHosted(open, site, `resize=${resize}`, size);
        if (resize === 'h5p') {
          await until(host, 'it greets H5P\'s resizer', () => window.messages.some(({ context, action }) => context === 'h5p' && action === 'hello'));
          await send(host, { context: 'h5p', action: 'hello' });
        }
        await until(host, `the height in ${resize}`, ([name, wanted]) => window.messages.some((message) => message?.[name] === wanted), [key, value]);
        const first = (await heard(host, key, value)).at(-1);
        check(height_of(first) > 300 && height_of(first) < 6000, `${resize}: ${JSON.stringify(first)}`);
        await host.evaluate((height) => { document.getElementById('frame').height = height; }, height_of(first));
        await sleep(1500);
        const last = (await heard(host, key, value)).at(-1);
        check(Math.abs(height_of(last) - height_of(first)) < 2, `${resize}: the height ${height_of(first)} was taken, and then it asked for ${height_of(last)}`);
        await host.close();
      }
    },
  },
  {
    name: 'host: it is told when the focus leaves, and can hand it in at both ends',
    async run({ open, engine, site }) {
      // WebKit lets no script focus anything in a frame of another origin that the visitor has not touched yet.
      const [host, page] = await openHosted(open, engine === 'webkit' ? '' : site);
      await settled(page);
      const focused = () => page.evaluate(() => document.activeElement?.id);
      await host.evaluate(() => document.getElementById('frame').focus());
      await ask(host, 'focusEnter', { edge: 'end' });
      checkEqual(await focused(), 'privacy', 'the last element');
      await ask(host, 'focusEnter', { edge: 'start' });
      checkEqual(await focused(), 'canvas', 'the first element');
      await host.key('Shift+Tab');
      await until(host, 'it leaves at the start', () => window.messages.some(({ type, payload }) => type === 'focusExit' && payload.edge === 'start' && payload.key === 'Tab'));
      await host.evaluate(() => document.getElementById('frame').focus());
      await ask(host, 'focusEnter', { edge: 'end' });
      await host.key('Tab');
      await until(host, 'it leaves at the end', () => window.messages.some(({ type, payload }) => type === 'focusExit' && payload.edge === 'end' && payload.key === 'Tab'));
    },
  },
  {
    name: 'host: what is locked cannot be set in the page, and what it rests on can',
    async run({ open, site }) {
      const [host, page] = await openHosted(open, site, 'lock=site&tab=skin');
      await settled(page);
      const fixed = () => page.evaluate(() => ['site', 'age'].map((id) => document.getElementById(`access-parameter-${id}-control`)?.getAttribute('aria-disabled')));
      await until(page, 'the list of controls', () => document.getElementById('access-parameter-site-control'));
      checkEqual(await fixed(), ['true', null], 'what says that it is fixed: site, age');
      await page.evaluate(() => {
        const list = document.getElementById('access-parameter-site-control');
        list.value = 'back';
        list.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await settled(page);
      checkEqual(await page.evaluate(() => window.explorer.get('site')), 'cheek', 'what is locked');
      await until(page, 'the refusal is told', () => /site cannot be changed here/.test(document.getElementById('message-list').textContent));
      checkEqual((await ask(host, 'set', { site: 'chin' })).payload.value[0].ok, true, 'the host sets it');
      await ask(host, 'set', { lock: '' });
      await settled(page);
      await until(page, 'the lock was taken off', () => !document.getElementById('access-parameter-site-control').hasAttribute('aria-disabled'));
    },
  },
];
