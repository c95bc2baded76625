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

await inBrowsers(async (session) => {
  const page = await session.newPage(session.extensionUrl('panel.html'));
  await check(`${session.name}: the library is looked through, and copied from`, () => library(page));
  await check(`${session.name}: a draft is checked and mended in the panel's field`, () => draft(page));
  await check(`${session.name}: a pasted comment is answered, or escalated`, () => comment(page));
  await check(`${session.name}: no error on the way`, () => assertEqual(page.problems, [], 'problems'));
  await page.close();
});
