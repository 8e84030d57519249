// serve.mjs --port N --root DIR: serves a folder on 127.0.0.1 as a careful static host would: right types, the .br or .gz twin where the
// browser takes it, a strict content security policy. Port 0 takes any free one; the address is printed.
import { createReadStream, existsSync, realpathSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";

function option(name, fallback) {
  const at = process.argv.indexOf("--" + name);
  return at > 0 && process.argv[at + 1] !== undefined ? process.argv[at + 1] : fallback;
}
const port = Number(option("port", "8080"));
const folder = resolve(option("root", "build/site"));
if (!Number.isInteger(port) || port < 0 || port > 65535) fail(`the port is '${option("port")}', but must be a number from 0 to 65535.`);
if (!existsSync(folder)) fail(`${folder} is not there; build it first (./dev run does).`);
const root = realpathSync(folder);

function fail(sentence) {
  console.error(`serve: ${sentence}`);
  process.exit(1);
}

const types = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm", ".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png", ".webp": "image/webp", ".ico": "image/x-icon",
  ".txt": "text/plain; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".ics": "text/calendar; charset=utf-8", ".ttf": "font/ttf", ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json", ".xml": "text/xml; charset=utf-8", ".zip": "application/zip", ".ts": "text/plain; charset=utf-8",
};
const headers = {
  "Content-Security-Policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; " +
    "font-src 'self'; worker-src 'self'; manifest-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'",
  "X-Content-Type-Options": "nosniff",
  "Access-Control-Allow-Origin": "*", // a sandboxed frame without allow-same-origin loads modules and wasm as a stranger
  "Cache-Control": "no-cache",
};

// The file that a request names, or null: below the root, also after links are followed.
function locate(url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return null;
  }
  if (path.includes("\0")) return null;
  let file = normalize(join(root, path));
  if (file !== root && !file.startsWith(root + sep)) return null;
  if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
  if (!existsSync(file) || !statSync(file).isFile()) return null;
  const real = realpathSync(file);
  return real.startsWith(root + sep) ? file : null;
}

// Which encodings the browser takes: "gzip, br;q=0" takes gzip only.
function takes(request, encoding) {
  return String(request.headers["accept-encoding"] ?? "").split(",").some((part) => {
    const [name, ...parameters] = part.trim().split(";");
    return name.trim().toLowerCase() === encoding && !parameters.some((parameter) => /^\s*q\s*=\s*0(\.0*)?\s*$/.test(parameter));
  });
}

const server = createServer((request, response) => {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { Allow: "GET, HEAD", "Content-Type": "text/plain; charset=utf-8" }).end("Only GET and HEAD.\n");
    return;
  }
  const file = locate(request.url ?? "/");
  if (!file) {
    response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("Not found.\n");
    return;
  }
  let sent = file;
  response.setHeader("Content-Type", types[extname(file)] ?? "application/octet-stream");
  if (existsSync(file + ".br") || existsSync(file + ".gz")) response.setHeader("Vary", "Accept-Encoding");
  for (const [encoding, suffix] of [["br", ".br"], ["gzip", ".gz"]]) {
    if (takes(request, encoding) && existsSync(file + suffix)) {
      sent = file + suffix;
      response.setHeader("Content-Encoding", encoding);
      break;
    }
  }
  const info = statSync(sent);
  const tag = `"${info.size.toString(36)}-${Math.round(info.mtimeMs).toString(36)}"`;
  response.setHeader("ETag", tag);
  if (request.headers["if-none-match"] === tag) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader("Content-Length", info.size);
  response.writeHead(200);
  if (request.method === "HEAD") response.end();
  else createReadStream(sent).on("error", () => response.destroy()).pipe(response);
});
server.on("error", (error) => {
  if (error.code === "EADDRINUSE") fail(`port ${port} is in use; choose another with --port N (0 takes any free one).`);
  if (error.code === "EACCES") fail(`port ${port} may not be used by this user; choose one above 1023.`);
  fail(error.message);
});
server.listen(port, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/`));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
