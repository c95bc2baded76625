// Accessibility of everything that we draw, by axe-core's rules for WCAG 2.2 A and AA: the card's states, the side panel and
// the options page, light and dark.
//
//   node tests/access.mjs [chromium|firefox]

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { inBrowsers } from './harness/extension.mjs';
import { setDark } from './harness/realm.mjs';
import { assert, assertEqual, check, until } from './harness/report.mjs';
import { SITES } from './harness/sites.mjs';
import { CARD, OTHER } from './harness/states.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Violations as `rule: element`, with axe's own summary. */
async function violations(frame) {
  await frame.evaluate(axe);
  const found = await frame.evaluate(async () => {
    const result = await globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false }, 'landmark-one-main': { enabled: false } } });
    if (!result.passes.some((p) => p.id === 'color-contrast')) return ['no text was looked at'];
    return result.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 120)} (${n.failureSummary.split('\n').slice(1).join(' ').trim().slice(0, 200)})`));
  });
  return found;
}

/** Mastodon has the plainest composer; its submit is the form's own. */
const SITE = { ...SITES.mastodon, submit: '.compose-form button[type="submit"]' };

/** The page in the person's colours, once nothing fades any more. */
async function wear(session, page, dark) {
  await setDark(session, page, dark);
  await until(() => page.evaluate((wanted) => matchMedia('(prefers-color-scheme: dark)').matches === wanted && document.getAnimations().length === 0, dark), `a ${dark ? 'dark' : 'light'} page at rest`);
}

/** What is seen of a frame, as a page that axe can look at. */
async function shownAlone(session, { page, frame }) {
  if (frame === page) return page;
  // Inside a frame of another process axe looks at no colours: the same markup and sheets, in a tab of their own.
  const copy = await session.newPage(session.extensionUrl('card.html'));
  const markup = await frame.evaluate(() => document.body.innerHTML);
  await copy.bringToFront();
  // Under another id than the one that the page's own module fills.
  await copy.evaluate((html) => (document.body.innerHTML = html), markup.replace('id="app"', 'id="copy"'));
  await until(() => copy.evaluate(() => document.styleSheets.length > 0 && document.querySelector('#frame').checkVisibility()), 'the copy drawn');
  return copy;
}

await inBrowsers(async (session) => {
  for (const [state, run] of Object.entries({ ...CARD, ...OTHER })) {
    let begun;
    let shown;
    await check(`${session.name} light: ${state} keeps to WCAG 2.2 AA`, async () => {
      begun = await run(session, SITE);
      shown = await shownAlone(session, begun);
      await wear(session, shown, false);
      assertEqual(await violations(shown), [], 'violations');
    });
    await check(`${session.name} dark: ${state} keeps to WCAG 2.2 AA`, async () => {
      assert(shown, 'the state was not reached');
      await wear(session, shown, true);
      assertEqual(await violations(shown), [], 'violations');
    });
    if (session.name === 'firefox') await setDark(session, shown, false);
    if (shown && shown !== begun.page) await shown.close();
    await begun?.page.close();
  }
});
