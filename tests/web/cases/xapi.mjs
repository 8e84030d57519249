// Statements for a learning record, which the page around is handed.

import { checkEqual, ready, settled, until } from '../drive/explorer.mjs';

const kId = 'urn:x-microneedling-explorer:';

/** Each statement that a host was handed: verb, object, result and parent. */
const told = (host) => host.evaluate((beginning) => window.messages.filter(({ type }) => type === 'xapi').map(({ payload: { statement } }) => [
  statement.verb.id.replace('http://adlnet.gov/expapi/verbs/', ''), statement.object.id.replace(beginning, ''), statement.result ?? null,
  statement.context?.contextActivities.parent[0].id.replace(beginning, '') ?? null,
]), kId);

const statements = (host, count) => until(host, `${count} statements`, (wanted) => window.messages.filter(({ type }) => type === 'xapi').length >= wanted, count);

/** Opens a step and presses one of the page's own buttons in it, as a visitor does. */
async function pressIn(page, lesson, id) {
  await page.evaluate((name) => window.explorer.set('lesson', name), lesson);
  await until(page, `the button ${id} is pressed`, (name) => {
    const button = document.querySelector(`#access [data-id="${name}"] button, #access button[data-id="${name}"]`);
    if (!button || button.getAttribute('aria-disabled') === 'true') return false;
    button.click();
    return true;
  }, id);
}

async function openCourse(open, site) {
  const host = await open(`/~fixtures/host.html?${new URLSearchParams({ src: `${site}/?mode=course&tab=mode` })}`);
  const page = await host.frame('#frame');
  await ready(page);
  await until(host, 'the explorer says that it is ready', () => window.messages.some((message) => message?.type === 'ready'));
  await settled(page);
  return [host, page];
}

const greet = (host) => host.evaluate(() => document.getElementById('frame').contentWindow.postMessage({ ns: 'microneedling', v: 1, type: 'init' }, '*'));

export const tests = [
  {
    name: 'xapi: the host is handed what the visitor does, without an actor, and nothing that it did itself',
    async run({ open, site }) {
      const [host, page] = await openCourse(open, site);
      await greet(host);
      await statements(host, 1);
      await greet(host);
      await pressIn(page, 'quiz.fat', 'choice:3');
      await statements(host, 2);
      await pressIn(page, 'quiz.open', 'choice:1');
      await statements(host, 3);
      await pressIn(page, 'tour.layers', 'step:next');
      await statements(host, 4);
      // Complete but for the day, which then runs.
      await page.evaluate(() => {
        const { explorer } = window;
        for (const length of [0.5, 2]) explorer.set('needleLength', length);
        explorer.set('topic', 'risks');
        explorer.seek(88);
        explorer.play();
      });
      await statements(host, 5);
      await page.evaluate(() => window.explorer.pause());
      checkEqual(await told(host), [
        ['initialized', 'course', null, null],
        ['answered', 'quiz.fat', { response: '3', success: true }, 'course'],
        ['answered', 'quiz.open', { response: '1', success: false }, 'course'],
        ['experienced', 'tour.needle', null, 'course'],
        ['completed', 'course', { completion: true }, null],
      ], 'verb, object, result, parent');
      const all = await host.evaluate(() => window.messages.filter(({ type }) => type === 'xapi').map(({ payload }) => payload.statement));
      checkEqual(all.map((each) => ['actor' in each, Math.abs(Date.now() - new Date(each.timestamp)) < 6e5]), all.map(() => [false, true]), 'an actor, a time');
      checkEqual(all[1].object.definition, { type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
        description: { en: 'This needle is short. Does a pen\'s 1.5 mm needle reach the fat of the face?' }, interactionType: 'choice' }, 'the question');
    },
  },
  {
    name: 'xapi: an earlier visit that is given back is no statement',
    async run({ open, site }) {
      const [host, page] = await openCourse(open, site);
      await greet(host);
      await statements(host, 1);
      const answer = await page.evaluate(() => window.explorer.setProgress('1.l50-150-200.d90.t1.s1100000000.q23300000000000'));
      checkEqual(answer.ok, true, 'the progress is taken');
      await pressIn(page, 'tour.layers', 'step:next');
      await statements(host, 2);
      checkEqual((await told(host)).map(([verb, object]) => `${verb} ${object}`), ['initialized course', 'experienced tour.needle'], 'what is told after it');
    },
  },
];
