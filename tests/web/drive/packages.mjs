// What `./dev package` made.

import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkEqual } from './explorer.mjs';

const kPackages = fileURLToPath(new URL('../../../build/packages/', import.meta.url));

/** The one package whose name ends so. */
export function packageEnding(end) {
  const names = existsSync(kPackages) ? readdirSync(kPackages).filter((name) => name.endsWith(end)) : [];
  checkEqual(names.length, 1, `packages in build/packages that end with ${end} (./dev package makes them)`);
  return kPackages + names[0];
}
