// Parts of the page driver, bundled so that a page can run them: what they say is compared with the editor's own model.

import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Source text that puts the driver's reader into `window.__driver`. */
export async function readerBundle() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: {
      contents: `export { read } from './extension/content/reader.ts'; export { select, selectionIn } from './extension/content/selection.ts';`,
      resolveDir: root,
    },
    bundle: true,
    format: 'iife',
    globalName: '__driver',
    target: ['chrome120', 'firefox128'],
    write: false,
  });
  // Evaluated as a body of its own: the name has to become the page's.
  return `${outputFiles[0].text}\nwindow.__driver = __driver;`;
}
