// What a screen reader says of the page, in order: the summary, the controls with names, values and why, and a change.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { check, ready, until } from '../drive/explorer.mjs';
import { readUntil, saidSoFar, startReading } from '../drive/reader.mjs';
import { listed } from './access.mjs';

const kGolden = new URL('../fixtures/reader.txt', import.meta.url);
const kMostPhrases = 250;

export const tests = [
  {
    name: 'reader: a screen reader says summary, controls and a change as the transcript has them',
    engines: ['chromium'],  // it is the page's own tree that is read, the same in each engine
    async run({ open }) {
      const page = await open('/?ui=text&day=30');
      await ready(page);
      await listed(page);
      await startReading(page, 'main');
      const said = await readUntil(page, 'heading, Skin', kMostPhrases);
      check(said.length < kMostPhrases, `the heading of the skin was not reached in ${kMostPhrases} phrases`);
      await page.evaluate(() => window.explorer.set('needleLength', 2));
      await until(page, 'the change is told', () => document.getElementById('outcome').textContent.includes('2 mm'));
      await until(page, 'the change is said', async () => (await window.reader.virtual.spokenPhraseLog()).some((phrase) => phrase.startsWith('polite:')));
      const transcript = `${(await saidSoFar(page)).join('\n')}\n`;
      if (process.env.NEEDLING_UPDATE_GOLDEN) writeFileSync(kGolden, transcript);
      const golden = existsSync(kGolden) ? readFileSync(kGolden, 'utf8') : '';
      const [now, before] = [transcript.split('\n'), golden.split('\n')];
      const at = now.findIndex((phrase, i) => phrase !== before[i]);
      check(transcript === golden, `line ${at + 1} of the transcript is "${now[at]}", expected "${before[at]}" (tests/web/fixtures/reader.txt)`);
    },
  },
];
