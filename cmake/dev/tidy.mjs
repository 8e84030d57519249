// tidy.mjs FOLDER PATTERN JOBS [clang-tidy arguments]: clang-tidy over the sources of build/FOLDER whose path below the project matches PATTERN.
// A source is skipped while it, every header of ours and the configuration are as they were when it last passed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, existsSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

const [folder, pattern, jobs, ...extra] = process.argv.slice(2);
const project = process.cwd();
const headers = createHash("sha256").update(readFileSync(".clang-tidy")).update(extra.join(" "));
for (const name of readdirSync("src", { recursive: true }).sort()) {
  if (String(name).endsWith(".h")) headers.update(readFileSync(join("src", String(name))));
}
const shared = headers.digest("hex");
const commands = JSON.parse(readFileSync(`build/${folder}/compile_commands.json`, "utf8"));
const wanted = new RegExp("^(" + pattern + ")");
const stamps = `build/${folder}/tidy`;
mkdirSync(stamps, { recursive: true });
const queue = [];
for (const { file } of commands) {
  const name = relative(project, file);
  if (!wanted.test(name) || !existsSync(file)) continue;
  const stamp = join(stamps, name.replaceAll("/", "."));
  const hash = createHash("sha256").update(shared).update(readFileSync(file)).digest("hex");
  if (!(existsSync(stamp) && readFileSync(stamp, "utf8") === hash)) queue.push({ file, name, stamp, hash });
}
let failed = 0;
async function worker() {
  for (let job = queue.shift(); job; job = queue.shift()) {
    const child = spawn("clang-tidy", ["-p", `build/${folder}`, "--quiet", ...extra, job.file], { stdio: ["ignore", "pipe", "pipe"] });
    let out = "";
    let err = "";
    child.stdout.on("data", (data) => (out += data));
    child.stderr.on("data", (data) => (err += data));
    const code = await new Promise((resolve) => child.on("close", resolve));
    if (code === 0) {
      writeFileSync(job.stamp, job.hash);
    } else {
      failed += 1;
      process.stderr.write(`${out}${out.includes("error:") ? "" : err}`);
    }
  }
}
await Promise.all(Array.from({ length: Math.max(1, Number(jobs)) }, worker));
process.exit(failed ? 1 : 0);
