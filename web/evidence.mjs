// The evidence tables as the tools of the page read them.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";

export const project = dirname(dirname(fileURLToPath(import.meta.url)));
export const ledgers = ["penetration", "healing", "safety"];
export const readTable = (path) => parse(readFileSync(join(project, path)), { columns: true, relax_column_count_less: true });

/** The newest version that the list of changes tells of. */
export function projectVersion() {
  const [, version, rest] = /^## (\d[\w.]*)(.*)$/m.exec(readFileSync(join(project, "CHANGELOG.md"), "utf8"));
  return { version, released: !/not yet released/.test(rest) };
}

/** Every row of the ledgers, by id. */
export const ledgerRows = () => new Map(ledgers.flatMap((name) => readTable(`assets/evidence/${name}.csv`)).map((row) => [row.id, row]));

/** Where each ledger row is shown: every table of assets/ with a column "evidence" or "…_evidence", as a map of id to sets of places. */
export function placesByRow() {
  const places = new Map();
  for (const folder of ["assets", "assets/evidence", "assets/texts"]) {
    for (const file of readdirSync(join(project, folder)).filter((name) => name.endsWith(".csv") && name !== "claims.csv").sort()) {
      for (const entry of readTable(join(folder, file))) {
        const name = entry.id ?? Object.values(entry).slice(0, 2).join(" ");
        const lists = Object.keys(entry).filter((column) => column === "evidence" || column.endsWith("_evidence"));
        for (const id of lists.flatMap((column) => entry[column].split(";")).filter(Boolean)) {
          places.set(id, (places.get(id) ?? new Set()).add(`${file.replace(".csv", "")}: ${name}`));
        }
      }
    }
  }
  return places;
}

// "Meng Y et al. 2022 …", "(Hwang K) 2006", "Gill 2008", "Kenkel group 2021": surname, then initials, others or a year.
const author = /^\(?((?:(?:Al|Mohamed|Van) )?\p{Lu}[\p{L}’'-]+)(?= \p{Lu}{1,3}(?:-\p{Lu})?\b[ ,.)]| et al| (?:19|20)\d\d| group|[ ,]| &|\/)/u;
const year = /\b(?:19|20)\d\d\b/;

/** "Meng 2022" of a citation; empty where it does not tell both. */
export function authorAndYear(citation) {
  const name = author.exec(citation)?.[1], when = year.exec(citation)?.[0];
  return name && when ? `${name}${/^\S+ group /.test(citation) ? " group" : ""} ${when}` : "";
}
