// build_site.mjs --wasm DIR --validation FILE --out DIR: puts the page together from web/ and the compiled program, as plain files for
// any static host. DIR of --wasm holds explorer.mjs, explorer.wasm and dependencies.txt (written by CMake); FILE is what
// `needling validate --format json` printed. Beside each compressible file goes a .br and a .gz twin; a file that did not change is not
// touched, so that a second run is quick.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { escaped, wordsForScript } from "./page_words.mjs";
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

const targets = ["es2022", "safari15", "chrome91", "firefox91"];
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

// --- the page's words: those that must be there before the program, by language and id, and English for the page as it is sent
const textTable = (language) => new Map(parse(readFileSync(join(project, `assets/texts/${language}.csv`), "utf8"), { columns: true }).map((row) => [row.id, row.text]));
const english = textTable("en");
const early = ["page.loading", "page.failed", "page.stopped"];
const earlyWords = Object.fromEntries([["en", english], ["es", textTable("es")]].map(([language, texts]) => [language, Object.fromEntries(early.map((id) => [id, texts.get(id)]))]));
const asHtml = (id) => {
  if (english.has(id)) return escaped(english.get(id));
  console.error(`build_site: web/index.html names the text ${id}, which assets/texts/en.csv lacks.`);
  process.exit(1);
};
const withWords = (html) => html
  .replace(/(<[a-z0-9]+ [^>]*data-text="([^"]+)"[^>]*>)(?=<\/)/g, (all, tag, id) => tag + asHtml(id))
  .replace(/data-label="([^"]+)" aria-label=""/g, (all, id) => `data-label="${id}" aria-label="${asHtml(id)}"`);

// --- the pages of text, before the script that needs to know what they say
let pageWords;
try {
  put("sources.html", sourcesPage());
  put("validation.html", validationPage(readFileSync(validation, "utf8")));
  pageWords = wordsForScript(["language", "find.count", "find.none", "chosen.rest", "chosen.missing"]);
} catch (error) {
  console.error(`build_site: ${error.message}`);
  process.exit(1);
}

// --- scripts: each entry that is there becomes one minified file; the compiled program stays a file of its own
const entries = [["main.js", "app.js"], ["take_home.js", "take_home.js"], ["embed.js", "embed.js"], ["pages.js", "pages.js"]].filter(([source]) => existsSync(join(web, source)));
for (const [source, target] of entries) {
  const result = await bundle({
    entryPoints: [join(web, source)], bundle: true, minify: true, format: "esm", target: targets, charset: "utf8",
    external: ["./explorer.mjs", "./take_home.js"], legalComments: "none", write: false, logLevel: "warning",
    define: { EARLY_WORDS: JSON.stringify(earlyWords), PAGE_WORDS: JSON.stringify(pageWords) },
  });
  put(target, result.outputFiles[0].text);
}

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
put("explorer.mjs", glue.outputFiles[0].text);
put("explorer.wasm", readFileSync(join(wasm, "explorer.wasm")));

// --- pages, styles, pictures: everything in web/ that is neither a script nor a tool; icons come from assets/icons
const skip = new Set(["node_modules", "package.json", "package-lock.json", "tsconfig.json"]);
const plain = new Set([".html", ".css", ".svg", ".png", ".webp", ".ico", ".webmanifest", ".txt", ".ts"]);
function copyTree(from, to) {
  if (!existsSync(from)) return;
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.name.startsWith(".") || skip.has(entry.name)) continue;
    if (entry.isDirectory()) {
      if (from !== web || ["icons", "pages"].includes(entry.name)) copyTree(join(from, entry.name), join(to, entry.name));
    } else if (entry.name.endsWith(".css")) {
      written.add(join(to, entry.name));
      put(join(to, entry.name), styles(join(from, entry.name)));
    } else if (plain.has(extname(entry.name)) && !(extname(entry.name) === ".ts" && !entry.name.endsWith(".d.ts"))) {
      const content = readFileSync(join(from, entry.name));
      put(join(to, entry.name), entry.name === "index.html" ? withWords(content.toString()) : content);
    }
  }
}
const styleCache = new Map();
for (const entry of existsSync(web) ? readdirSync(web) : []) {
  if (!entry.endsWith(".css")) continue;
  const result = await bundle({
    entryPoints: [join(web, entry)], bundle: true, minify: true, target: targets, charset: "utf8", external: ["*.png", "*.svg", "*.woff2"],
    legalComments: "none", write: false, logLevel: "warning",
  });
  styleCache.set(join(web, entry), result.outputFiles[0].text);
}
function styles(path) {
  return styleCache.get(path) ?? readFileSync(path);
}
copyTree(web, "");
copyTree(join(project, "assets/icons"), "icons");

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
const size = (name) => (existsSync(join(out, name)) ? statSync(join(out, name)).size : 0);
console.log(`${out.replace(project + "/", "")}:        raw KiB   gzip KiB  brotli KiB`);
let total = 0;
for (const name of ["index.html", "style.css", "app.js", "explorer.mjs", "explorer.wasm"]) {
  if (!size(name)) {
    console.log(`  ${name.padEnd(16)} not there yet`);
    continue;
  }
  total += size(name + ".br");
  console.log(`  ${name.padEnd(16)} ${kb(size(name))}   ${kb(size(name + ".gz"))}   ${kb(size(name + ".br"))}`);
}
console.log(`  first picture transfers ${kb(total).trim()} KiB in brotli`);
