// Screenshots of every state of the card on all six composers, in both browsers, light and dark: dist/shots/.
// They are there to be looked at.
//
//   cargo xtask shots [chromium|firefox] [x|facebook|…]

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answering, writing } from './harness/begin.mjs';
import { unfold, waitForSaying } from './harness/card.mjs';
import { inBrowsers } from './harness/extension.mjs';
import { settled } from './harness/keys.mjs';
import { check, finish } from './harness/report.mjs';
import { chosenSites } from './harness/sites.mjs';

const folder = join(fileURLToPath(new URL('..', import.meta.url)), 'dist/shots');
await mkdir(folder, { recursive: true });

const STATES = {
  async chip(session, site) {
    const { page, frame } = await writing(session, site, 'Free flu shots this Saturday, 9 to noon.', { delay: 0 });
    await waitForSaying(frame, 'On brand');
    return page;
  },
  async findings(session, site) {
    const { page, frame } = await writing(session, site, 'Our world-class ER is open all night.\nWe guarantee a short wait and utilize new scanners.', { delay: 0 });
    await waitForSaying(frame, /must change/);
    await unfold(frame);
    await waitForSaying(frame, 'emergency department');
    return page;
  },
  async replies(session, site) {
    const { page, frame } = await answering(session, site, 'long-wait');
    await waitForSaying(frame, 'Put into reply');
    return page;
  },
  async escalation(session, site) {
    const { page, frame } = await answering(session, site, 'self-harm');
    await waitForSaying(frame, 'Do not reply yet');
    return page;
  },
};

for (const dark of [false, true]) {
  await inBrowsers(
    async (session) => {
      for (const [name, site] of chosenSites()) {
        for (const [state, run] of Object.entries(STATES)) {
          const file = `${name}-${state}-${session.name}-${dark ? 'dark' : 'light'}.png`;
          await check(file, async () => {
            const page = await run(session, site);
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
