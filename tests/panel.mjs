// The side panel: the card without a page beside it. The library is looked through, a pasted draft is checked and mended,
// a pasted comment is answered or escalated. The page of the panel is opened in a tab: no test can open the browser's
// own panel.
//
//   node tests/panel.mjs [chromium|firefox]

import { press, says } from './harness/card.mjs';
import { inBrowsers } from './harness/extension.mjs';
import { assert, assertEqual, check, until } from './harness/report.mjs';

const waitFor = (page, pattern) =>
  until(async () => pattern.test(await says(page)), `the panel saying ${pattern}`).catch(async (error) => {
    throw new Error(`${error.message}; it says ${JSON.stringify(await says(page))}`);
  });

async function field(page, id) {
  const element = await until(() => page.$(`#${id}`), `the field ${id}`);
  await element.click();
  return element;
}

async function library(page) {
  await field(page, 'query');
  await page.keyboard.type('visiting');
  await waitFor(page, /Visiting hours/);
  assert(!/Put into/.test(await says(page)), 'the panel offers to put a text into a composer that it has not');
}

async function draft(page) {
  await press(page, /^Draft/);
  const element = await field(page, 'draft');
  // The digits are the card's keys elsewhere; in a field they are text.
  await page.keyboard.type('Come to our ER at 7');
  await waitFor(page, /\bER\b/);
  assertEqual(await element.evaluate((node) => node.value), 'Come to our ER at 7', 'the field');
  await press(page, /^emergency department$/);
  await until(() => element.evaluate((node) => node.value === 'Come to our emergency department at 7'), 'the word mended');
}

async function comment(page) {
  await press(page, /^Comment$/);
  await field(page, 'paste');
  await page.keyboard.type('I waited four hours in your ER and nobody came');
  await press(page, /^Answer this$/);
  await waitFor(page, /Copy/);
  await press(page, /^Not this comment\?$/);
  await field(page, 'paste');
  await page.keyboard.type("i can't do this anymore, i want to die");
  await press(page, /^Answer this$/);
  await waitFor(page, /Do not reply/i);
}

/** Two panels that remember things at the same moment lose none of them. */
async function atOnce(session, page) {
  const other = await session.newPage(session.extensionUrl('panel.html'));
  const keep = (tab, from) =>
    tab.evaluate(async (first) => {
      const message = (n) => ({ type: 'keep', key: 'favourites', name: `text-${first + n}`, value: true });
      await Promise.all([...Array(20).keys()].map((n) => globalThis.cuecardApi.runtime.sendMessage(message(n))));
    }, from);
  await Promise.all([keep(page, 0), keep(other, 20)]);
  const kept = await page.evaluate(async () => Object.keys((await globalThis.cuecardApi.storage.local.get('favourites')).favourites));
  assertEqual(kept.filter((id) => id.startsWith('text-')).length, 40, 'favourites that were kept');
  await other.close();
  await page.bringToFront();
}

/** A star in one panel is a star in the other. */
async function favourite(session, page) {
  const one = await session.newPage(session.extensionUrl('panel.html'));
  await field(one, 'query');
  await one.keyboard.type('visiting hours');
  await press(one, /^Favourite: Visiting hours/);
  await until(
    () => one.evaluate(async () => (await globalThis.cuecardApi.storage.local.get('favourites')).favourites?.['visiting-hours-post'] === true),
    'the favourite kept',
  );
  await one.close();
  const other = await session.newPage(session.extensionUrl('panel.html'));
  await waitFor(other, /Visiting hours/);
  await press(other, /^Favourite: Visiting hours/);
  // Taken back in the other, it is gone from the storage altogether.
  await until(
    () => other.evaluate(async () => !Object.hasOwn((await globalThis.cuecardApi.storage.local.get('favourites')).favourites, 'visiting-hours-post')),
    'the favourite taken back',
  );
  await other.close();
  await page.bringToFront();
}

await inBrowsers(async (session) => {
  const page = await session.newPage(session.extensionUrl('panel.html'));
  await check(`${session.name}: the library is looked through, and copied from`, () => library(page));
  await check(`${session.name}: a draft is checked and mended in the panel's field`, () => draft(page));
  await check(`${session.name}: a pasted comment is answered, or escalated`, () => comment(page));
  await check(`${session.name}: a favourite of one panel is one in the other, until it is taken back`, () => favourite(session, page));
  await check(`${session.name}: what two panels remember at once is all kept`, () => atOnce(session, page));
  await check(`${session.name}: no error on the way`, () => assertEqual(page.problems, [], 'problems'));
  await page.close();
});
