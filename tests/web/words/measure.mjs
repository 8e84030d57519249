// How hard a text is to read, by two measures made for health texts.
//
//   grade(text)     English: Flesch-Kincaid grade, the years of school that a reader needs (Kincaid 1975)
//   perspicuity(text)   Spanish: Szigriszt-Pazos (1993), read on the INFLESZ scale (Barrio-Cantalejo 2008): 55 to 65 is "normal",
//                   65 to 80 "fairly easy", 40 to 55 "rather difficult"
//
// Counted strictly. A sentence ends at . ! ? … or at the end of the text, never at a colon or a semicolon. What stands between
// two spaces is one word, hyphens included. A number is a word of one syllable, as is a unit (mm, cm²), as the usual tools
// count; % is "per cent"; letters of an abbreviation (SPF, HIV) are spoken one by one.

import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

const kUnits = new Set(['mm', 'cm', 'cm²', 'mm²', 'µm', 'h', 's', 'd']);

const sentencesOf = (text) => text.split(/[.!?…]+(?=["”»)\]]*(?:\s|$))/).filter((part) => /[\p{L}\d]/u.test(part));

/** Words as they are spoken; ranges ("0.2–0.5") are two numbers. */
const wordsOf = (sentence, percent) => sentence.replace(/%/g, ` ${percent} `).replace(/(?<=\d)–(?=\d)/g, ' ').split(/\s+/)
  .map((word) => word.replace(/^[^\p{L}\d]+|[^\p{L}\d²]+$/gu, '')).filter(Boolean);

/** Syllables of one word, `ofLetters` counting those of a word written out. */
function spoken(word, ofLetters) {
  if (!/\p{L}/u.test(word) || kUnits.has(word)) return 1;
  if (/^\p{Lu}{2,5}$/u.test(word) && !/[AEIOU].*[AEIOU]/.test(word)) return word.length;
  return word.split(/[-/’'\d.,]+/).filter((part) => part.length > 1 || /[aeiouy]/i.test(part)).reduce((sum, part) => sum + Math.max(1, ofLetters(part)), 0) || 1;
}

/** Syllables of a Spanish word: one a vowel group; an accented weak vowel (í, ú) and two strong ones beside each other part it. */
export function spanishSyllables(word) {
  const plain = word.toLowerCase().normalize('NFC').replace(/qu/g, 'q').replace(/gu(?=[eéií])/g, 'g').replace(/y(?=$|[^aeiouáéíóúü])/g, 'i').replace(/h/g, '');
  let count = 0;
  for (const [group] of plain.matchAll(/[aeiouáéíóúü]+/g)) count += (group.match(/[aeoáéóíú]/g) ?? ['']).length;
  return count;
}

function counts(text, percent, ofLetters) {
  const sentences = sentencesOf(text).map((sentence) => wordsOf(sentence, percent)).filter((words) => words.length > 0), words = sentences.flat();
  return { sentence: sentences.length, word: words.length, syllable: words.reduce((sum, word) => sum + spoken(word, ofLetters), 0) };
}

export const countsOf = { en: (text) => counts(text, 'per cent', syllable), es: (text) => counts(text, 'por ciento', spanishSyllables) };

export const grade = (text) => fleschKincaid(countsOf.en(text));

export function perspicuity(text) {
  const { sentence, word, syllable: syllables } = countsOf.es(text);
  return 206.835 - (62.3 * syllables) / word - word / sentence;
}
