// The page of sources: every claim and every row of the evidence ledgers as text, with an anchor by id. It stands beside the
// explorer and is fetched only by who opens it.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { escaped, meaningList, textPage, wideTable } from "./text_page.mjs";

const ledgers = [["penetration.csv", "Skin, needles, depth, channels"], ["healing.csv", "Healing and outcome"], ["safety.csv", "Safety, practice, regulation"]];
const meanings = {
  read: "the number was read at the cited source", derived: "arithmetic on numbers that were read",
  unread: "general knowledge, not checked at the source; never shown as a fact",
};
const kinds = {
  fact: "a finding at its source", model: "a number that only the model uses",
  convention: "custom, label or practice, without a trial behind it", gap: "not known, or not read by us",
};
// The rule of src/model/claims.h.
const grades = {
  A: "meta-analyses of randomised trials that agree", B: "randomised trials, or a meta-analysis with limits",
  C: "small (under 30 people an arm) or mixed controlled studies, or groups of people compared side by side",
  D: "no control group: series, descriptive measurements in people, case reports",
  E: "opinion, label, clinic or teaching page, animal, bench or computer model",
  "–": "nothing to grade: definition, geometry, device description, law, or a number that we have not read",
};

// Where a paper, a law or a device's own papers are published. A row that was read elsewhere, at a copy or a repost, is
// cited without a link, unless it has a DOI or a PMC number.
const publishers = [
  "ncbi.nlm.nih.gov", "pubmed.gov", "europepmc.org", "doi.org", "fda.gov", "tga.gov.au", "canada.ca", "gov.uk",
  "biomedcentral.com", "springer.com", "lww.com", "bmj.com", "karger.com", "thieme-connect.com", "thieme-connect.de", "wiley.com",
  "sciencemag.org", "spiedigitallibrary.org", "biorxiv.org", "jcadonline.com", "jcasonline.com", "medicaljournals.se",
  "surgicalcosmetic.org.br", "turkplastsurg.org", "selcukmedj.org", "iasj.net", "scitepress.org", "dermnetnz.org", "dermapen.com",
];

function published(url) {
  if (!/^https:\/\/[^\s"<>]+$/.test(url)) return "";
  const { hostname, port } = new URL(url);
  return port === "" && publishers.some((host) => hostname === host || hostname.endsWith(`.${host}`)) ? url : "";
}

function addressOf(entry) {
  const doi = /10\.\d{4,9}\/[^\s;"<>]+/.exec(entry.doi_or_pmcid ?? "")?.[0];
  const pmc = /PMC\d+/.exec(entry.doi_or_pmcid ?? "")?.[0];
  return published(entry.url) || (doi && `https://doi.org/${doi}`) || (pmc && `https://pmc.ncbi.nlm.nih.gov/articles/${pmc}/`) || "";
}
const readTable = (path) => parse(readFileSync(path), { columns: true, relax_column_count_less: true });
const linked = (id) => `<a href="#${escaped(id)}">${escaped(id)}</a>`;

// Where each ledger row is shown: every table of assets/ with a column "evidence" or "…_evidence", as a map of id to sets of places.
function placesByRow(project) {
  const places = new Map();
  for (const folder of ["assets", "assets/evidence", "assets/texts"]) {
    for (const file of readdirSync(join(project, folder)).filter((name) => name.endsWith(".csv") && name !== "claims.csv").sort()) {
      for (const entry of readTable(join(project, folder, file))) {
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

function claimRow(claim, places) {
  const ids = claim.evidence.split(";");
  const shown = [...new Set(ids.flatMap((id) => [...(places.get(id) ?? [])]))];
  const cells = [claim.kind, claim.grade === "-" ? "–" : claim.grade, claim.confidence, claim.source, claim.population, claim.n, claim.date, claim.checked].map(escaped);
  cells.push(ids.map(linked).join(" "), escaped(shown.join("; ")) || "nowhere yet");
  return `<tr id="${escaped(claim.id)}"><th scope="row">${escaped(claim.id)}</th><td class="sentence">${escaped(claim.statement)}</td>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}

function row(entry, claim) {
  const value = [entry.value, entry.sd && `± ${entry.sd}`, entry.unit].filter(Boolean).join(" ");
  const address = addressOf(entry);
  const copy = entry.url ? " (read at a copy)" : "";
  const source = address ? `<a href="${escaped(address)}" rel="noopener noreferrer">${escaped(entry.citation)}</a>` : escaped(entry.citation + copy);
  const cells = [entry.quantity, entry.condition, value, entry.n, [entry.population, entry.method].filter(Boolean).join("; ")].map(escaped);
  return `<tr id="${escaped(entry.id)}"><th scope="row">${escaped(entry.id)}</th>${cells.map((cell) => `<td>${cell}</td>`).join("")}<td>${source}</td><td>${escaped(entry.confidence)}</td><td>${claim ? linked(claim) : ""}</td></tr>`;
}

function claimTable(claims, places) {
  const heads = ["Claim", "Statement", "Kind", "Grade", "Confidence", "Source", "Population", "n", "Date", "Checked", "Rows", "Shown in"];
  return `<h2 id="claims">Claims</h2>${wideTable(heads, claims.map((claim) => claimRow(claim, places)))}`;
}

function ledgerTable(file, title, folder, claimByRow) {
  const heads = ["Id", "Quantity", "Condition", "Value", "n", "Population and method", "Source", "Confidence", "Claim"];
  return `<h2>${title}</h2>${wideTable(heads, readTable(join(folder, file)).map((entry) => row(entry, claimByRow.get(entry.id))))}`;
}

/** The whole page as HTML; `project` is the folder that holds assets/. */
export function sourcesPage(project) {
  const folder = join(project, "assets/evidence");
  const claims = readTable(join(folder, "claims.csv"));
  const claimByRow = new Map(claims.flatMap((claim) => claim.evidence.split(";").map((id) => [id, claim.id])));
  return textPage("Sources", `<p>Every number of the explorer goes back to rows of these tables; the panel names them by id. A claim says in one sentence what some
rows found, in whom and how far it can be trusted. How the model fares against them: <a href="validation.html">validation</a>. Illustration for education, not your result.</p>
<h2>How claims are graded</h2>
<p>Grade, by the design of the studies. A plus stands between its letter and the next better one.</p>
${meaningList(grades)}
<p>Confidence, the worst of the claim's rows:</p>
${meaningList(meanings)}
<p>Kind:</p>
${meaningList(kinds)}
${claimTable(claims, placesByRow(project))}
${ledgers.map(([file, title]) => ledgerTable(file, title, folder, claimByRow)).join("\n")}`);
}
