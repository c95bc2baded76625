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

/** Stores a compiled playbook as the options page does. `view` is any page or frame of the extension. */
const store = (view, compiled) =>
  view.evaluate((packed) => (globalThis.browser ?? globalThis.chrome).storage.local.set({ playbook: { source: '', compiled: packed, savedAt: 0 } }), pack(JSON.stringify(compiled)));

/** Has every card that comes after this begin with a compiled playbook. */
export async function usePlaybook(session, compiled) {
  // A page of the extension in which no program of it runs.
  const page = await session.newPage(session.extensionUrl('manifest.json'));
  await store(page, compiled);
  await page.close();
}

/**
 * Has a card change to a compiled playbook while it is open. The card takes it over when it hears of it, which is later
 * than this: wait for something that only the new one brings.
 */
export const changePlaybook = store;

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
