// subset_font.mjs [--out FILE]: Atkinson Hyperlegible Regular, cut down to the characters of the program: printable ASCII, every character in
// assets/*.csv and assets/texts/*.csv, and the signs below. Signs that the font lacks are named and left out.
import subsetFont from "subset-font";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const web = dirname(fileURLToPath(import.meta.url));
const project = dirname(web);
const at = process.argv.indexOf("--out");
const out = at > 0 ? process.argv[at + 1] : join(project, "build/generated/font.ttf");
const source = join(web, "node_modules/@expo-google-fonts/atkinson-hyperlegible/400Regular/AtkinsonHyperlegible_400Regular.ttf");
// The last of them are what the pseudo-locale puts after letters.
const extra = "µμ×±–—‘’“”…°²³½¼¾→←↑↓▶❚⏸⏵■●○•≤≥≈−·§©αβ₁₃✓ÁÉÍÓÚÑáéíóúñ";

const characters = new Set(extra);
for (let code = 0x20; code < 0x7f; code += 1) characters.add(String.fromCharCode(code));
const used = new Set(); // by the texts: these must be in the font
for (const folder of ["assets", "assets/texts"]) {
  const path = join(project, folder);
  if (!existsSync(path)) continue;
  for (const name of readdirSync(path)) {
    if (!name.endsWith(".csv") || name.startsWith("pages_")) continue; // the pages of text have the system's fonts
    for (const character of readFileSync(join(path, name), "utf8")) {
      if (character >= " ") characters.add(character), used.add(character);
    }
  }
}

// The characters that a TrueType font has, from its cmap table (formats 4 and 12).
function charactersOf(font) {
  const have = new Set();
  const tables = font.readUInt16BE(4);
  for (let i = 0; i < tables; i += 1) {
    const record = 12 + 16 * i;
    if (font.toString("latin1", record, record + 4) !== "cmap") continue;
    const cmap = font.readUInt32BE(record + 8);
    for (let j = 0; j < font.readUInt16BE(cmap + 2); j += 1) {
      const table = cmap + font.readUInt32BE(cmap + 4 + 8 * j + 4);
      const format = font.readUInt16BE(table);
      if (format === 4) {
        const twice = font.readUInt16BE(table + 6);
        for (let k = 0; k < twice; k += 2) {
          const end = font.readUInt16BE(table + 14 + k);
          const start = font.readUInt16BE(table + 16 + twice + k);
          for (let code = start; code <= end && code < 0xffff; code += 1) have.add(code);
        }
      } else if (format === 12) {
        for (let k = 0; k < font.readUInt32BE(table + 12); k += 1) {
          const group = table + 16 + 12 * k;
          for (let code = font.readUInt32BE(group); code <= font.readUInt32BE(group + 4); code += 1) have.add(code);
        }
      }
    }
  }
  return have;
}

const font = readFileSync(source);
const have = charactersOf(font);
const kept = [...characters].filter((character) => have.has(character.codePointAt(0))).sort();
const lost = [...characters].filter((character) => !have.has(character.codePointAt(0))).sort();
const subset = await subsetFont(font, kept.join(""), { targetFormat: "truetype" });
mkdirSync(dirname(out), { recursive: true });
if (!existsSync(out) || !readFileSync(out).equals(subset)) writeFileSync(out, subset);
utimesSync(out, new Date(), new Date());
console.log(`${out.replace(project + "/", "")}: ${kept.length} characters, ${statSync(out).size} bytes (${statSync(source).size} before)`);
const list = (characters) => characters.map((character) => `${character} U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`).join(", ");
if (lost.length) console.log(`  not in the font, left out: ${list(lost)}`);
const broken = lost.filter((character) => used.has(character));
if (broken.length) console.log(`  WARNING: the texts use ${list(broken)}, which will show as a box`);
