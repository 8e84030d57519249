// The words of the pages of text: assets/texts/pages_en.csv and pages_es.csv, and what they share with the program. The pages are
// written in English; each word keeps its id, so that web/pages.js can put the other language in its place.
import { escaped } from "./escaped.js";
import { readTable } from "./evidence.mjs";

export { escaped };

const catalogue = (language) => new Map([`${language}.csv`, `pages_${language}.csv`].flatMap((name) => readTable(`assets/texts/${name}`)).map(({ id, text }) => [id, text]));

/** The labels that stand in the parameter and preset tables, which are English, by the id of their translation. */
function tableLabels() {
  const presets = readTable("assets/presets.csv").filter(({ key }) => key === "label").map(({ preset, value }) => [`preset.${preset}`, value]);
  const units = (row) => (texts.es.has(`unit.${row.unit}`) ? [[`unit.${row.unit}`, row.unit]] : []);
  return [...presets, ...readTable("assets/parameters.csv").flatMap((row) => [[`parameter.${row.id}.label`, row.label], ...units(row),
    ...choicesOf(row).map(([value, label]) => [`choice.${row.id}.${value}`, label])])];
}

/** [[value, English label]] of a row of the parameter table. */
export const choicesOf = ({ choices }) => choices.split("|").filter(Boolean).map((choice) => choice.split(":"));

const texts = { en: catalogue("en"), es: catalogue("es") };
for (const [id, label] of tableLabels()) texts.en.set(id, label);
const own = [...texts.en.keys()].filter((id) => id.startsWith("pages."));
const used = new Set();   // since the last script
const said = new Set();   // by any

/** Without the beginning that all share. */
const short = (id) => id.replace(/^pages\./, "");
const full = (id) => (texts.en.has(`pages.${id}`) ? `pages.${id}` : id);

/** The English text of an id ("claim.n" is pages.claim.n), placeholders filled; not escaped. */
export function wordsOf(id, ...values) {
  const text = texts.en.get(full(id));
  if (text === undefined || !texts.es.has(full(id))) throw new Error(`the pages name the text ${id}, which assets/texts lacks`);
  used.add(full(id));
  return text.replace(/\{(\d)\}/g, (mark, place) => values[place] ?? mark);
}

/** An element whose whole text is that of an id. */
export function worded(tag, id, values = [], attributes = "") {
  const data = values.length > 0 ? ` data-v="${escaped(values.join("|"))}"` : "";
  return `<${tag}${attributes && ` ${attributes}`} data-t="${short(full(id))}"${data}>${escaped(wordsOf(id, ...values))}</${tag}>`;
}

/** What a page's script needs: Spanish for all that was named since the last such call, and of English `spoken`, the texts that it sets itself. */
export function wordsForScript(spoken) {
  spoken.forEach((id) => wordsOf(id));
  const ids = [...used];
  used.clear();
  ids.forEach((id) => said.add(id));
  return {
    en: Object.fromEntries(spoken.map((id) => [id, texts.en.get(full(id))])),
    es: Object.fromEntries(ids.map((id) => [short(id), texts.es.get(id)])),
  };
}

/** Fails on a word that is in the tables for no page. */
export function checkAllSaid() {
  const dead = own.filter((id) => !said.has(id));
  if (dead.length > 0) throw new Error(`no page says ${dead.join(", ")}`);
}
