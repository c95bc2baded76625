// The soft gate and the journal: where the playbook says `gate: errors`, the person's own submit is held while an error
// is open, the card asks, and lets it go when they say so. Nothing is ever pressed for them; without the playbook's word
// nothing is held. What is noted holds rules, not words.
//
//   node tests/gate.mjs [chromium|firefox] [x|facebook|…]

import { writing, answering } from './harness/begin.mjs';
import { press, says, unfold, waitForSaying } from './harness/card.mjs';
import { inBrowsers, samplePlaybook, usePlaybook } from './harness/extension.mjs';
import { chord, noticed, readEditor, selectAll, settled, typeText } from './harness/keys.mjs';
import { assert, assertEqual, check, until } from './harness/report.mjs';
import { SITES } from './harness/sites.mjs';

/** Sites whose submit is a click and Ctrl+Enter, and one where Enter alone submits. */
const X = { ...SITES.x, submit: '[role="dialog"] [data-testid="tweetButton"]' };
const SECRET = 'Dr. Quillfeather';

/** An error in any draft of the sample's brand: a slot that nobody filled in. */
const WRONG = `Join us with ${SECRET} on {{day}}`;

const posted = async (page) => (await noticed(page)).posted;

const journal = (frame) =>
  frame.evaluate(async () => {
    const all = await globalThis.cuecardApi.storage.local.get(null);
    return Object.entries(all)
      .filter(([key]) => key.startsWith('journal:'))
      .map(([, lines]) => lines)
      .join('');
  });

/** A post composer on X with an error typed into it, under a playbook that has the gate. */
async function withError(session, playbook) {
  await usePlaybook(session, playbook);
  const { page, frame } = await writing(session, X, '');
  await typeText(page, WRONG);
  await unfold(frame);
  await waitForSaying(frame, /\{\{day\}\}/);
  return { page, frame };
}

async function heldAndLetGo(session, playbook) {
  const { page, frame } = await withError(session, playbook);
  await page.click(X.submit);
  await waitForSaying(frame, /Held: 1 error is open/);
  assertEqual(await posted(page), [], 'posted while held');
  assertEqual((await readEditor(page)).text, WRONG, 'the draft');
  await press(frame, /^Let it go$/);
  await waitForSaying(frame, /Press the site’s own button again|Press the site's own button again/);
  assertEqual(await posted(page), [], 'posted by the card');
  await page.click(X.submit);
  await until(async () => (await posted(page)).length === 1, 'the post going out');
  assertEqual(await posted(page), [WRONG], 'posted');
  const noted = await until(async () => {
    const lines = await journal(frame).catch(() => '');
    return /overridden/.test(lines) && /posted/.test(lines) && lines;
  }, 'both in the journal');
  assert(noted.includes('slots/unfilled'), `the journal names no rule: ${noted}`);
  assert(!noted.includes(SECRET) && !noted.includes('Join'), 'the journal holds words of the draft');
  await page.close();
}

async function byKey(session, playbook) {
  const { page, frame } = await withError(session, playbook);
  await chord(page, 'Control', 'Enter');
  await waitForSaying(frame, /Held: 1 error is open/);
  await settled(page);
  assertEqual(await posted(page), [], 'posted while held');
  assertEqual((await readEditor(page)).text, WRONG, 'the draft');
  // Mended, it goes at the first press.
  await selectAll(page);
  await typeText(page, 'Join us on Saturday');
  await until(async () => !/Held/.test(await says(frame)), 'the question gone');
  await page.click(X.submit);
  await until(async () => (await posted(page)).length === 1, 'the post going out');
  assertEqual(await posted(page), ['Join us on Saturday'], 'posted');
  await page.close();
}

/** Instagram's comments go out with a plain Enter. */
async function byEnter(session, playbook) {
  await usePlaybook(session, playbook);
  const { page, frame } = await answering(session, SITES.instagram, 'long-wait');
  await page.keyboard.type('See you on {{day}}');
  await unfold(frame);
  await waitForSaying(frame, /\{\{day\}\}/);
  await page.keyboard.press('Enter');
  await waitForSaying(frame, /Held: /);
  await settled(page);
  assertEqual(await posted(page), [], 'posted while held');
  await page.close();
}

async function withoutTheWord(session, playbook) {
  const { page } = await withError(session, { ...playbook, gate: false });
  await page.click(X.submit);
  await until(async () => (await posted(page)).length === 1, 'the post going out');
  await page.close();
}

/** The page's own script presses its button: that is no person's submit, and the gate keeps out of it. */
async function pagesOwnPress(session, playbook) {
  const { page, frame } = await withError(session, playbook);
  await page.evaluate((selector) => document.querySelector(selector).click(), X.submit);
  await until(async () => (await posted(page)).length === 1, "the page's own press");
  assert(!/Held/.test(await says(frame).catch(() => '')), 'the card asked about a press of the page');
  await page.close();
}

const playbook = { ...(await samplePlaybook()), gate: true };

await inBrowsers(async (session) => {
  await check(`${session.name}: a click on Post is held, asked about, let go, and noted without words`, () => heldAndLetGo(session, playbook));
  await check(`${session.name}: Ctrl+Enter is held; mended, the post goes at the first press`, () => byKey(session, playbook));
  await check(`${session.name}: Enter is held where it submits`, () => byEnter(session, playbook));
  await check(`${session.name}: without the playbook's word nothing is held`, () => withoutTheWord(session, playbook));
  await check(`${session.name}: a press by the page's own script is none of ours`, () => pagesOwnPress(session, playbook));
});
