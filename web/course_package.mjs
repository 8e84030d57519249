// The page as a course for an LMS (learning management system): a zip with the site, the page that the LMS opens (web/course/), and a manifest that
// lists every file. The same input gives the same bytes.
import { build } from "esbuild";
import { zipSync } from "fflate";
import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { courseManifest } from "./course_manifest.mjs";
import { textTable, wordsFor } from "./early_words.mjs";
import { targets } from "./script_targets.mjs";

export const COURSE_KINDS = ["scorm12", "scorm2004"];
const LAUNCH = "course.html";
const NOTE_IDS = ["lms.none", "lms.kept", "lms.complete", "lms.refused"];

const inBothLanguages = (id) => Object.fromEntries(["en", "es"].map((language) => [language, textTable(language).get(id)]));

/** What of the site is for a course: neither what a host would compress anew, nor the element, nor the copy for offline use, which no frame makes. */
const isForCourse = (name) => !/\.(br|gz)$|^o?embed\.|^service_worker\.js$/.test(name);

/** [[name, content]] of the site, by name. */
function siteFiles(site) {
  const entries = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = entries.map((entry) => relative(site, join(entry.parentPath, entry.name)).split(sep).join("/"));
  return names.filter(isForCourse).map((name) => [name, readFileSync(join(site, name))]);
}

/** [[name, content]] of the page that the LMS opens. Its script is no module, as a frame without an origin may load none. */
async function courseFiles(web, kind, title) {
  const folder = join(web, "course");
  const built = await build({
    entryPoints: [join(folder, "course.js"), join(folder, "course.css")], bundle: true, minify: true, format: "iife", target: targets, charset: "utf8",
    legalComments: "none", write: false, outdir: folder, logLevel: "warning", define: { SCORM_KIND: JSON.stringify(kind), COURSE_WORDS: wordsFor(NOTE_IDS) },
  });
  return [
    [LAUNCH, Buffer.from(readFileSync(join(folder, LAUNCH), "utf8").replaceAll("TITLE", title.en))],
    ...built.outputFiles.map(({ path, contents }) => [relative(folder, path), contents]),
  ];
}

/**
 * @param {string} web the folder of the page's sources
 * @param {string} site what build_site.mjs made
 * @param {"scorm12" | "scorm2004"} kind
 * @returns {Promise<Uint8Array>} the zip
 */
export async function coursePackage(web, site, kind, version) {
  const title = inBothLanguages("app.title");
  const files = [...siteFiles(site), ...await courseFiles(web, kind, title)].sort(([a], [b]) => (a < b ? -1 : 1));
  const manifest = courseManifest(kind, { version, title, description: inBothLanguages("embed.lead"), launch: LAUNCH, files: files.map(([name]) => name) });
  // The earliest time that a zip knows; it writes that of the clock on the wall, so it is the same in every time zone.
  return zipSync(Object.fromEntries([["imsmanifest.xml", Buffer.from(manifest)], ...files]), { level: 9, mtime: new Date(1980, 0, 1) });
}
