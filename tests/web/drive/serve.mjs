// Servers of the tests, all on 127.0.0.1: the project's own static server for the page, and fronts before it that change one thing about it.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { outputMatching, start, stop } from './process.mjs';

const kProject = fileURLToPath(new URL('../../../', import.meta.url));
const kTypes = { '.html': 'text/html; charset=utf-8', '.mjs': 'text/javascript', '.js': 'text/javascript', '.css': 'text/css', '.png': 'image/png' };

/** Starts `node SERVER --port 0 --root ROOT`; `{ origin, close() }`. */
export async function startSite(server, root) {
  const process_handle = start(process.execPath, [server, '--port', '0', '--root', root]);
  const [, port] = await outputMatching(process_handle, /http:\/\/(?:127\.0\.0\.1|localhost):(\d+)/);
  return { origin: `http://127.0.0.1:${port}`, close: () => stop(process_handle) };
}

/**
 * A copy of the built page with a server of its own, so that it can be changed; `{ origin, root, close() }`. The environment can name another
 * server and folder.
 */
export async function startSiteCopy() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'needling-site-'));
  const root = path.join(folder, 'site');
  cpSync(process.env.NEEDLING_SITE ?? `${kProject}build/site`, root, { recursive: true, dereference: true, preserveTimestamps: true });
  const site = await startSite(process.env.NEEDLING_SITE_SERVER ?? `${kProject}web/serve.mjs`, root);
  return {
    origin: site.origin,
    root,
    async close() {
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * A server that passes requests on to `target`, and
 * - `init`: puts a script first into every HTML page,
 * - `headers`: adds or replaces response headers of every HTML page,
 * - `fixtures`: serves that folder under /~fixtures/.
 * `{ origin, requests, close() }`; `requests` are [{ url (path and query), status }], in order.
 */
export async function startFront({ target, init = '', headers = {}, fixtures = '' }) {
  const requests = [];
  const server = http.createServer(async (request, response) => {
    const url = new URL(request.url, 'http://127.0.0.1');
    const entry = { url: request.url, status: 0 };
    requests.push(entry);
    response.on('close', () => (entry.status = response.statusCode));
    try {
      if (init && url.pathname === '/~init.js') return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(init);
      if (fixtures && url.pathname.startsWith('/~fixtures/')) return void (await sendFile(response, path.join(fixtures, path.basename(url.pathname))));
      await pass(request, response);
    } catch (error) {
      response.writeHead(502).end(String(error));
    }
  });
  async function pass(request, response) {
    const { host, 'accept-encoding': _, connection, ...rest } = request.headers;
    const reply = await fetch(target + request.url, { method: request.method, headers: rest, redirect: 'manual' });
    const fields = Object.fromEntries([...reply.headers].filter(([name]) => !['content-length', 'content-encoding', 'transfer-encoding', 'connection'].includes(name)));
    let body = Buffer.from(await reply.arrayBuffer());
    if ((fields['content-type'] ?? '').startsWith('text/html')) {
      Object.assign(fields, headers);
      // What a service worker fetches is checked against its hash.
      if (init && request.headers['sec-fetch-dest'] !== 'empty') body = Buffer.from(body.toString('utf8').replace(/<head[^>]*>/i, (tag) => `${tag}<script src="/~init.js"></script>`));
    }
    response.writeHead(reply.status, fields).end(body);
  }
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    requests,
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

async function sendFile(response, file) {
  try {
    const body = await readFile(file);
    response.writeHead(200, { 'content-type': kTypes[path.extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-store' }).end(body);
  } catch {
    response.writeHead(404).end('not here');
  }
}
