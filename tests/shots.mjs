// Screenshots of every state of the card on all six composers, in both browsers, light and dark: dist/shots/.
// They are there to be looked at.
//
//   cargo xtask shots [chromium|firefox] [x|facebook|…]

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inBrowsers } from './harness/extension.mjs';
import { settled } from './harness/keys.mjs';
import { check, finish } from './harness/report.mjs';
import { chosenSites } from './harness/sites.mjs';
import { CARD } from './harness/states.mjs';

const folder = join(fileURLToPath(new URL('..', import.meta.url)), 'dist/shots');
await mkdir(folder, { recursive: true });

for (const dark of [false, true]) {
  await inBrowsers(
    async (session) => {
      for (const [name, site] of chosenSites()) {
        for (const [state, run] of Object.entries(CARD)) {
          // What is too long on one site fits on another.
          if (state === 'a text with a caution' && name !== 'x') continue;
          const file = `${name}-${state.replaceAll(' ', '-')}-${session.name}-${dark ? 'dark' : 'light'}.png`;
          await check(file, async () => {
            const { page } = await run(session, site);
            await settled(page);
            await new Promise((resolve) => setTimeout(resolve, 150));
            await page.screenshot({ path: join(folder, file) });
            await page.close();
          });
        }
      }
    },
    { dark, quiet: true },
  );
}
finish();
console.log(`in ${folder}`);
