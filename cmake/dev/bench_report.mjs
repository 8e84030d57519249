// bench_report.mjs --site DIR --native FILE --wasm FILE --browser FILE --out FILE: puts the benchmarks and the sizes of the page into one JSON file, prints
// WebAssembly beside native and the sizes as a table. A benchmark file that is not there (no benchmarks yet) is left out.
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const option = (name) => process.argv[process.argv.indexOf("--" + name) + 1];
const site = option("site");
const first = ["index.html", "style.css", "app.js", "explorer.mjs", "explorer.wasm"]; // what the first picture needs

const sizes = {};
for (const name of readdirSync(site, { recursive: true }).map(String).sort()) {
  const path = join(site, name);
  if (!statSync(path).isFile() || /\.(br|gz)$/.test(name)) continue;
  const bytes = readFileSync(path);
  const twin = (suffix, compress) => (existsSync(path + suffix) ? statSync(path + suffix).size : first.includes(name) ? compress(bytes).length : bytes.length);
  sizes[name] = { raw: bytes.length, gzip: twin(".gz", gzipSync), brotli: twin(".br", brotliCompressSync) };
}
const sum = (names) => {
  const total = { raw: 0, gzip: 0, brotli: 0 };
  for (const name of names) for (const key of Object.keys(total)) total[key] += sizes[name]?.[key] ?? 0;
  return total;
};
const result = { date: new Date().toISOString(), cpu: cpus()[0]?.model ?? "unknown", node: process.version, sizes, first_picture: sum(first), whole_site: sum(Object.keys(sizes)) };
for (const kind of ["native", "wasm", "browser"]) {
  if (process.argv.includes("--" + kind) && existsSync(option(kind))) result[kind] = JSON.parse(readFileSync(option(kind), "utf8"));
}
writeFileSync(option("out"), JSON.stringify(result, null, 2) + "\n");

if (result.native && result.wasm) {
  console.log("\n== native beside wasm");
  console.log(`  ${"".padEnd(60)}   native ms     wasm ms wasm/native`);
  for (const { name, ms } of result.wasm.benchmarks) {
    const native = result.native.benchmarks.find((one) => one.name === name);
    if (native) console.log(`  ${name.padEnd(60)}${[native.ms, ms, ms / native.ms].map((value) => value.toFixed(4).padStart(12)).join("")}`);
  }
}

const row = (name, size) => console.log(`  ${name.padEnd(28)}${[size.raw, size.gzip, size.brotli].map((value) => String(value).padStart(11)).join("")}`);
console.log(`== sizes of ${site} (bytes)`);
console.log(`  ${"".padEnd(28)}        raw       gzip     brotli`);
for (const [name, size] of Object.entries(sizes)) row(name, size);
row("first picture", result.first_picture);
row("whole site", result.whole_site);
console.log(`written to ${option("out")}`);
