// Other people's checkers, to be measured beside ours: from npm, in fixed versions, into dist/measure. They are no part of
// anything that is shipped, and of no lock file.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const VERSIONS = { 'harper.js': '2.10.0', 'write-good': '1.0.8' };

const home = fileURLToPath(new URL('../../dist/measure', import.meta.url));

/** Where a package lies once it is installed. */
export const folder = (name) => join(home, 'node_modules', name);

async function isThere(name) {
  const about = join(folder(name), 'package.json');
  return existsSync(about) && JSON.parse(await readFile(about, 'utf8')).version === VERSIONS[name];
}

/** Fetches what is not there. All are named to npm, for it takes away what it is not told of. */
export async function install(names) {
  if ((await Promise.all(names.map(isThere))).every(Boolean)) return;
  await mkdir(home, { recursive: true });
  const wanted = Object.entries(VERSIONS).map(([name, version]) => `${name}@${version}`);
  execFileSync('npm', ['install', '--prefix', home, ...wanted, '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: 'inherit', timeout: 120_000 });
}
