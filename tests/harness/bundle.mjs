// Builds the demo pages: static/demo/ → dist/demo/. The editors come from npm at pinned versions, so that a fixture is
// the same editor that was measured, and no page needs a network.

import { cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = join(root, 'static/demo');

/** Where the built pages are. */
export const demoDir = join(root, 'dist/demo');

const withExtension = async (dir, pattern) => (await readdir(dir)).filter((name) => pattern.test(name)).map((name) => join(dir, name));

/** Builds every page; gives the directory that `startServer` serves. Files are overwritten, never removed: two tests may run at once. */
export async function bundleDemo() {
  await mkdir(demoDir, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: [...(await withExtension(join(source, 'src'), /\.jsx?$/)), ...(await withExtension(source, /\.css$/))],
    outdir: demoDir,
    entryNames: '[name]',
    bundle: true,
    format: 'iife',
    target: ['chrome120', 'firefox128'],
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  for (const page of await withExtension(source, /\.html$/)) await cp(page, join(demoDir, page.slice(source.length + 1)));
  return demoDir;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await bundleDemo());
