// The page on which clinics and teachers put the explorer together for their own page: a form, a preview and what to copy. Ranges and choices come from
// the parameter and preset tables, from the types of the element and from the program's own header, so that nothing is told twice.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { USUAL } from "./embed_colours.js";
import { HIGHEST_PX } from "./embed_rights.js";
import { projectVersion, project, readTable } from "./evidence.mjs";
import { RESIZE_CHOICES } from "./host_height.js";
import { choicesOf, escaped, worded, wordsOf } from "./page_words.mjs";
import { linkToPrivacy, textPage } from "./text_page.mjs";

/** The texts that web/configure.js sets itself. */
export const kSpokenByConfigure = ["language", "configure.scale", "configure.range", "configure.copied", "configure.selected", "configure.contrast",
  "configure.ink.text", "configure.ink.accent"];

// Of the frame, before or instead of what the explorer says that it needs.
const kHeight_px = { usual: 600, least: 200, most: HIGHEST_PX };
const kLongestTitle = 120;
const kWidths_px = [320, 768, 1280];
const kSnippets = ["element", "frame", "oembed", "scorm"];

// --- where choices come from
/** The values of a key in the types of the element, in their order. */
function typedChoices(key) {
  const line = new RegExp(`^ {2}${key}\\??: ('.*');$`, "m").exec(readFileSync(join(project, "web/embed.d.ts"), "utf8"));
  if (!line) throw new Error(`web/embed.d.ts tells no choices of ${key}`);
  return [...line[1].matchAll(/'(\w+)'/g)].map(([, value]) => value);
}

/** [least, most] of the size of the words. */
function textScaleRange() {
  const found = /kLeastTextScale = ([\d.]+), kMostTextScale = ([\d.]+)/.exec(readFileSync(join(project, "src/model/view_settings.h"), "utf8"));
  if (!found) throw new Error("src/model/view_settings.h tells no range of the size of the words");
  return [found[1], found[2]];
}

// --- fields
const hint = (name, html) => `<small id="hint-${name}">${html}</small>`;
const field = (name, label, control, after = "") => `<p class="field">${worded("label", label, [], `for="${name}" id="label-${name}"`)}${control}${after}</p>`;

/** `choices`: [[value, id of its word]]; the first is the usual one. */
function choose(name, label, choices, after = "") {
  const options = choices.map(([value, id]) => worded("option", id, [], `value="${escaped(value)}"`)).join("");
  const select = `<select id="${name}" name="${name}"${after && ` aria-describedby="hint-${name}"`}>${options}</select>`;
  return field(name, label, select, after && hint(name, worded("span", after)));
}

const fromTypes = (key, wordOf) => typedChoices(key).map((value) => [value, wordOf(value)]);
const rangeWords = (least, most, unit = "") =>
  `<span data-range="${least}|${most}">${escaped(wordsOf("configure.range", least, most))}</span>${unit && ` ${unit}`}`;

const numberField = (name, label, [least, most, step], usual, range) => field(name, label,
  `<input id="${name}" name="${name}" type="number" inputmode="decimal" min="${least}" max="${most}" step="${step}" value="${usual}"
autocomplete="off" aria-describedby="hint-${name}">`, hint(name, range));

// "mm" is the same in every language, "years" is not.
const unitWords = (unit) => (/^[a-z]{4,}$/.test(unit) ? worded("span", `unit.${unit}`) : `<span>${escaped(unit)}</span>`);

const textField = (name, attributes) => field(name, `configure.${name}`,
  `<input id="${name}" name="${name}" ${attributes} autocomplete="off" aria-describedby="hint-${name}">`, hint(name, worded("span", `configure.${name}.why`)));

/** One row of the parameter table: its value at the start, and whether a visitor may change it. */
function parameterRow(row) {
  const label = `parameter.${row.id}.label`;
  const unit = row.unit && unitWords(row.unit);
  const control = row.kind === "choice"
    ? choose(row.id, label, [["", "configure.asPreset"], ...choicesOf(row).map(([value]) => [value, `choice.${row.id}.${value}`])])
    : numberField(row.id, label, [row.min, row.max, row.step], "", rangeWords(row.min, row.max, unit));
  const lock = `<input type="checkbox" name="lock" value="${row.id}" aria-labelledby="lock-${row.id} label-${row.id}">`;
  return `<div class="setting">${control}<p class="lock"><label>${lock}${worded("span", "configure.lock", [], `id="lock-${row.id}"`)}</label></p></div>`;
}

function parameterGroups() {
  const rows = readTable("assets/parameters.csv");
  const settings = (group) => rows.filter((row) => row.group === group).map(parameterRow).join("\n");
  return [...new Set(rows.map(({ group }) => group))].map((group) => `<details class="group"><summary>${worded("span", `panel.${group}`)}</summary>
<fieldset>${worded("legend", `panel.${group}`, [], 'class="unseen"')}${settings(group)}</fieldset></details>`).join("\n");
}

const presets = () => [...new Set(readTable("assets/presets.csv").map(({ preset }) => preset))].map((preset) => [preset, `preset.${preset}`]);
const languages = () => [["en", "view.english"], ["es", "view.spanish"]].filter(([value]) => typedChoices("locale").includes(value));
const heights = () => ["auto", ...RESIZE_CHOICES.filter((choice) => choice !== "auto")].map((value) => [value, `configure.resize.${value}`]);

const colourWord = (value) => `picture.colours.${value}`;
const colour = (name) => field(name, `configure.colour.${name}`,
  `<input id="${name}" name="${name}" type="color" value="${USUAL[name]}" aria-describedby="contrast">`);

const part = (id, html) => `<fieldset class="part">${worded("legend", `configure.${id}`)}${html}</fieldset>`;

const form = () => `<form id="form" autocomplete="off">
${part("shown", `${choose("preset", "panel.preset", [["", "configure.preset.none"], ...presets()])}
${choose("mode", "view.mode", fromTypes("mode", (value) => `view.${value}`))}
${choose("ui", "configure.ui", fromTypes("ui", (value) => `configure.ui.${value}`))}
${choose("locale", "view.language", [["", "configure.locale.page"], ...languages()])}
${choose("allowLinks", "configure.links", fromTypes("allowLinks", (value) => `configure.links.${value}`))}`)}
${part("look", `${choose("colorProfile", "picture.colours", [["", "configure.colours.system"], ...fromTypes("colorProfile", colourWord)])}
${numberField("textScale", "view.size", [...textScaleRange(), "0.1"], "1", rangeWords(...textScaleRange(), worded("span", "unit.times")))}
${textField("title", `maxlength="${kLongestTitle}"`)}`)}
${part("start", `${choose("reveal", "configure.reveal", fromTypes("reveal", (value) => `configure.reveal.${value}`), "configure.reveal.why")}
${choose("resize", "configure.resize", heights(), "configure.resize.why")}
${numberField("height", "configure.height", [kHeight_px.least, kHeight_px.most, 1], kHeight_px.usual,
    rangeWords(kHeight_px.least, kHeight_px.most, "<span>px</span>"))}
<div class="colours">${Object.keys(USUAL).map(colour).join("")}</div><p id="contrast" class="warning" role="status"></p>`)}
${part("settings", `${worded("p", "configure.settings.why", [], 'class="quiet"')}${parameterGroups()}`)}
${part("place", textField("base", 'type="url" pattern="https?://.+" spellcheck="false"'))}
<p>${worded("button", "configure.clear", [], 'type="button" id="clear-all"')}</p>
</form>`;

// --- preview and snippets
/** Radio buttons that look like a row of buttons; `choices`: [[value, HTML of its words]]. */
const segments = (name, label, choices, chosen) => `<fieldset class="segments">${worded("legend", label)}${choices
  .map(([value, words]) => `<label><input type="radio" name="${name}" value="${value}"${value === chosen ? " checked" : ""}>${words}</label>`)
  .join("")}</fieldset>`;

const preview = () => `<section id="preview">${worded("h2", "configure.preview")}
${segments("width", "configure.width", kWidths_px.map((width) => [width, `<span>${width} px</span>`]), kWidths_px[1])}
<div id="preview-box"></div><p id="scale" class="quiet"></p></section>`;

/** The names of the course packages. */
function packages() {
  const { version } = projectVersion();
  return `<ul class="points">${["scorm12", "scorm2004"].map((kind) => `<li><code>microneedling-explorer-${version}-${kind}.zip</code></li>`).join("")}</ul>`;
}

const snippet = (kind) => `<div class="snippet" id="snippet-${kind}"${kind === kSnippets[0] ? "" : " hidden"}>
${worded("p", `configure.${kind}.how`)}${kind === "scorm" ? packages() : ""}
${worded("label", `configure.${kind}.label`, [], `for="text-${kind}" class="quiet"`)}
<textarea id="text-${kind}" readonly spellcheck="false" rows="${kind === "scorm" ? 3 : 8}" dir="ltr"></textarea>
<p>${worded("button", "configure.copy", [], `type="button" data-copy="text-${kind}"`)}</p></div>`;

const snippets = () => `<section id="snippets">${worded("h2", "configure.take")}
${segments("kind", "configure.kind", kSnippets.map((kind) => [kind, worded("span", `configure.${kind}`)]), kSnippets[0])}
${kSnippets.map(snippet).join("\n")}<p id="copied" role="status"></p></section>`;

/** The whole page as HTML. */
export const configurePage = () => textPage("title.configure", `${worded("p", "configure.intro", [], 'class="statement"')}
${worded("p", "configure.kept", [], 'class="quiet"')}
${worded("p", "configure.needsScript", [], 'id="needs-script"')}
<div id="configure" hidden><div id="choices">${form()}${preview()}</div>${snippets()}</div>
<p class="contents">${linkToPrivacy()} ${worded("a", "link.sources", [], 'class="keep" href="sources.html"')}</p>`,
{ script: "configure.js", style: "configure.css", policy: "frame-src 'self'; " });
