// build_site.mjs --wasm DIR --validation FILE --out DIR [--address URL]: puts the page together from web/ and the compiled program, as plain
// files for any static host. DIR of --wasm holds explorer.mjs, explorer.wasm and dependencies.txt (written by CMake); FILE is what
// `needling validate --format json` printed; URL is where the site will lie, for oembed.json. Beside each compressible file goes a .br and a
// .gz twin; a file that did not change is not touched, so that a second run is quick.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { earlyWords, textTable, wordsFor } from "./early_words.mjs";
import { configurePage, kSpokenByConfigure } from "./configure_page.mjs";
import { checkAllSaid, escaped, wordsForScript } from "./page_words.mjs";
import { keptFiles } from "./kept_files.mjs";
import { manifest } from "./manifest.mjs";
import { oembed, withOembed } from "./oembed.mjs";
import { privacyPage } from "./privacy_page.mjs";
import { targets } from "./script_targets.mjs";
import { sourcesPage } from "./sources_page.mjs";
import { validationPage } from "./validation_page.mjs";

const web = dirname(fileURLToPath(import.meta.url));
const project = dirname(web);

function option(name, fallback) {
  const at = process.argv.indexOf("--" + name);
  return at > 0 && process.argv[at + 1] ? process.argv[at + 1] : fallback;
}
const wasm = resolve(option("wasm", join(project, "build/wasm-release")));
const validation = resolve(option("validation", join(project, "build/generated/validation.json")));
const out = resolve(option("out", join(project, "build/site")));
const address = option("address", "");

// esbuild has already printed what is wrong when it throws.
const bundle = (options) => build(options).catch(() => process.exit(1));

const compressible = new Set([".html", ".css", ".js", ".mjs", ".wasm", ".json", ".svg", ".txt", ".csv", ".md", ".webmanifest", ".xml"]);
const written = new Set();

function put(name, data) {
  const path = join(out, name);
  const bytes = Buffer.isBuffer(data) ? data : Buffer.from(data);
  written.add(name);
  mkdirSync(dirname(path), { recursive: true });
  const same = existsSync(path) && readFileSync(path).equals(bytes);
  if (!same) writeFileSync(path, bytes);
  if (!compressible.has(extname(name))) return;
  written.add(name + ".br");
  written.add(name + ".gz");
  if (same && existsSync(path + ".br") && existsSync(path + ".gz")) return;
  writeFileSync(path + ".br", brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }));
  writeFileSync(path + ".gz", gzipSync(bytes, { level: 9 }));
}

// A file names the others of its build with their hash, so that nothing in between, such as a browser's memory, can mix two builds. What is
// named so must be put first.
const hashes = new Map();
const pinned = (text) => text.replace(/"(\.\/)?([\w.]+)"/g, (all, folder = "", name) => (hashes.has(name) ? `"${folder}${name}?v=${hashes.get(name)}"` : all));
function putPinned(name, data) {
  hashes.set(name, createHash("sha256").update(data).digest("hex").slice(0, 10));
  put(name, data);
}

// --- the page's words: English for the page as it is sent
const english = textTable("en");
const asHtml = (id) => {
  if (english.has(id)) return escaped(english.get(id));
  console.error(`build_site: web/index.html names the text ${id}, which assets/texts/en.csv lacks.`);
  process.exit(1);
};
const withWords = (html) => html
  .replace(/(<[a-z0-9]+ [^>]*data-text="([^"]+)"[^>]*>)(?=<\/)/g, (all, tag, id) => tag + asHtml(id))
  .replace(/data-label="([^"]+)" aria-label=""/g, (all, id) => `data-label="${id}" aria-label="${asHtml(id)}"`);
const withLinks = (html) => (address ? withOembed(html, address, english.get("app.title")) : html);

// --- the pages of text, before the script that needs to know what they say
let pageWords, configureWords, textPages;
try {
  textPages = { "sources.html": sourcesPage(), "validation.html": validationPage(readFileSync(validation, "utf8")), "privacy.html": privacyPage() };
  if (address) textPages["oembed.json"] = oembed(address, english.get("app.title"));
  pageWords = wordsForScript(["language", "find.count", "find.none", "chosen.rest", "chosen.missing"]);
  textPages["configure.html"] = configurePage();
  configureWords = wordsForScript(kSpokenByConfigure);
  checkAllSaid();
} catch (error) {
  console.error(`build_site: ${error.message}`);
  process.exit(1);
}

// What the first picture needs; the element's poster tells how much that is.
const firstFiles = ["index.html", "style.css", "app.js", "explorer.mjs", "explorer.wasm"];
const size = (name) => (existsSync(join(out, name)) ? statSync(join(out, name)).size : 0);
const transferred = () => firstFiles.reduce((sum, name) => sum + size(name + ".br"), 0);

// --- the compiled program
for (const name of ["explorer.mjs", "explorer.wasm"]) {
  if (!existsSync(join(wasm, name))) {
    console.error(`build_site: ${join(wasm, name)} is missing; build the target explorer first (./dev site does).`);
    process.exit(1);
  }
}
// Emscripten's glue comes with its own line breaks and names; esbuild shortens it by about a tenth without touching what it does.
const glue = await bundle({
  entryPoints: [join(wasm, "explorer.mjs")], bundle: false, minify: true, format: "esm", target: targets, charset: "utf8",
  legalComments: "none", write: false, logLevel: "error",
});
putPinned("explorer.wasm", readFileSync(join(wasm, "explorer.wasm")));
putPinned("explorer.mjs", pinned(glue.outputFiles[0].text));

// --- styles; one that another imports is in that one
const styles = readdirSync(web).filter((entry) => entry.endsWith(".css"));
const imported = new Set(styles.flatMap((entry) => [...readFileSync(join(web, entry), "utf8").matchAll(/@import "\.\/([\w.]+)"/g)].map(([, name]) => name)));
for (const entry of styles.filter((name) => !imported.has(name))) {
  const result = await bundle({
    entryPoints: [join(web, entry)], bundle: true, minify: true, target: targets, charset: "utf8", external: ["*.png", "*.svg", "*.woff2"],
    legalComments: "none", write: false, logLevel: "warning",
  });
  putPinned(entry, result.outputFiles[0].text);
}

// --- scripts: each entry that is there becomes one minified file; the compiled program stays a file of its own
const entries = [["take_home.js", "take_home.js"], ["main.js", "app.js"], ["pages.js", "pages.js"]];
async function script(source, define) {
  const result = await bundle({
    entryPoints: [join(web, source)], bundle: true, minify: true, format: "esm", target: targets, charset: "utf8",
    external: ["./explorer.mjs", "./take_home.js"], legalComments: "none", write: false, logLevel: "warning", define,
  });
  return result.outputFiles[0].text;
}
for (const [source, target] of entries) {
  putPinned(target, pinned(await script(source, { EARLY_WORDS: earlyWords, PAGE_WORDS: JSON.stringify(pageWords) })));
}
putPinned("configure.js", await script("configure.js", { PAGE_WORDS: JSON.stringify(configureWords) }));

for (const [name, html] of Object.entries(textPages)) put(name, pinned(html));
put("manifest.webmanifest", manifest(english));

// --- pages, pictures: everything in web/ that is neither a script, a style nor a tool; icons come from assets/icons
const skip = new Set(["node_modules", "package.json", "package-lock.json", "tsconfig.json"]);
const plain = new Set([".html", ".svg", ".png", ".webp", ".ico", ".webmanifest", ".txt"]);
function copyTree(from, to) {
  if (!existsSync(from)) return;
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.name.startsWith(".") || skip.has(entry.name)) continue;
    if (entry.isDirectory()) {
      if (from !== web || ["icons", "pages"].includes(entry.name)) copyTree(join(from, entry.name), join(to, entry.name));
    } else if (entry.name === "embed.d.ts") {
      put(entry.name, withParameterTypes(readFileSync(join(from, entry.name), "utf8")));
    } else if (plain.has(extname(entry.name))) {
      const content = readFileSync(join(from, entry.name));
      put(join(to, entry.name), entry.name === "index.html" ? pinned(withLinks(withWords(content.toString()))) : content);
    }
  }
}
// One line for each row of the parameter table.
function withParameterTypes(types) {
  const rows = parse(readFileSync(join(project, "assets/parameters.csv"), "utf8"), { columns: true });
  const choices = (row) => row.choices.split("|").map((choice) => `'${choice.split(":")[0]}'`).join(" | ");
  return types.replace("/* PARAMETERS */", rows.map((row) => `${row.id}: ${row.kind === "choice" ? choices(row) : "number"};`).join("\n  "));
}
copyTree(web, "");
copyTree(join(project, "assets/icons"), "icons");

// --- the element for pages of others, after the files whose size it tells
put("embed.js", await script("embed.js", {
  EMBED_WORDS: wordsFor(["embed.lead", "embed.start", "embed.size", "embed.loading"]), EMBED_KB: JSON.stringify(String(Math.ceil(transferred() / 10240) * 10)),
}));

// --- licences of what is inside
const names = { imgui: "Dear ImGui", sdl2: "SDL 2", glm: "GLM", json: "JSON for Modern C++", doctest: null };
const licences = [];
function licence(title, folder, ...preferred) {
  const file = [...preferred, "LICENSE.txt", "LICENSE.MIT", "LICENSE", "copying.txt", "COPYING"].find((name) => existsSync(join(folder, name)));
  if (!file) {
    console.error(`build_site: no licence text of ${title} in ${folder}.`);
    process.exit(1);
  }
  licences.push(`${"=".repeat(78)}\n${title}\n${"=".repeat(78)}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`);
}
const dependencies = join(wasm, "dependencies.txt");
if (existsSync(dependencies)) {
  for (const line of readFileSync(dependencies, "utf8").split("\n")) {
    const [name, folder] = line.split("=", 2);
    if (folder && names[name]) licence(names[name], folder);
  }
}
licence("Atkinson Hyperlegible (the font, in explorer.wasm)", join(web, "node_modules/@expo-google-fonts/atkinson-hyperlegible"), "LICENSE_FONT");
licences.push(`${"=".repeat(78)}\nQR Code Generator for JavaScript (in take_home.js)\n${"=".repeat(78)}\n
Copyright © 2009 Kazuhiko Arase, MIT licence. The word "QR Code" is a registered trademark of DENSO WAVE INCORPORATED.\n`);
for (const name of ["LICENSE", "LICENSE.txt"]) {
  if (existsSync(join(project, name))) licences.unshift(`Microneedling Explorer\n\n${readFileSync(join(project, name), "utf8").trim()}\n`);
}
licences.push(`${"=".repeat(78)}\nEmscripten's system libraries (musl, libc++, compiler-rt)\n${"=".repeat(78)}\n
musl: Copyright © 2005-2020 Rich Felker, et al., MIT licence. libc++ and compiler-rt: the LLVM Project, Apache License v2.0 with LLVM
Exceptions. Emscripten: Copyright © 2010-2014 Emscripten authors, MIT licence and University of Illinois/NCSA Open Source License.\n`);
put("LICENSES.txt", licences.join("\n"));

// --- the worker that keeps them, last, as it names each; bitmaps are the system's, which takes them when the page is put on
// a home screen, and element and configure page are for pages of others
const kept = keptFiles([...written].filter((name) => !/\.(br|gz|png)$|^(o?embed\.|configure)/.test(name)).map((name) => [name, readFileSync(join(out, name))]));
put("service_worker.js", await script("service_worker.js", { BUILD: JSON.stringify(kept) }));

// --- what an earlier build left behind
function sweep(folder) {
  for (const entry of readdirSync(join(out, folder), { withFileTypes: true })) {
    const name = join(folder, entry.name);
    if (entry.isDirectory()) sweep(name);
    else if (!written.has(name)) rmSync(join(out, name));
  }
}
sweep("");

const kb = (bytes) => (bytes / 1024).toFixed(1).padStart(8);
for (const name of firstFiles) {
  if (!size(name)) {
    console.log(`  ${name.padEnd(16)} not there yet`);
    continue;
  }
  console.log(`  ${name.padEnd(16)} ${kb(size(name))}   ${kb(size(name + ".gz"))}   ${kb(size(name + ".br"))}`);
}
console.log(`  first picture transfers ${kb(transferred()).trim()} KiB in brotli`);
