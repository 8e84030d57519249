// The page of validation: the model beside every published result that it can predict, as dot-and-band plots and one table, made
// from what `needling validate --format json` prints. Plain HTML and SVG without a script; sources.html links it.

import { escaped, meaningList, textPage, wideTable } from "./text_page.mjs";

const verdicts = {
  inside: "the published value or its spread meets the model's band",
  near: "the model's central value lies within a quarter of the published one",
  off: "neither",
  agrees: "a published direction or ordering, and the model has it",
  disagrees: "a published direction or ordering, and the model has it not",
};
const roles = {
  fit: "constants of the model were fitted to it; that it agrees proves nothing",
  related: "it, or another number of its paper, helped to set a constant: no independent test",
  validation: "no constant was taken from its paper",
};
const colours = { inside: "#17683a", near: "#8a5a00", off: "#a3201d" };

// --- plots: rows of one unit under one heading share an axis
const width = 880, left = 460, right = 24, rowHeight = 22, top = 8, axisHeight = 40;

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
  return { log, ticks, x: (v) => (left + place(v) * (width - left - right)).toFixed(1) };
}

const line = (x1, y1, x2, y2, colour, thick) => `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${colour}" stroke-width="${thick}"/>`;
const words = (x, y, anchor, text) => `<text x="${x}" y="${y}" text-anchor="${anchor}">${escaped(text)}</text>`;
// Told apart without colour too: a circle inside, a square near, a diamond off.
const shapes = { inside: "M-5,0a5,5 0 1,0 10,0a5,5 0 1,0 -10,0z", near: "M-5,-5h10v10h-10z", off: "M0,-7l7,7l-7,7l-7,-7z" };
const shortened = (text) => (text.length > 62 ? `${text.slice(0, 61)}…` : text);

function strip(row, index, axis) {
  const y = top + (index + 0.5) * rowHeight, { x } = axis;
  const band = `<rect x="${x(row.predicted_low)}" y="${y - 6}" width="${Math.max(2, x(row.predicted_high) - x(row.predicted_low)).toFixed(1)}" height="12" fill="#b9d3e6"/>`;
  const centre = line(x(row.predicted), y - 7, x(row.predicted), y + 7, "#0b5f8f", 3);
  const spread = row.published_low === null ? "" : line(x(row.published_low), y, x(row.published_high), y, colours[row.verdict], 2);
  const dot = `<path transform="translate(${x(row.published)},${y})" d="${shapes[row.verdict]}" fill="${row.role === "fit" ? "#ffffff" : colours[row.verdict]}" stroke="${colours[row.verdict]}" stroke-width="2"/>`;
  return `<g>${words(4, y + 4, "start", `${row.id} ${shortened(row.what)}`)}${band}${centre}${spread}${dot}</g>`;
}

function plot(topic, unit, rows) {
  const axis = axisOf(rows), bottom = top + rows.length * rowHeight;
  const grid = axis.ticks.map((tick) => line(axis.x(tick), top, axis.x(tick), bottom, "#dde4ea", 1) + words(axis.x(tick), bottom + 16, "middle", tick)).join("");
  const title = `${topic}: published values and the model's bands in ${unit}${axis.log ? ", logarithmic" : ""}`;
  return `<figure><div class="wide"><svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${bottom + axisHeight}" viewBox="0 0 ${width} ${bottom + axisHeight}" role="img" aria-label="${escaped(title)}" font-family="system-ui, sans-serif" font-size="12" fill="#1b2530">${grid}${rows.map((row, index) => strip(row, index, axis)).join("")}${words((left + width - right) / 2, bottom + 34, "middle", unit + (axis.log ? ", logarithmic" : ""))}</svg></div></figure>`;
}

function grouped(rows, key) {
  const groups = new Map();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}

function plots(rows) {
  const sections = [];
  for (const [topic, own] of grouped(rows.filter((row) => row.published !== null), (row) => row.topic)) {
    const figures = [...grouped(own, (row) => row.unit)].map(([unit, same]) => plot(topic, unit, same));
    sections.push(`<h2>${escaped(topic)}</h2>${figures.join("\n")}`);
  }
  return sections.join("\n");
}

// --- the table
function signed(percent) {
  return percent === null ? "" : `${percent > 0 ? "+" : ""}${percent.toFixed(0)} %`;
}

function tableRow(row) {
  const sources = row.ledger.map((id) => `<a href="sources.html#${escaped(id)}">${escaped(id)}</a>`).join(", ");
  const cells = [row.published_text, row.predicted_text, row.unit, signed(row.relative_error_percent), `${row.verdict} (${row.species})`, row.comment, row.note];
  return `<tr id="${escaped(row.id)}"><th scope="row">${escaped(row.id)}</th><td>${escaped(row.what)}</td><td>${sources}</td><td>${escaped(row.role)}</td>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`;
}

function table(rows) {
  const heads = ["Id", "Published result", "Sources", "Role", "Published", "Model (band)", "Unit", "Error", "Verdict", "Why it misses", "Taken for granted"];
  return wideTable(heads, rows.map(tableRow));
}

/** The whole page as HTML; `json` is what `needling validate --format json` prints. */
export function validationPage(json) {
  const { rows, summary } = JSON.parse(json);
  return textPage("Validation", `<p>The model beside every published result of the <a href="sources.html">sources</a> that it can predict: ${rows.length} of them, those it misses included. Results in animals, in cultured skin and after other procedures are named as such beside the verdict. Illustration for education, not your result.</p>
${meaningList(Object.fromEntries(summary.map((line) => line.split(": "))))}
<p>What was known to the model before:</p>
${meaningList(roles)}
<p>Verdicts:</p>
${meaningList(verdicts)}
<p>A result inside a wide band says little; the error is told against the central value. In the plots the bar is the model's band and the upright stroke its central value; the mark is the published value with its spread, a circle inside, a square near and a diamond off, hollow where the model was fitted to it.</p>
${plots(rows)}
<h2>All results</h2>
${table(rows)}`);
}
