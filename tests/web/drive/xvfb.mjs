// A virtual X display per browser, on whatever number is free.

import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findProgram, outputMatching, start, stop } from './process.mjs';

/** Starts a display; `{ name: ":N", folder, stop() }`. `folder` is a scratch folder that goes with it. */
export async function startDisplay() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'needling-display-'));
  const server = start(findProgram(['Xvfb', '/usr/bin/Xvfb']),
    ['-displayfd', '1', '-screen', '0', '2000x1500x24', '-nolisten', 'tcp', '-noreset', '-dpi', '96']);
  const [, number] = await outputMatching(server, /^(\d+)$/m);
  return {
    name: `:${number}`,
    folder,
    async stop() {
      await stop(server);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
