// What the service worker is told about a build: the hash of every file, and an id that changes with any of them or with the worker itself.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const sha256 = (data) => createHash("sha256").update(data);
const workerSources = ["service_worker.js", "offline_cache.js"];

/** `files`: [[name, content]]. */
export function keptFiles(files) {
  const hashes = Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, data]) => [name, `sha256-${sha256(data).digest("base64")}`]));
  const sources = workerSources.map((name) => readFileSync(new URL(name, import.meta.url), "utf8"));
  return { id: sha256(JSON.stringify([hashes, sources])).digest("hex").slice(0, 16), files: hashes };
}
