// The page on other servers than the project's own: nginx with web/deploy/nginx.conf, hosts that send no headers, and what the notes say.

import { readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { check, checkEqual, ready, settled, until } from '../drive/explorer.mjs';
import { ask, deployFile, startNginx } from '../drive/nginx.mjs';
import { startSiteCopy } from '../drive/serve.mjs';
import { keptOffline } from '../drive/worker.mjs';

const kTypes = {
  'index.html': 'text/html; charset=utf-8', 'app.js': 'text/javascript; charset=utf-8', 'explorer.mjs': 'text/javascript; charset=utf-8', 'style.css': 'text/css; charset=utf-8',
  'explorer.wasm': 'application/wasm', 'icons/favicon.svg': 'image/svg+xml', 'icons/icon-192.png': 'image/png', 'manifest.webmanifest': 'application/manifest+json',
  'service_worker.js': 'text/javascript; charset=utf-8', 'LICENSES.txt': 'text/plain; charset=utf-8',
};

async function nginx({ cleanUp }) {
  const copy = await startSiteCopy();
  cleanUp(copy.close);
  const server = await startNginx(copy.root);
  cleanUp(server.close);
  return { ...server, root: copy.root };
}

/** The directives of a policy that the page itself must have too. */
const directives = (policy) => policy.split(';').map((part) => part.trim()).filter((part) => part && !part.startsWith('frame-ancestors')).sort();

/** A host that knows nothing of headers and types: a learning system's file area. */
async function startPlainHost(root, cleanUp) {
  const types = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
  const server = http.createServer((request, response) => {
    const name = new URL(request.url, 'http://host').pathname.slice(1) || 'index.html';
    try {
      response.writeHead(200, { 'content-type': types[path.extname(name)] ?? 'application/octet-stream' }).end(readFileSync(path.join(root, path.normalize(`/${name}`))));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  cleanUp(() => new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  }));
  return `http://127.0.0.1:${server.address().port}`;
}

export const tests = [
  {
    name: 'hosting: nginx sends each file with its type, its headers, and the twin that the browser takes',
    engines: ['chromium'],  // no engine has a part in it
    async run(tools) {
      const { origin, root } = await nginx(tools);
      for (const [name, type] of Object.entries(kTypes)) {
        const { status, headers, body } = await ask(`${origin}/${name}`);
        checkEqual([status, headers['content-type'], headers['content-encoding']], [200, type, undefined], `${name} for who takes no encoding`);
        check(body.equals(readFileSync(path.join(root, name))), `${name} is not sent as it is`);
        for (const header of ['content-security-policy', 'x-content-type-options', 'referrer-policy', 'permissions-policy', 'access-control-allow-origin']) check(headers[header], `${name} without ${header}`);
        checkEqual(headers['cache-control'], 'no-cache', `how long ${name} is kept`);
      }
      const encodings = [['gzip, deflate, br', 'br', '.br'], ['gzip', 'gzip', '.gz'], ['br;q=0, gzip', 'gzip', '.gz'], ['identity', undefined, ''], ['gzip;q=0', undefined, '']];
      for (const [accepted, encoding, twin] of encodings) {
        for (const name of ['explorer.wasm', 'index.html', 'app.js']) {
          const { headers, body } = await ask(`${origin}/${name}`, { 'accept-encoding': accepted });
          checkEqual([headers['content-encoding'], headers['content-type'], headers.vary], [encoding, kTypes[name], 'Accept-Encoding'], `${name} for "${accepted}"`);
          check(body.equals(readFileSync(path.join(root, name + twin))), `${name} for "${accepted}" is not ${name}${twin}`);
        }
      }
      checkEqual((await ask(`${origin}/icons/icon-192.png`, { 'accept-encoding': 'br' })).headers['content-encoding'], undefined, 'encoding of a file without a twin');
      for (const gone of ['nothing.html', 'explorer.wasm.br', 'nothing']) checkEqual((await ask(`${origin}/${gone}`)).status, 404, `status of ${gone}`);
      checkEqual((await ask(`${origin}/`, {}, 'POST')).status, 405, 'status of POST');
    },
  },
  {
    name: 'hosting: nginx tells who has a file already that it did not change',
    engines: ['chromium'],  // no engine has a part in it
    async run(tools) {
      const { origin } = await nginx(tools);
      const tags = [];
      for (const encoding of ['br', 'gzip', 'identity']) {
        const { headers } = await ask(`${origin}/explorer.wasm`, { 'accept-encoding': encoding });
        tags.push(headers.etag);
        const again = await ask(`${origin}/explorer.wasm`, { 'accept-encoding': encoding, 'if-none-match': headers.etag });
        checkEqual([again.status, again.body.length], [304, 0], `asked again for ${encoding}`);
      }
      checkEqual(new Set(tags).size, 3, `different tags of the twins: ${tags}`);
    },
  },
  {
    name: 'hosting: the page runs on nginx, with its worker and without a report of its policy',
    async run(tools) {
      const { origin } = await nginx(tools);
      const page = await tools.open(`${origin}/`, {
        init: () => {
          window.violations = [];
          document.addEventListener('securitypolicyviolation', (event) => window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
        },
      });
      await ready(page);
      await settled(page);
      await keptOffline(page);
      checkEqual(await page.evaluate(() => window.violations), [], 'what the policy forbade');
      await page.goto(page.at(`${origin}/sources.html`));
      await until(page, 'the page of sources works', () => document.querySelector('.finder')?.hidden === false);
      // WebKit's pages have no script of the test's in front where the worker sends them.
      checkEqual(await page.evaluate(() => window.violations ?? []), [], 'what the policy forbade on the page of sources');
    },
  },
  {
    name: 'hosting: the policies of the examples are those of the page',
    engines: ['chromium'],  // it reads files
    async run({ site }) {
      // The page for those who embed it shows a frame of the same site; the explorer itself shows none.
      const own = [...directives(/http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(await (await fetch(`${site}/`)).text())[1]), "frame-src 'self'"].sort();
      const others = { 'nginx.conf': /Content-Security-Policy "([^"]+)"/, 'apache.htaccess': /Content-Security-Policy "([^"]+)"/, _headers: /Content-Security-Policy: (.+)/ };
      for (const [name, pattern] of Object.entries(others)) checkEqual(directives(pattern.exec(deployFile(name))[1]), own, `policy in ${name}`);
      checkEqual(directives((await fetch(`${site}/`)).headers.get('content-security-policy')), own, "policy of the project's own server");
    },
  },
  {
    name: 'hosting: it works where no header can be set and the program has the wrong type',
    async run({ open, cleanUp }) {
      const copy = await startSiteCopy();
      cleanUp(copy.close);
      // The loader tells of the wrong type, and loads the program the other way.
      const page = await open(`${await startPlainHost(copy.root, cleanUp)}/`, { allowErrors: /wasm streaming compile failed|falling back to ArrayBuffer|Incorrect response MIME|Unexpected response MIME/i });
      await ready(page);
      await settled(page);
      checkEqual(await page.evaluate(() => window.explorer.set('needleLength', 2).ok), true, 'set()');
      await keptOffline(page);
    },
  },
];
