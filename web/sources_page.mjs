// The page of sources: what the explorer cannot tell, what the grades mean, and every claim as a card that holds the rows of the
// ledgers it rests on, each with an anchor by id. It stands beside the explorer and is fetched only by who opens it.
import { authorAndYear, ledgerRows, placesByRow, projectVersion, readTable } from "./evidence.mjs";
import { escaped, worded, wordsOf } from "./page_words.mjs";
import { fact, finder, linkToPrivacy, meaningList, textPage } from "./text_page.mjs";

const letters = ["A", "B", "C", "D", "E"];
const kinds = ["fact", "convention", "model", "gap"];
const limits = ["person", "lasting", "interval", "depth", "skin", "outcome", "advice"];

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

function cited(row, citation = row.citation) {
  const address = addressOf(row);
  if (address) return `<a href="${escaped(address)}" rel="noopener noreferrer">${escaped(citation)}</a>`;
  return escaped(citation) + (row.url ? ` (${worded("span", "claim.copy")})` : "");
}

// --- grades
const gradeOf = (claim) => (claim.grade === "-" ? "–" : claim.grade);

function gradeMeaning(grade) {
  const letter = grade[0];
  if (!letters.includes(letter)) return worded("span", "grade.none");
  if (!grade.endsWith("+")) return worded("span", `grade.${letter}`);
  return `${worded("span", `grade.${letter}`)}; ${worded("span", "grade.between", [letter, letters[letters.indexOf(letter) - 1]])}`;
}

const badge = (grade) => `<b class="grade grade-${letters.includes(grade[0]) ? grade[0] : "none"}">${grade}</b>`;

// --- a claim and its rows
function rowItem(row) {
  const value = [row.value, row.sd && `± ${row.sd}`, row.unit].filter(Boolean).join(" ");
  const who = [row.population, row.method, /^\d/.test(row.n) ? `n ${row.n}` : row.n].filter(Boolean).join("; ");
  const lines = [`<b>${escaped(row.id)}</b> ${escaped(row.quantity)}${row.condition ? `, ${escaped(row.condition)}` : ""}: <b>${escaped(value)}</b>`, escaped(who), `${cited(row)} · ${escaped(row.confidence)}`];
  return `<li id="${escaped(row.id)}">${lines.filter(Boolean).map((line) => `<p>${line}</p>`).join("")}</li>`;
}

// The papers behind rows, each once, under the fullest of its citations; one with a link before one without.
function papers(rows) {
  const byName = new Map(), fullness = (row) => (addressOf(row) ? 1000 : 0) + row.citation.length;
  for (const row of rows) {
    const name = authorAndYear(row.citation) || addressOf(row) || row.citation, old = byName.get(name);
    if (!old || fullness(old) < fullness(row)) byName.set(name, row);
  }
  return [...byName.values()].map((row) => cited(row)).join("; ");
}

function claimCard(claim, rows, places) {
  const shown = [...new Set(rows.flatMap(({ id }) => [...(places.get(id) ?? [])]))], grade = gradeOf(claim);
  const facts = [
    fact("grade", `${badge(grade)} ${gradeMeaning(grade)}`),
    fact("claim.rests", `${worded("span", `kind.${claim.kind}`)}; ${worded("span", `confidence.${claim.confidence}`)}`),
    fact("claim.population", escaped(claim.population)), fact("claim.n", escaped(claim.n)), fact("claim.date", escaped(claim.date)),
    fact("claim.checked", escaped(claim.checked)), fact("claim.papers", papers(rows)),
  ];
  const where = shown.length > 0 ? escaped(shown.join("; ")) : worded("span", "claim.nowhere");
  return `<article class="card" id="${escaped(claim.id)}" data-grade="${grade}" data-kind="${claim.kind}" lang="en">
<h4>${escaped(claim.id)} <span>${escaped(claim.source)}</span></h4>
<p class="statement">${escaped(claim.statement)}</p>
<dl>${facts.join("")}</dl>
<details open>${worded("summary", rows.length === 1 ? "claim.row" : "claim.rows", [rows.length])}<ul class="rows">${rows.map(rowItem).join("")}</ul><dl>${fact("claim.shown", where)}</dl></details>
</article>`;
}

// --- the page
const topicOf = (row) => row.id[0] + /^\d+\w?/.exec(row.topic)[0];

function groupedClaims(claims, rows, places) {
  const sections = { P: new Map(), H: new Map(), S: new Map() };
  for (const claim of claims) {
    const own = claim.evidence.split(";").map((id) => rows.get(id)), topic = topicOf(own[0]), section = sections[topic[0]];
    section.set(topic, [...(section.get(topic) ?? []), claimCard(claim, own, places)]);
  }
  return Object.entries(sections).map(([letter, topics]) => `<section id="section-${letter}">${worded("h2", `section.${letter}`)}
${[...topics].sort(([a], [b]) => (a < b ? -1 : 1)).map(([topic, cards]) => `<section>${worded("h3", `topic.${topic}`)}\n${cards.join("\n")}</section>`).join("\n")}</section>`).join("\n");
}

function about(claims) {
  const { version, released } = projectVersion();
  const checked = claims.map((claim) => claim.checked).sort().at(-1), newest = Math.max(...claims.flatMap((claim) => claim.date.match(/\d{4}/g) ?? []).map(Number));
  return `<dl class="facts">${[
    fact("about.version", released ? version : worded("dd", "about.unreleased", [version])),
    fact("about.checked", checked), fact("about.newest", String(newest)), fact("about.funding", worded("dd", "about.fundingText")),
    fact("about.updates", worded("dd", "about.updatesText")), fact("about.corrections", worded("dd", "about.correctionsText")),
  ].join("")}</dl>`;
}

/** The whole page as HTML. */
export function sourcesPage() {
  const claims = readTable("assets/evidence/claims.csv"), weak = claims.filter((claim) => /^[DE]/.test(claim.grade)).length;
  const grades = [...new Set(claims.map(gradeOf))].sort((a, b) => order(a) - order(b));
  return textPage("title.sources", `<section id="chosen" hidden tabindex="-1">${worded("h2", "chosen")}<div></div><p><a class="keep" href="sources.html" data-t="link.sources">${escaped(wordsOf("link.sources"))}</a></p></section>
<p class="other" data-t="onlyEnglish" hidden>${escaped(wordsOf("onlyEnglish"))}</p>
<div id="all">
<section>${worded("p", "intro.sources")}
<p>${worded("span", "app.disclaimer")}. <a class="keep" href="validation.html" data-t="link.validation">${escaped(wordsOf("link.validation"))}</a> · ${linkToPrivacy()}</p>
<p class="contents">${["limits", "about", "grades", "find"].map((id) => worded("a", id, [], `href="#${id}"`)).join(" ")}</p></section>
<section id="limits">${worded("h2", "limits")}<ul>${limits.map((id) => worded("li", `limits.${id}`)).join("")}</ul></section>
<section id="about">${worded("h2", "about")}${about(claims)}</section>
<section id="grades">${worded("h2", "grades")}${worded("p", "grades.count", [claims.length, weak])}
${meaningList([...letters.map((letter) => [badge(letter), `grade.${letter}`]), [badge("–"), "grade.none"]])}${worded("p", "grades.plus")}</section>
<section id="find">${worded("h2", "find")}
<p class="contents">${["P", "H", "S"].map((letter) => worded("a", `section.${letter}`, [], `href="#section-${letter}"`)).join(" ")}</p>
${finder([["grade", "grade", grades.map((grade) => [grade, ""])], ["kind", "kind", kinds.map((kind) => [kind, `kindName.${kind}`])]])}</section>
${groupedClaims(claims, ledgerRows(), placesByRow())}
</div>`);
}

// A, B+, B, C+, C … and the dash last.
const order = (grade) => (letters.includes(grade[0]) ? 2 * letters.indexOf(grade[0]) - (grade.endsWith("+") ? 1 : 0) : 99);
