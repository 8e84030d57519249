// The page of validation: the model beside every published result that it can predict, each a card with a dot-and-band plot, made
// from what `needling validate --format json` prints. sources.html links it.
import { escaped, worded, wordsOf } from "./page_words.mjs";
import { fact, finder, linkToPrivacy, meaningList, textPage } from "./text_page.mjs";

const verdicts = ["inside", "near", "off", "agrees", "disagrees"];
const roles = ["fit", "related", "validation"];

// --- plots: results of one unit under one heading share an axis; lengths are in the units of the viewBox
const width = 400, edge = 20, rowHeight = 26, axisHeight = 22;

function values(row) {
  return [row.published, row.published_low, row.published_high, row.predicted, row.predicted_low, row.predicted_high].filter((v) => v !== null);
}

function logarithmic(all) {
  const least = Math.min(...all);
  return least > 0 && Math.max(...all) / least > 30;
}

function linearTicks(low, high) {
  const rough = (high - low) / 5, power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough);
  const ticks = [];
  for (let tick = Math.ceil(low / step); tick * step <= high + 1e-9 * step; tick++) ticks.push(Number((tick * step).toPrecision(6)));
  return ticks;
}

function logTicks(low, high) {
  const ticks = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) ticks.push(Number((10 ** power).toPrecision(3)));
  return ticks;
}

function axisOf(rows) {
  const all = rows.flatMap(values), log = logarithmic(all);
  const ticks = log ? logTicks(Math.min(...all), Math.max(...all)) : linearTicks(Math.min(0, ...all), Math.max(...all) * 1.02);
  const low = log ? ticks[0] : Math.min(0, 1.05 * Math.min(...all)), high = log ? ticks.at(-1) : Math.max(...all) * 1.02;
  const place = (v) => (log ? Math.log(v / low) / Math.log(high / low) : (v - low) / (high - low));
  return { log, ticks, x: (v) => (edge + place(v) * (width - 2 * edge)).toFixed(1) };
}

const line = (x1, y1, x2, y2, kind) => `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" class="${kind}"/>`;
// Told apart without colour too: a circle inside, a square near, a diamond off.
const shapes = { inside: "M-6,0a6,6 0 1,0 12,0a6,6 0 1,0 -12,0z", near: "M-6,-6h12v12h-12z", off: "M0,-8l8,8l-8,8l-8,-8z" };

// Five words at most find room on a telephone.
function shownTicks(ticks) {
  const step = Math.ceil(ticks.length / 5);
  return ticks.filter((tick, index) => index % step === 0);
}

function strip(row, axis) {
  const y = rowHeight / 2, { x } = axis;
  const grid = axis.ticks.map((tick) => line(x(tick), 0, x(tick), rowHeight, "grid")).join("");
  const band = `<rect x="${x(row.predicted_low)}" y="${y - 7}" width="${Math.max(2, x(row.predicted_high) - x(row.predicted_low)).toFixed(1)}" height="14" class="band"/>`;
  const spread = row.published_low === null ? "" : line(x(row.published_low), y, x(row.published_high), y, `spread ${row.verdict}`);
  const dot = `<path transform="translate(${x(row.published)},${y})" d="${shapes[row.verdict]}" class="mark ${row.verdict}${row.role === "fit" ? " fitted" : ""}"/>`;
  const scale = shownTicks(axis.ticks).map((tick) => `<text x="${axis.x(tick)}" y="${rowHeight + 17}" text-anchor="middle">${tick}</text>`).join("");
  const inside = grid + band + line(x(row.predicted), y - 8, x(row.predicted), y + 8, "middle") + spread + dot + scale;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${rowHeight + axisHeight}" aria-hidden="true" class="strip">${inside}</svg>`;
}

function grouped(rows, key) {
  const groups = new Map();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}

// --- a result
const signed = (percent) => `${percent > 0 ? "+" : ""}${percent.toFixed(0)} %`;

function card(row, axis) {
  const sources = row.ledger.map((id) => `<a class="keep" href="sources.html?ids=${escaped(id)}">${escaped(id)}</a>`).join(", ");
  const verdict = `<b class="verdict ${row.verdict}">${worded("span", `verdictName.${row.verdict}`)}</b>`, missed = ["off", "disagrees"].includes(row.verdict);
  const why = row.comment ? fact("result.why", escaped(row.comment)) : "";
  const first = [fact("result.published", `${escaped(row.published_text)} ${escaped(row.unit)}`), fact("result.predicted", escaped(row.predicted_text)), fact("result.verdict", verdict)];
  const rest = [
    row.relative_error_percent === null ? "" : fact("result.error", signed(row.relative_error_percent)),
    fact("result.measured", escaped(row.species)), fact("result.role", worded("span", `roleName.${row.role}`)), fact("title.sources", sources),
    missed ? "" : why, row.note && fact("result.granted", escaped(row.note)), axis?.log ? `<div><dt>${escaped(row.unit)}</dt>${worded("dd", "result.log")}</div>` : "",
  ];
  return `<article class="card result" id="${escaped(row.id)}" data-verdict="${row.verdict}" data-role="${row.role}" lang="en">
<h3>${escaped(row.id)} <span>${escaped(row.what)}</span></h3>
${axis ? strip(row, axis) : ""}<dl class="short">${first.join("")}</dl>
${missed && why ? `<dl>${why}</dl>` : ""}<details open>${worded("summary", "result.more")}<dl>${rest.filter(Boolean).join("")}</dl></details>
</article>`;
}

// "Collagen and elastin" is resultTopic.collagenAndElastin.
const topicId = (topic) => `resultTopic.${topic.toLowerCase().replace(/ (.)/g, (all, letter) => letter.toUpperCase())}`;

function topicSection(topic, rows) {
  const numbers = [...grouped(rows.filter((row) => row.published !== null), (row) => row.unit).values()].flatMap((same) => {
    const axis = axisOf(same);
    return same.map((row) => card(row, axis));
  });
  const directions = rows.filter((row) => row.published === null).map((row) => card(row, null));
  return `<section>${worded("h2", topicId(topic))}\n${[...numbers, ...directions].join("\n")}</section>`;
}

function sums(rows) {
  const line = (role) => {
    const own = rows.filter((row) => row.role === role), count = (verdict) => own.filter((row) => row.verdict === verdict).length;
    return `<div>${worded("dt", `roleName.${role}`)}<dd>${worded("span", `role.${role}`)}. ${worded("b", "result.sum", verdicts.map(count))}</dd></div>`;
  };
  return `<dl class="meanings">${roles.map(line).join("")}</dl>`;
}

/** The whole page as HTML; `json` is what `needling validate --format json` prints. */
export function validationPage(json) {
  const { rows } = JSON.parse(json);
  return textPage("title.validation", `<p class="other" data-t="onlyEnglish" hidden>${escaped(wordsOf("onlyEnglish"))}</p>
<section>${worded("p", "intro.validation", [rows.length])}
<p>${worded("span", "app.disclaimer")}. <a class="keep" href="sources.html" data-t="link.sources">${escaped(wordsOf("link.sources"))}</a> · ${linkToPrivacy()}</p></section>
<section>${worded("h2", "result.known")}${sums(rows)}</section>
<section>${worded("h2", "result.verdicts")}${meaningList(verdicts.map((verdict) => [`<b class="verdict ${verdict}">${worded("span", `verdictName.${verdict}`)}</b>`, `verdict.${verdict}`]))}
${worded("p", "result.how")}</section>
<section id="find">${worded("h2", "find")}
${finder([["verdict", "result.verdict", verdicts.map((verdict) => [verdict, `verdictName.${verdict}`])], ["role", "result.role", roles.map((role) => [role, `roleName.${role}`])]])}</section>
${[...grouped(rows, (row) => row.topic)].map(([topic, own]) => topicSection(topic, own)).join("\n")}`);
}
