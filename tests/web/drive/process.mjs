// Child processes of the tests: found, started, and ended with the tests whatever happens.

import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const running = new Set();

/** The first of `candidates` (absolute paths or bare names looked up in PATH) that can be executed. */
export function findProgram(candidates) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  for (const name of candidates) {
    const places = path.isAbsolute(name) ? [name] : folders.map((folder) => path.join(folder, name));
    for (const place of places) {
      try {
        accessSync(place, constants.X_OK);
        return place;
      } catch {
        // try the next place
      }
    }
  }
  throw new Error(`none of these programs is here: ${candidates.join(', ')}`);
}

/** Starts a program; what it prints is kept in `.output` (the last 200 kB) and handed to `onText`. */
export function start(program, args, { env = {}, onText = () => {} } = {}) {
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const handle = { child, output: '', ended: false };
  handle.exited = new Promise((resolve) => {
    child.once('error', (error) => {
      handle.ended = true;
      handle.output += String(error);
      resolve(-1);
    });
    child.once('exit', (code) => {
      handle.ended = true;
      running.delete(handle);
      resolve(code);
    });
  });
  const collect = (chunk) => {
    const text = chunk.toString('utf8');
    handle.output = (handle.output + text).slice(-200_000);
    onText(text);
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  running.add(handle);
  return handle;
}

/** Waits until the output of a started program matches `pattern`; the match. */
export async function outputMatching(handle, pattern, timeout_ms = 60_000) {
  const end = Date.now() + timeout_ms;
  for (;;) {
    const match = handle.output.match(pattern);
    if (match) return match;
    if (handle.ended) throw new Error(`a program ended early; it printed: ${handle.output.slice(-2000)}`);
    if (Date.now() > end) throw new Error(`a program never printed ${pattern}; it printed: ${handle.output.slice(-2000)}`);
    await sleep(50);
  }
}

/** Ends a started program and everything that it started. */
export async function stop(handle) {
  if (handle.ended) return;
  signalGroup(handle, 'SIGTERM');
  await Promise.race([handle.exited, sleep(5000)]);
  if (!handle.ended) signalGroup(handle, 'SIGKILL');
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function signalGroup(handle, signal) {
  try {
    process.kill(-handle.child.pid, signal);
  } catch {
    // it has gone already
  }
}

process.on('exit', () => running.forEach((handle) => signalGroup(handle, 'SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));
