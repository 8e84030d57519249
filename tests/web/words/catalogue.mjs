// The texts that people read, in both languages, with their placeholders filled as the program fills them.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { parse } = createRequire(new URL('../../../web/package.json', import.meta.url))('csv-parse/sync');
const kAssets = new URL('../../../assets/', import.meta.url);
const table = (name) => parse(readFileSync(new URL(name, kAssets)), { columns: true, relax_column_count_less: true });

/** Answers to addresses, commands and files that somebody wrote, and heads of tables. */
const kForProgrammers = ['refused.', 'cli.'];
/** Sentences without a full stop. */
const kWithoutStop = /^structure\..*\.about$/;

/** What the program puts in, by text; a number where nothing is said. */
const kFills = {
  en: {
    'describe.protocol': ['Cheek', 'motor pen', '1.5', '4', '4'], 'describe.protocolWeekly': ['Cheek', 'hand roller', '0.25', '8'], 'describe.protocolOne': ['Cheek', 'hand roller', '1.5'],
    'describe.depth': ['1.5', '1.38 mm (1.05–1.50)', 'reticular dermis', '0.55 mm (0.21–0.75)'],
    'describe.day': ['Day 30', 'New tissue', '+12 % (+5 to +24)'], 'describe.dayMenopause': ['Day 30', 'New tissue', '+12 % (+5 to +24)'],
    'describe.other': ['Cheek, motor pen, 0.5 mm needles, one treatment.', 'A 0.5 mm needle reaches 0.43 mm.', 'Day 30', 'New tissue', '+5 % (+2 to +9)'],
    'collagen.menopause': ['−12 % (−15 to −9)'], 'delivery.uptake': ['8', '2', '22', 'vitamin C'], 'delivery.beyond': ['vitamin C'], 'comfort.pain': ['2.05 times (1.90–2.21)'],
    'guide.results.grade': ['B', 'Several small trials agree.'], 'guide.results.course': ['3 treatments, 4 weeks apart, 1.5 mm'],
  },
  es: {
    'describe.protocol': ['Mejilla', 'pluma motorizada', '1,5', '4', '4'], 'describe.protocolWeekly': ['Mejilla', 'rodillo manual', '0,25', '8'], 'describe.protocolOne': ['Mejilla', 'rodillo manual', '1,5'],
    'describe.depth': ['1,5', '1,38 mm (1,05–1,50)', 'dermis reticular', '0,55 mm (0,21–0,75)'],
    'describe.day': ['Día 30', 'Tejido nuevo', '+12 % (+5 a +24)'], 'describe.dayMenopause': ['Día 30', 'Tejido nuevo', '+12 % (+5 a +24)'],
    'describe.other': ['Mejilla, pluma motorizada, agujas de 0,5 mm, un tratamiento.', 'Una aguja de 0,5 mm alcanza 0,43 mm.', 'Día 30', 'Tejido nuevo', '+5 % (+2 a +9)'],
    'collagen.menopause': ['−12 % (−15 a −9)'], 'delivery.uptake': ['8', '2', '22', 'vitamina C'], 'delivery.beyond': ['vitamina C'], 'comfort.pain': ['2,05 veces (1,90–2,21)'],
    'guide.results.grade': ['B', 'Varios ensayos pequeños coinciden.'], 'guide.results.course': ['3 tratamientos, uno cada 4 semanas, 1,5 mm'],
  },
};
const filled = (language, id, text) => text.replace(/\{(\d)\}/g, (mark, place) => kFills[language][id]?.[place] ?? '12');

const isRead = (id, text) => !kForProgrammers.some((begin) => id.startsWith(begin)) && (/[.?!…]["”»]?$/.test(text) || kWithoutStop.test(id));

function allTexts(language) {
  const texts = new Map([`${language}.csv`, `pages_${language}.csv`].flatMap((name) => table(`texts/${name}`)).map(({ id, text }) => [id, text]));
  if (language === 'en') for (const { id, meaning } of table('parameters.csv')) texts.set(`parameter.${id}.meaning`, meaning);
  return texts;
}

/** What people read, by id. */
export function readTexts(language) {
  return new Map([...allTexts(language)].filter(([id, text]) => isRead(id, text)).map(([id, text]) => [id, filled(language, id, text)]));
}

/** The texts that a line of the guide shows. */
function idsOfGuideLine({ kind, value }, ids) {
  if (kind === 'text') return [value];
  if (kind === 'phase') return [`phase.${value}.note`];
  if (kind === 'advice') return table('evidence/advice.csv').filter(({ group }) => group === value).map(({ text }) => text);
  if (kind === 'recovery') return table('evidence/recovery.csv').filter(({ kind: own }) => own === value).map(({ text }) => text);
  if (kind === 'numbing') return ids.filter((id) => id.startsWith('comfort.numbing'));
  if (kind === 'pain') return ids.filter((id) => id.startsWith('comfort.') && !id.startsWith('comfort.numbing'));
  if (kind === 'indications') return ids.filter((id) => id.startsWith('indication.'));
  return [];
}

/** Texts that stand together, by name: each topic of the guide, and what begins with the same two parts of an id. */
export function groupsOf(texts) {
  const ids = [...texts.keys()], groups = new Map();
  const add = (name, id) => groups.set(name, (groups.get(name) ?? new Set()).add(id));
  for (const line of table('guide.csv')) for (const id of idsOfGuideLine(line, ids)) if (texts.has(id)) add(`topic ${line.topic}`, id);
  for (const id of ids) add(id.split('.').slice(0, 2).join('.'), id);
  return groups;
}

/** What differs between the two tables of the pages of text: an id, a placeholder or a number. Tests of the program compare en.csv and es.csv. */
export function pagesAmiss() {
  const [english, spanish] = ['en', 'es'].map((language) => new Map(table(`texts/pages_${language}.csv`).map(({ id, text }) => [id, text])));
  const parts = (text) => (text.match(/\{\d\}|\d+(?:[.,]\d+)*/g) ?? []).map((part) => part.replace(/,/g, '.')).sort().join(' ');
  return [...new Set([...english.keys(), ...spanish.keys()])].filter((id) => !english.has(id) || !spanish.has(id) || parts(english.get(id)) !== parts(spanish.get(id)));
}
