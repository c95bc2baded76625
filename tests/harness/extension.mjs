// The built extension in a browser, and a playbook of a test's own in it.

import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleDemo } from './bundle.mjs';
import { launch } from './browsers.mjs';
import { finish } from './report.mjs';
import { startServer } from './server.mjs';
import { BROWSERS } from './sites.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The folder that is loaded, as `cargo xtask build` leaves it. */
export const extensionDir = (browser) => join(root, 'dist', browser);

/** The compiled sample playbook. */
export const samplePlaybook = async () => JSON.parse(await readFile(join(root, 'dist/parts/playbook.json'), 'utf8'));

const packs = new Map();

/** A compiled playbook as the card reads it, by `cargo xtask pack`; the same one once. */
function pack(input) {
  if (!packs.has(input)) {
    // In a whole run it is there already: cargo would look for changes first, and wait for whoever is building.
    const [program, ...before] = process.env.CUECARD_XTASK ? [process.env.CUECARD_XTASK] : ['cargo', 'xtask'];
    packs.set(input, execFileSync(program, [...before, 'pack'], { cwd: root, encoding: 'utf8', input }));
  }
  return packs.get(input);
}

/** Puts a compiled playbook in place of the active one, as the options page stores it. `frame` is any page of the extension. */
export const usePlaybook = (frame, compiled) => {
  const packed = pack(JSON.stringify(compiled));
  return frame.evaluate((value) => globalThis.cuecardApi.storage.local.set({ playbook: { source: '', compiled: value, savedAt: 0 } }), packed);
};

/** Runs `tests` in each browser with the extension, one server for all, and prints the closing line. */
export async function inBrowsers(tests, options = {}) {
  await bundleDemo();
  const server = await startServer();
  try {
    for (const browser of BROWSERS) {
      const session = await launch({ browser, extensionDir: extensionDir(browser), port: server.port, ...options });
      try {
        await tests(session, server);
      } finally {
        await session.close();
      }
    }
  } finally {
    await server.close();
  }
  if (!options.quiet) finish();
}
