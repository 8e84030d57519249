// The page as one file that opens from a disk: scripts and styles inside it and allowed by their hashes, the program packed.
// The pages of sources and of privacy are no part of it, so nothing links there.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { earlyWords } from "./early_words.mjs";
import { targets } from "./script_targets.mjs";

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** In a script or style nothing may look like its end. */
const within = (text) => text.replaceAll("</", "<\\/").replaceAll("<!--", "<\\!--");

/** Both scripts and the program's glue as one. */
async function bundled(web, glue) {
  const result = await build({
    entryPoints: [join(web, "main.js")], bundle: true, minify: true, format: "esm", target: targets, charset: "utf8", legalComments: "none", write: false,
    logLevel: "warning", define: { EARLY_WORDS: earlyWords },
    plugins: [{
      name: "inline program",
      setup(build) {
        build.onResolve({ filter: /^\.\/explorer\.mjs$/ }, () => ({ path: join(web, "single_module.js") }));
        build.onResolve({ filter: /^explorer-glue$/ }, () => ({ path: glue }));
      },
    }],
  });
  return within(result.outputFiles[0].text);
}

/**
 * @param {string} web the folder of the page's sources
 * @param {string} site what build_site.mjs made
 * @returns {Promise<string>} the document
 */
export async function singlePage(web, site) {
  const read = (name) => readFileSync(join(site, name), "utf8");
  const script = await bundled(web, join(site, "explorer.mjs"));
  const styles = ["style.css", "take_home.css"].map((name) => within(read(name).trim()));
  const policy = `default-src 'none'; script-src ${hash(script)} 'wasm-unsafe-eval'; style-src ${styles.map(hash).join(" ")}; img-src data: blob:; base-uri 'none'; form-action 'none'`;
  const packed = gzipSync(readFileSync(join(site, "explorer.wasm")), { level: 9 }).toString("base64");
  // Functions, as a text would have its dollar signs read.
  return read("index.html")
    .replace(/(<meta http-equiv="Content-Security-Policy" content=")[^"]*/, (all, start) => start + policy)
    .replace(/<link rel="(preload|modulepreload|manifest|icon|apple-touch-icon)"[^>]*>\n/g, "")
    .replace(/<link rel="stylesheet" href="style\.css[^"]*">/, () => `<style>${styles[0]}</style>\n<style id="take-home-style">${styles[1]}</style>`)
    .replace(/<script type="module" src="app\.js[^"]*"><\/script>\n/, "")
    .replace(/ *<a id="sources"[^]*?<\/a>/, '<a id="sources" hidden></a>')
    .replace(/ *<a id="privacy"[^]*?<\/a>/, '<a id="privacy" hidden></a>')
    .replace("</body>", () => `<script type="text/plain" id="packed-wasm">${packed}</script>\n<script type="module">${script}</script>\n</body>`);
}
