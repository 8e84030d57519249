// The words of the pages of text: assets/texts/pages_en.csv and pages_es.csv, and what they share with the program. The pages are
// written in English; each word keeps its id, so that web/pages.js can put the other language in its place.
import { readTable } from "./evidence.mjs";

export const escaped = (text) => String(text).replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);

const catalogue = (language) => new Map([`${language}.csv`, `pages_${language}.csv`].flatMap((name) => readTable(`assets/texts/${name}`)).map(({ id, text }) => [id, text]));
const texts = { en: catalogue("en"), es: catalogue("es") };
const own = [...texts.en.keys()].filter((id) => id.startsWith("pages."));
const used = new Set();

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

/** What web/pages.js needs: Spanish for all that is on the pages, and of English `spoken`, the texts that it sets itself. */
export function wordsForScript(spoken) {
  spoken.forEach((id) => wordsOf(id));
  const dead = own.filter((id) => !used.has(id));
  if (dead.length > 0) throw new Error(`no page says ${dead.join(", ")}`);
  return {
    en: Object.fromEntries(spoken.map((id) => [id, texts.en.get(full(id))])),
    es: Object.fromEntries([...used].map((id) => [short(id), texts.es.get(id)])),
  };
}
