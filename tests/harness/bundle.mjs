// Builds the demo pages: static/demo/ → dist/demo/. The editors come from npm at pinned versions, so that a fixture is
// the same editor that was measured, and no page needs a network.

import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = join(root, 'static/demo');

/** Where the built pages are. */
export const demoDir = join(root, 'dist/demo');

const withExtension = async (dir, pattern) => (await readdir(dir)).filter((name) => pattern.test(name)).map((name) => join(dir, name));

/** Writes a file whole or not at all, and only when it is another: a test that runs meanwhile may be reading it. */
async function put(path, contents) {
  if (await readFile(path).then((old) => old.equals(contents), () => false)) return;
  const fresh = `${path}.${process.pid}`;
  await writeFile(fresh, contents);
  await rename(fresh, path);
}

const COMMON = {
  absWorkingDir: root,
  outdir: demoDir,
  bundle: true,
  target: ['chrome120', 'firefox128'],
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  write: false,
};

/** The demo pages: one file each. */
const demoPages = async () =>
  build({
    ...COMMON,
    entryPoints: [...(await withExtension(join(source, 'src'), /\.jsx?$/)), ...(await withExtension(source, /\.css$/)), join(source, 'fixtures/fixtures.css')],
    entryNames: '[name]',
    format: 'iife',
  });

/** The page of the fixtures: it fetches the code of an editor when a fixture wants it. */
const fixturePage = () =>
  build({
    ...COMMON,
    entryPoints: { fixtures: join(source, 'fixtures/page.js') },
    chunkNames: 'fixtures-[name]-[hash]',
    format: 'esm',
    splitting: true,
  });

/** Builds every page; gives the directory that `startServer` serves. Nothing is removed: two tests may run at once. */
export async function bundleDemo() {
  // `cargo xtask test` builds them once for all its tests.
  if (process.env.CUECARD_DEMO_BUILT) return demoDir;
  await mkdir(demoDir, { recursive: true });
  const built = await Promise.all([demoPages(), fixturePage()]);
  for (const { path, contents } of built.flatMap(({ outputFiles }) => outputFiles)) await put(path, Buffer.from(contents));
  for (const page of await withExtension(source, /\.html$/)) await put(join(demoDir, basename(page)), await readFile(page));
  await put(join(demoDir, 'fixtures.html'), await readFile(join(source, 'fixtures/page.html')));
  return demoDir;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await bundleDemo());
