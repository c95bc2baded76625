// Contract 4: a reply of several lines goes into the composer of each site, empty or with the name that the site put
// there; one undo gives back what was there, and typing goes on.

import { press, says, unfold, waitForSaying } from '../harness/card.mjs';
import { samplePlaybook } from '../harness/extension.mjs';
import { caretTo, focusComposer, noticed, readEditor, settled, typeText, undo } from '../harness/keys.mjs';
import { assert, assertEqual, until } from '../harness/report.mjs';

/** Four lines, one of them blank, with an emoji of two code points and a curly apostrophe. */
const REPLY = 'We’re sorry to hear this was frustrating.\n\nWe can’t discuss anyone’s care here 🙏🏽\nPlease call Patient Relations at 555-0101.';

/** The length as each site counts a text without links: X gives an emoji 2, the others 1 a grapheme, Meta 1 a unit or point. */
function lengths(text) {
  const graphemes = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].length;
  const emoji = (text.match(/\p{Emoji_Presentation}\p{Emoji_Modifier}?/gu) ?? []).length;
  return new Set([graphemes, graphemes + emoji, [...text].length, text.length]);
}

/** The model, the DOM and the card's count all hold `text`. */
async function agree(page, frame, text, what, limit) {
  let now;
  await until(async () => {
    now = await readEditor(page);
    return now.text === text && now.shown === text;
  }, `${what}: model and DOM holding ${JSON.stringify(text)}`).catch((error) => {
    throw new Error(`${error.message}; model ${JSON.stringify(now.text)}, DOM ${JSON.stringify(now.shown)}`);
  });
  const wanted = lengths(text);
  await until(async () => {
    // After a reply is put in, the card folds to its chip by itself.
    await unfold(frame);
    // As the site itself shows it: what is used, or what is left.
    const [, used, left] = (await says(frame)).replaceAll(',', '').match(/(\d+) \/ \d|(\d+) left/) ?? [];
    return wanted.has(used === undefined ? limit - Number(left) : Number(used));
  }, `${what}: the card counting ${[...wanted]}`).catch(async (error) => {
    throw new Error(`${error.message}; it says ${JSON.stringify(await says(frame))}`);
  });
}

/** The sample playbook with the reply of several lines. */
export async function playbookWithReply() {
  const playbook = await samplePlaybook();
  const protocol = playbook.protocols.find((p) => p.id === 'long-wait');
  protocol.replies = [{ platform: null, text: REPLY, line: 1 }];
  return playbook;
}

/** Puts the reply in, takes it back with one undo, and types on. */
export async function insertReply(session, site) {
  const page = await session.newPage(site.reply);
  if (site.answer) await page.click(site.answer);
  else await focusComposer(page);
  const frame = await session.extensionFrame(page);
  const prefill = site.prefill ?? '';
  await waitForSaying(frame, REPLY.split('\n')[0]);
  await press(frame, /^Put into reply/);
  const text = prefill + REPLY;
  await until(async () => (await readEditor(page)).text === text, `model holding ${JSON.stringify(text)}`).catch(async (error) => {
    throw new Error(`${error.message}; it holds ${JSON.stringify(await readEditor(page))}; the card says ${JSON.stringify(await says(frame))}`);
  });
  await unfold(frame);
  await agree(page, frame, text, 'inserted', site.limit);
  assert((await readEditor(page)).focused, 'the composer lost the focus');
  await undo(page);
  await until(async () => (await readEditor(page)).text === prefill, 'one undo giving the old text back').catch(async (error) => {
    throw new Error(`${error.message}; it holds ${JSON.stringify((await readEditor(page)).text)}`);
  });
  assertEqual((await readEditor(page)).shown, prefill, 'the DOM after undo');
  await settled(page);
  await caretTo(page, 'end');
  await typeText(page, 'We hear you');
  await unfold(frame);
  await agree(page, frame, `${prefill}We hear you`, 'typed on', site.limit);
  assertEqual((await noticed(page)).posted, [], 'posted');
  await page.close();
}
