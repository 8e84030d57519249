// check.mjs [--table]: plain words for patients. Fails on a text that is too hard to read; with --table prints every measure.
//
//   a topic of the guide, and what begins with the same two parts of an id, so each warning and each why-text for itself:
//                 English at most grade 8 (Flesch-Kincaid), Spanish at least 55 ("normal" on the INFLESZ scale)
//   every text, and every sentence of ten words or more: English at most grade 12, Spanish at least 40
//
// Before that it grades texts whose measure is known, and a text that must be refused, so that a check that can no longer fail fails.

import { groupsOf, pagesAmiss, readTexts } from './catalogue.mjs';
import { countsOf, grade, perspicuity, spanishSyllables } from './measure.mjs';

const kLanguages = {
  en: { measure: grade, unit: 'grade', tooHard: (value, limit) => value > limit, group: 8, single: 12 },
  es: { measure: perspicuity, unit: 'INFLESZ', tooHard: (value, limit) => value < limit, group: 55, single: 40 },
};
/** What may be harder, and why; one that is not needed any more is an error. */
const kExceptions = new Map([
  ['en advice.immunity', 'names of illnesses that their bearers must recognise'],
  ['es advice.immunity', 'names of illnesses that their bearers must recognise'],
]);

const asSentence = (text) => (/[.?!…]["”»]?$/.test(text) ? text : `${text}.`);
const sentencesOf = (text) => text.split(/(?<=[.?!…]["”»]?)\s+/);

/** [[what, measure, limit]] of texts by id that are too hard. */
function tooHard(language, texts) {
  const { measure, tooHard: isOver, group, single } = kLanguages[language], found = [];
  const look = (what, text, limit) => { if (isOver(measure(text), limit)) found.push([what, measure(text), limit]); };
  for (const [name, ids] of groupsOf(texts)) look(name, [...ids].map((id) => asSentence(texts.get(id))).join(' '), group);
  for (const [id, text] of texts) {
    look(`the text ${id}`, text, single);
    for (const sentence of sentencesOf(text)) if (countsOf[language](sentence).word >= 10) look(`a sentence of ${id}`, sentence, single);
  }
  return found;
}

/** Complaints about the measures themselves. */
function selfTest() {
  const wrong = [];
  const expect = (what, is, should) => { if (is !== should) wrong.push(`${what} is ${is}, not ${should}`); };
  for (const [word, count] of Object.entries({ fisiología: 5, guía: 2, agüero: 3, queloides: 3, país: 2, ahora: 3, ciudad: 2, aérea: 4, muy: 1, y: 1 })) expect(`syllables of ${word}`, spanishSyllables(word), count);
  // Counted by hand: sentences, words, syllables.
  expect('English counts', JSON.stringify(countsOf.en('The skin is open. Wait 1.5 days, says one clinic. Then call your doctor.')), '{"sentence":3,"word":14,"syllable":17}');
  expect('Spanish counts', JSON.stringify(countsOf.es('La piel está abierta. Espere 1,5 días y llame al médico.')), '{"sentence":2,"word":11,"syllable":20}');
  const bad = {
    en: 'Contraindications encompass immunosuppression, coagulopathies and hypertrophic cicatrisation; dermatological consultation is recommended preceding any percutaneous intervention.',
    es: 'Las contraindicaciones comprenden inmunosupresión, coagulopatías y cicatrización hipertrófica; se recomienda consulta dermatológica antes de cualquier intervención percutánea.',
  };
  for (const [language, text] of Object.entries(bad)) {
    expect(`what a hard text in ${language} is refused for`, tooHard(language, new Map([['warning.bad', text]])).map(([what]) => what).join(', '), 'warning.bad, the text warning.bad, a sentence of warning.bad');
  }
  expect('what an easy text is refused for', tooHard('en', new Map([['warning.good', 'Wait for a day. Keep the skin clean.']])).length, 0);
  return wrong;
}

const complaints = selfTest();
for (const id of pagesAmiss()) complaints.push(`${id} is not the same in pages_en.csv and pages_es.csv: missing, or other placeholders or numbers`);
const unused = new Set(kExceptions.keys());
for (const [language, { measure, unit, group }] of Object.entries(kLanguages)) {
  const texts = readTexts(language);
  if (texts.size < 200) complaints.push(`only ${texts.size} texts were found in ${language}`);
  for (const [what, value, limit] of tooHard(language, texts)) {
    const id = `${language} ${what.split(' ').at(-1)}`;
    unused.delete(id);
    if (!kExceptions.has(id)) complaints.push(`${language}: ${what} has ${unit} ${value.toFixed(1)}, the limit is ${limit}`);
  }
  const groups = [...groupsOf(texts)].map(([name, ids]) => [name, measure([...ids].map((id) => asSentence(texts.get(id))).join(' '))]);
  if (process.argv.includes('--table')) for (const [name, value] of groups) console.log(`${language}  ${value.toFixed(1).padStart(6)}  ${name}`);
  const topics = groups.filter(([name]) => name.startsWith('topic ')).map(([, value]) => value.toFixed(1));
  console.log(`words: ${texts.size} texts in ${language}, topics of the guide ${unit} ${topics.join(' ')} (limit ${group})`);
}
for (const id of unused) complaints.push(`${id} is excepted without need`);
for (const complaint of complaints) console.error(`words: ${complaint}`);
process.exit(complaints.length === 0 ? 0 : 1);
