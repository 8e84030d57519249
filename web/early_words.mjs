// The words that scripts have before the program is there, and those of the start button: by language and id, out of assets/texts.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";

const texts = join(dirname(dirname(fileURLToPath(import.meta.url))), "assets/texts");

/** @returns {Map<string, string>} every text of a language by its id */
export const textTable = (language) => new Map(parse(readFileSync(join(texts, `${language}.csv`), "utf8"), { columns: true }).map((row) => [row.id, row.text]));

const languages = ["en", "es"].map((language) => [language, textTable(language)]);

/** As JSON, for a bundler's define. */
export const wordsFor = (ids) => JSON.stringify(Object.fromEntries(languages.map(([language, table]) => [language, Object.fromEntries(ids.map((id) => [id, table.get(id)]))])));

/** What app.js must say before the program is there or after it has stopped. */
export const earlyWords = wordsFor(["page.loading", "page.failed", "page.stopped"]);
