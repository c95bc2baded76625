// Screenshots of every state of the card on all six composers, in both browsers, light and dark: dist/shots/.
// They are there to be looked at.
//
//   cargo xtask shots [chromium|firefox] [x|facebook|…]

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unfold, waitForSaying } from './harness/card.mjs';
import { inBrowsers } from './harness/extension.mjs';
import { focusComposer, settled, typeText } from './harness/keys.mjs';
import { check, finish } from './harness/report.mjs';
import { chosenSites, withQuery } from './harness/sites.mjs';

const folder = join(fileURLToPath(new URL('..', import.meta.url)), 'dist/shots');
await mkdir(folder, { recursive: true });

async function answer(session, site, comment) {
  const page = await session.newPage(withQuery(site.reply, 'comment', comment));
  if (site.answer) await page.click(site.answer);
  else await focusComposer(page);
  return { page, frame: await session.extensionFrame(page) };
}

async function write(session, site, text) {
  const page = await session.newPage(site.post);
  await focusComposer(page);
  const frame = await session.extensionFrame(page);
  await typeText(page, text, { delay: 0 });
  return { page, frame };
}

const STATES = {
  async chip(session, site) {
    const { page, frame } = await write(session, site, 'Free flu shots this Saturday, 9 to noon.');
    await waitForSaying(frame, 'On brand');
    return page;
  },
  async findings(session, site) {
    const { page, frame } = await write(session, site, 'Our world-class ER is open all night.\nWe guarantee a short wait and utilize new scanners.');
    await waitForSaying(frame, /must change/);
    await unfold(frame);
    await waitForSaying(frame, 'emergency department');
    return page;
  },
  async replies(session, site) {
    const { page, frame } = await answer(session, site, 'long-wait');
    await waitForSaying(frame, 'Put into reply');
    return page;
  },
  async escalation(session, site) {
    const { page, frame } = await answer(session, site, 'self-harm');
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
