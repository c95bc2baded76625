// What every part does with a page: a draft of a given length in a composer that the card has answered for.

import { composer, focusComposer, setText } from '../harness/keys.mjs';
import { waitForSaying } from '../harness/card.mjs';
import { until } from '../harness/report.mjs';

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Ordinary prose without a word that the sample playbook would mark. */
const SENTENCE = 'We look forward to the health fair on Saturday with the whole team. ';

/** Prose of so many characters. */
export const prose = (length) => SENTENCE.repeat(Math.ceil(length / SENTENCE.length)).slice(0, length);

/** A page with a draft of `length` characters in its composer, the caret at its end, and the card's answer to it. */
export async function drafting(session, site, length) {
  const page = await session.newPage(site.post);
  await focusComposer(page);
  const frame = await session.extensionFrame(page);
  await setText(page, prose(length - 2));
  await focusComposer(page);
  await page.keyboard.type(' .');
  await waitForSaying(frame, /left|over|to look at|must change/);
  await pause(300);
  return { page, frame };
}

/** At a person's pace, and at no fixed distance from the browser's frames: 60 to 159 ms, the same in every run. */
export const pace = (i) => pause(60 + ((i * 37) % 100));

/** How many places are highlighted. */
export const count = (page) => page.evaluate(() => [...CSS.highlights.values()].reduce((n, h) => n + h.size, 0));

/** The same, once it has stayed what it is for a while: between a key and its answer it may be less. */
export async function restingCount(page) {
  let last = await count(page);
  for (let still = 0; still < 5; ) {
    await pause(100);
    const now = await count(page);
    still = now === last ? still + 1 : 0;
    last = now;
  }
  return last;
}

/** A composer that holds a word to mark and has not had the focus yet. */
export async function waiting(session, address, text) {
  const page = await session.newPage(address);
  await page.evaluate(() => document.activeElement?.blur());
  await setText(page, text);
  await until(() => page.evaluate(() => document.hasFocus()), 'a page with the focus');
  return { page, element: await composer(page) };
}
