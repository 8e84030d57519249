// package.mjs --site DIR --out DIR --version V: what can be handed on of the built page.
//   microneedling-explorer-V.tgz           for npm: the site, the element embed.js with its types, licences
//   microneedling-explorer-V-single.html   the page as one file that opens from a disk
//   microneedling-explorer-V-scorm12.zip   the page as a course, for an LMS that takes SCORM 1.2
//   microneedling-explorer-V-scorm2004.zip the same for SCORM 2004 4th edition
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { COURSE_KINDS, coursePackage } from "./course_package.mjs";
import { singlePage } from "./single_page.mjs";

const web = dirname(fileURLToPath(import.meta.url));
const NAME = "microneedling-explorer";

function option(name) {
  const at = process.argv.indexOf("--" + name);
  if (at > 0 && process.argv[at + 1]) return process.argv[at + 1];
  console.error(`package: --${name} is missing.`);
  return process.exit(1);
}
const site = resolve(option("site"));
const out = resolve(option("out"));
const version = option("version");

/** The folder as npm packs it. */
function npmPackage() {
  const folder = join(out, NAME);
  rmSync(folder, { recursive: true, force: true });
  // A host compresses the files as it likes.
  cpSync(site, folder, { recursive: true, filter: (path) => !/\.(br|gz)$/.test(path) });
  writeFileSync(join(folder, "package.json"), JSON.stringify({
    name: NAME, version, type: "module", description: "How deep microneedling needles reach in skin, and what the collagen does over two years",
    license: "SEE LICENSE IN LICENSES.txt", main: "embed.js", module: "embed.js", types: "embed.d.ts",
    exports: { ".": { types: "./embed.d.ts", default: "./embed.js" }, "./*": "./*" }, sideEffects: ["./embed.js"],
  }, null, 2) + "\n");
  cpSync(join(web, "package_readme.md"), join(folder, "README.md"));
  execFileSync("npm", ["pack", folder, "--pack-destination", out, "--silent", "--ignore-scripts"], { stdio: ["ignore", "ignore", "inherit"] });
  rmSync(folder, { recursive: true });
}

mkdirSync(out, { recursive: true });
npmPackage();
writeFileSync(join(out, `${NAME}-${version}-single.html`), await singlePage(web, site));
for (const kind of COURSE_KINDS) writeFileSync(join(out, `${NAME}-${version}-${kind}.zip`), await coursePackage(web, site, kind, version));
for (const end of [".tgz", "-single.html", ...COURSE_KINDS.map((kind) => `-${kind}.zip`)]) {
  const name = `${NAME}-${version}${end}`;
  console.log(`  ${name.padEnd(44)} ${(readFileSync(join(out, name)).length / 1024).toFixed(0)} KiB`);
}
