// nginx with the project's own configuration, on 127.0.0.1.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProgram, sleep, start, stop } from './process.mjs';

const kDeploy = fileURLToPath(new URL('../../../web/deploy/', import.meta.url));

/** Changes what is read of web/deploy, for who proves that the tests can fail. */
export const deployed = { change: (text) => text };

/** The text of a file of web/deploy. */
export const deployFile = (name) => deployed.change(readFileSync(kDeploy + name, 'utf8'));

/** The configuration with its own lines in place: port, name and folder. */
function configured(port, root) {
  const own = { listen: `listen 127.0.0.1:${port};`, server_name: 'server_name localhost;', root: `root ${root};` };
  return deployFile('nginx.conf').replace(/^( *)(listen|server_name|root) .*# yours.*$/gm, (line, indent, word) => indent + own[word]);
}

/** What every nginx.conf has around it, with all that is written in `folder`. */
const whole = (folder, inner) => `daemon off; pid ${folder}/pid; worker_processes 1; error_log stderr;
${process.getuid() === 0 ? 'user root;' : ''}
events { worker_connections 64; }
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  include /etc/nginx/mime.types;
  ${inner}
}
`;

/** Serves `root`; `{ origin, close() }`. */
export async function startNginx(root) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'needling-nginx-'));
  const port = 20_000 + Math.floor(Math.random() * 30_000);
  const file = path.join(folder, 'nginx.conf');
  writeFileSync(file, whole(folder, configured(port, root)));
  const server = start(findProgram(['nginx', '/usr/sbin/nginx']), ['-e', 'stderr', '-p', folder, '-c', file]);
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; !(await ask(`${origin}/`).catch(() => null)); attempt += 1) {
    if (server.ended || attempt > 300) throw new Error(`nginx does not answer: ${server.output}`);
    await sleep(100);
  }
  return {
    origin,
    async close() {
      await stop(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One request as it is, nothing unpacked: { status, headers, body }. */
export const ask = (address, headers = {}, method = 'GET') => new Promise((resolve, reject) => {
  const request = http.request(address, { method, headers }, (response) => {
    const parts = [];
    response.on('data', (part) => parts.push(part));
    response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
  });
  request.on('error', reject);
  request.end();
});
