// The page of sources: every row of the evidence ledgers as text, with an anchor by id. It stands beside the explorer and is
// fetched only by who opens it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

const ledgers = [["penetration.csv", "Skin, needles, depth, channels"], ["healing.csv", "Healing and outcome"], ["safety.csv", "Safety, practice, regulation"]];
const meanings = {
  read: "the number was read at the cited source", derived: "arithmetic on numbers that were read",
  unread: "general knowledge, not checked at the source; never shown as a fact",
};

const escaped = (text) => text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
const https = (url) => (/^https:\/\/[^\s"<>]+$/.test(url) ? url : "");

function row(entry) {
  const value = [entry.value, entry.sd && `± ${entry.sd}`, entry.unit].filter(Boolean).join(" ");
  const source = https(entry.url) ? `<a href="${escaped(entry.url)}" rel="noopener noreferrer">${escaped(entry.citation)}</a>` : escaped(entry.citation);
  const cells = [entry.quantity, entry.condition, value, entry.n, [entry.population, entry.method].filter(Boolean).join("; ")].map(escaped);
  return `<tr id="${escaped(entry.id)}"><th scope="row">${escaped(entry.id)}</th>${cells.map((cell) => `<td>${cell}</td>`).join("")}<td>${source}</td><td>${escaped(entry.confidence)}</td></tr>`;
}

function table(file, title, folder) {
  const entries = parse(readFileSync(join(folder, file)), { columns: true });
  const heads = ["Id", "Quantity", "Condition", "Value", "n", "Population and method", "Source", "Confidence"];
  return `<h2>${title}</h2><div class="wide"><table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead><tbody>${entries.map(row).join("\n")}</tbody></table></div>`;
}

/** The whole page as HTML; `project` is the folder that holds assets/. */
export function sourcesPage(project) {
  const folder = join(project, "assets/evidence");
  const list = Object.entries(meanings).map(([word, meaning]) => `<li><strong>${word}</strong>: ${meaning}</li>`).join("");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'">
<title>Sources of Microneedling Explorer</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="style.css">
</head>
<body>
<main class="sources">
<h1>Sources</h1>
<p>Every number of the explorer goes back to rows of these tables; the panel names them by id. Illustration for education, not your result.</p>
<ul>${list}</ul>
${ledgers.map(([file, title]) => table(file, title, folder)).join("\n")}
</main>
</body>
</html>
`;
}
