// The course packages of `./dev package`, in a learning system made of scorm-again.

import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { coursePackage } from '../../../web/course_package.mjs';
import { axeViolations } from '../drive/axe.mjs';
import { check, checkEqual, ready, until } from '../drive/explorer.mjs';
import { packageEnding } from '../drive/packages.mjs';
import { startFront, startSite } from '../drive/serve.mjs';

const kWeb = fileURLToPath(new URL('../../../web/', import.meta.url));
const kFixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
const kScormAgain = path.join(path.dirname(createRequire(import.meta.url).resolve('scorm-again')), 'scorm-again.min.js');

/** What is the learning system's name for what, and which namespaces its manifest has. */
const kKinds = {
  scorm12: {
    version: '1.2',
    status: 'cmi.core.lesson_status',
    score: 'cmi.core.score',
    time: ['cmi.core.session_time', /^\d\d:\d\d:\d\d\.\d\d$/],
    language: { cmi: { student_preference: { language: 'es-MX' } } },
    longest: 4096,
    calls: { set: 'LMSSetValue', commit: 'LMSCommit', finish: 'LMSFinish' },
    namespaces: {
      '': 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
      adlcp: 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
      lom: 'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1',
    },
    type: 'scormtype',
  },
  scorm2004: {
    version: '2004 4th Edition',
    status: 'cmi.completion_status',
    score: 'cmi.score',
    time: ['cmi.session_time', /^PT\d+H\d+M\d+\.\d\dS$/],
    language: { cmi: { learner_preference: { language: 'es-MX' } } },
    longest: 64000,
    calls: { set: 'SetValue', commit: 'Commit', finish: 'Terminate' },
    namespaces: {
      '': 'http://www.imsglobal.org/xsd/imscp_v1p1',
      adlcp: 'http://www.adlnet.org/xsd/adlcp_v1p3',
      imsss: 'http://www.imsglobal.org/xsd/imsss',
      lom: 'http://ltsc.ieee.org/xsd/LOM',
    },
    type: 'scormType',
  },
};
const kinds = Object.keys(kKinds);

const contentOf = (kind) => unzipSync(readFileSync(packageEnding(`-${kind}.zip`)));

/** Unpacks the package behind a server with a learning system beside it, which the test opens. */
async function openLms(open, cleanUp, kind, options = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'needling-course-'));
  cleanUp(async () => rmSync(folder, { recursive: true }));
  for (const [name, bytes] of Object.entries(contentOf(kind))) {
    const file = path.join(folder, 'course', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  cpSync(kScormAgain, path.join(folder, 'scorm-again.min.js'));
  cpSync(`${kWeb}course/kept.js`, path.join(folder, 'kept.js'));
  const site = await startSite(`${kWeb}serve.mjs`, folder);
  cleanUp(site.close);
  // The pages' own policy is all that holds, as in a learning system.
  const front = await startFront({ target: site.origin, fixtures: kFixtures, headers: { 'content-security-policy': "frame-ancestors 'self'" } });
  cleanUp(front.close);
  return open(`${front.origin}/~fixtures/lms.html`, options);
}

async function launch(page, kind, stored = null) {
  await page.evaluate((which, given) => window.launch(which, given), kind, stored);
  await ready(page);
}

/** What the system has under a name such as cmi.core.lesson_status. */
const stored = (page, name) => page.evaluate((key) => key.split('.').slice(1).reduce((part, each) => part[each], window.lms.cmi), name);

const lastSet = (page, kind, name) => page.evaluate(
  (set, key) => window.calls.findLast(([call, where]) => call === set && where === key)?.[2] ?? null,
  kKinds[kind].calls.set, name,
);

const learn = (page) => page.evaluate(() => {
  const { explorer } = window;
  for (const length of [0.5, 2]) explorer.set('needleLength', length);
  explorer.seek(90);
  explorer.set('topic', 'risks');
  return explorer.progress();
});

const answer = (page) => page.evaluate(() => {
  window.explorer.set('lesson', 'quiz.fat');
  window.explorer.set('choice', 3);
  return window.explorer.progress();
});

const manifests = kinds.map((kind) => ({
  // Nothing of it depends on the engine.
  name: `course: the manifest of ${kind} is XML of its standard and lists exactly the files of the package`,
  engines: ['chromium'],
  async run({ open }) {
    const { version, namespaces, type } = kKinds[kind];
    const files = contentOf(kind);
    const page = await open('/~fixtures/host.html?src=about:blank');
    const said = await page.evaluate((text) => {
      const { documentElement: root } = new DOMParser().parseFromString(text, 'application/xml');
      const all = (name) => [...root.getElementsByTagNameNS('*', name)];
      const attribute = (element, name) => [...element.attributes].find(({ localName }) => localName.toLowerCase() === name)?.name.split(':').pop();
      const [resource] = all('resource');
      return {
        root: [root.localName, root.namespaceURI],
        namespaces: Object.fromEntries([...root.attributes].filter(({ prefix, name }) => (prefix ?? name) === 'xmlns').map(({ name, value }) => [name.slice(6), value])),
        version: all('schemaversion')[0]?.textContent,
        organization: [all('organizations')[0].getAttribute('default'), all('organization')[0].getAttribute('identifier')],
        item: [all('item')[0].getAttribute('identifierref'), resource.getAttribute('identifier')],
        type: attribute(resource, 'scormtype'),
        launch: resource.getAttribute('href'),
        titles: all('title').filter((title) => title.textContent.trim() !== '').length,
        files: all('file').map((file) => file.getAttribute('href')),
      };
    }, Buffer.from(files['imsmanifest.xml']).toString());
    checkEqual(said.root, ['manifest', namespaces['']], 'the root');
    checkEqual(said.namespaces, namespaces, 'the namespaces');
    checkEqual([said.version, said.type, said.launch], [version, type, 'course.html'], 'version, type and launch page');
    for (const [one, other] of [said.organization, said.item]) checkEqual(one, other, 'what is referred to');
    check(said.titles >= 3, `${said.titles} titles`);
    checkEqual(said.files.toSorted(), Object.keys(files).filter((name) => name !== 'imsmanifest.xml').toSorted(), 'the files');
    const file = packageEnding(`-${kind}.zip`);
    const again = await madeInZone('Pacific/Kiritimati', () => coursePackage(kWeb, `${kWeb}../build/site`, kind, /explorer-(.*)-scorm/.exec(file)[1]));
    checkEqual(hashOf(again), hashOf(readFileSync(file)), 'the package, made again elsewhere');
  },
}));

const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex');

async function madeInZone(zone, make) {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    return await make();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

const courses = kinds.map((kind) => ({
  name: `course: ${kind} is told status, score and time, and the learner comes back to where it was left`,
  async run({ open, cleanUp }) {
    const { status, score, time: [time, time_form], longest, calls } = kKinds[kind];
    const page = await openLms(open, cleanUp, kind);
    await launch(page, kind);
    checkEqual(await page.evaluate(() => window.explorer.get('mode')), 'course', 'the mode');
    await until(page, 'the course is begun', (...wanted) => window.calls.some((call) => call.join() === wanted.join()), calls.set, status, 'incomplete');
    checkEqual(await lastSet(page, kind, `${score}.raw`), null, 'a score without a question');
    const answered = await answer(page);
    checkEqual([answered.answered, answered.right], [1, 1], 'answered, right');
    const share = 1 / answered.questions;
    await until(page, 'the score is told', (...wanted) => window.calls.some(([call, key]) => `${call},${key}` === wanted.join()), calls.set, `${score}.raw`);
    const told = await Promise.all(['raw', 'min', 'max'].map((part) => stored(page, `${score}.${part}`)));
    checkEqual(told, [String(Math.round(100 * share)), '0', '100'], 'the score');
    if (kind === 'scorm2004') {
      check(Math.abs(Number(await stored(page, 'cmi.score.scaled')) - share) < 1e-3, 'the scaled score');
      checkEqual(await stored(page, 'cmi.success_status'), 'unknown', 'success, of which nobody spoke');
    }
    checkEqual(await stored(page, status), 'incomplete', 'the status before the end');
    const progress = await learn(page);
    checkEqual(progress.complete, true, 'complete');
    await until(page, 'the learner is told', () => /completed/.test(window.note()));
    checkEqual(await stored(page, status), 'completed', 'the status');
    const state = await page.evaluate(() => window.explorer.state());
    const kept = await page.evaluate(() => window.leave());
    const names = await page.evaluate(() => window.calls.map(([name]) => name));
    checkEqual([names.filter((name) => name === calls.finish).length, names.at(-1)], [1, calls.finish], 'the end');
    check(names.filter((name) => name === calls.commit).length < 12, `${names.filter((name) => name === calls.commit).length} commits`);
    check(time_form.test(await lastSet(page, kind, time)), `the time: ${await lastSet(page, kind, time)}`);
    const suspended = await lastSet(page, kind, 'cmi.suspend_data');
    check(suspended.includes(progress.text) && suspended.length <= longest, `${suspended.length} characters are kept: ${suspended.slice(0, 200)}`);
    await launch(page, kind, kept);
    await until(page, 'the progress is back', (text) => window.explorer.progress().text === text, progress.text);
    checkEqual(await page.evaluate(() => window.explorer.state()), state, 'the state');
    await until(page, 'it is saved again', (commit) => window.calls.at(-1)[0] === commit, calls.commit);
    checkEqual(await stored(page, status), 'completed', 'the status, kept');
    const focused = await page.evaluate(() => [document, document.getElementById('course').contentDocument].map((each) => each.activeElement.localName));
    checkEqual(focused, ['body', 'body'], 'the focus');
  },
}));

export const tests = [
  ...manifests,
  ...courses,
  {
    name: 'course: it speaks the learner\'s language, where it has it',
    async run({ open, cleanUp }) {
      for (const kind of kinds) {
        const page = await openLms(open, cleanUp, kind);
        await launch(page, kind, kKinds[kind].language.cmi);
        checkEqual(await page.evaluate(() => window.explorer.get('locale')), 'es', `the language in ${kind}`);
        check(/Su curso/.test(await page.evaluate(() => window.note())), 'the note is not in Spanish');
      }
    },
  },
  {
    name: 'course: of what is too long for the learning system the progress is kept, and nothing is cut',
    async run({ open, cleanUp }) {
      const page = await openLms(open, cleanUp, 'scorm12');
      // More lengths than any needle has.
      const progress = `1.l${Array.from({ length: 300 }, (_, i) => 100 + i).join('-')}.d730.t1.s1111111111.q22222222222222`;
      const sizes = await page.evaluate(async (text) => {
        const { packKept, readKept } = await import('/kept.js');
        return [10, 1000, 5000, 70000].flatMap((length) => [4096, 64000].map((longest) => {
          const kept = packKept(text, { name: 'x'.repeat(length) }, longest);
          const { progress: back, state } = readKept(kept);
          return [kept.length <= longest, back === text, state?.name.length ?? 0];
        }));
      }, progress);
      checkEqual(sizes, [10, 10, 1000, 1000, 0, 5000, 0, 0].map((length) => [true, true, length]), 'short enough, the progress, the length of what else is kept');
      checkEqual(await page.evaluate(async () => Object.keys((await import('/kept.js')).readKept('{"v":1,"progress'))), [], 'what is read of a text that was cut');
    },
  },
  {
    name: 'course: without a learning system it says so, and all else works',
    async run({ open, cleanUp }) {
      const page = await openLms(open, cleanUp, 'scorm12');
      const course = await open(`${await page.evaluate(() => location.origin)}/course/course.html?needleLength=2`);
      await until(course, 'the note', () => /not part of a course/.test(document.getElementById('note').textContent));
      await until(course, 'the explorer answers', () => document.getElementById('explorer').contentWindow.explorer?.ready?.then(() => true));
      checkEqual(await course.evaluate(() => ['needleLength', 'mode'].map((key) => document.getElementById('explorer').contentWindow.explorer.get(key))), [2, 'course'], 'needle length and mode');
      checkEqual(await axeViolations(course), [], 'faults of the course page');
      const addresses = course.requests().map(({ url }) => new URL(url));
      const strange = addresses.filter(({ protocol, pathname }) => protocol === 'http:' && !pathname.startsWith('/course/'));
      checkEqual(strange.map(String), [], 'requests beyond the package');
    },
  },
];
