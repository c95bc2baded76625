// The main job as a printed visit, for machines without a display: a draft is mended, a comment is answered, another one
// must be escalated. After each step the editor's own model is read. Screenshots go to dist/visit/.
//
//   cargo xtask demo --headless

import { mkdir } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { press, says, unfold, waitForSaying } from './harness/card.mjs';
import { inBrowsers } from './harness/extension.mjs';
import { focusComposer, noticed, readEditor, typeText, undo } from './harness/keys.mjs';
import { assertEqual, check, until } from './harness/report.mjs';
import { SITES, withQuery } from './harness/sites.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'dist/visit');
await mkdir(folder, { recursive: true });

const tell = (line) => console.log(`     ${line}`);
const lines = (text) => text.split('\n').map((l) => l.trim()).filter(Boolean).join(' · ');

async function shot(page, session, name) {
  const path = join(folder, `${name}-${session.name}.png`);
  await page.screenshot({ path });
  tell(`screenshot: ${relative(root, path)}`);
}

const STEPS = {
  async 'On X, a post is typed; the words that depart from the playbook are underlined, and a click mends one'(session) {
    const page = await session.newPage(SITES.x.post);
    await focusComposer(page);
    const frame = await session.extensionFrame(page);
    const draft = 'Flu season is here.\nOur ER is open all night.\nGet a free vaccine on Saturday.';
    await typeText(page, draft);
    await waitForSaying(frame, /to look at|must change/);
    await unfold(frame);
    await waitForSaying(frame, 'emergency department');
    tell(`typed:            ${JSON.stringify(draft)}`);
    tell(`the card says:    ${lines(await says(frame)).slice(0, 220)}`);
    await shot(page, session, '1-findings-x');
    await press(frame, /emergency department/);
    const wanted = draft.replace('ER', 'emergency department');
    await until(async () => (await readEditor(page)).text === wanted, 'the mended draft');
    tell(`the model holds:  ${JSON.stringify((await readEditor(page)).text)}`);
    await undo(page);
    await until(async () => (await readEditor(page)).text === draft, 'the draft after one undo');
    tell('one undo gives the old text back');
    assertEqual((await noticed(page)).posted, [], 'posted');
    await page.close();
  },

  async 'On Facebook, a complaint is answered with the approved reply'(session) {
    const page = await session.newPage(SITES.facebook.reply);
    await focusComposer(page);
    const frame = await session.extensionFrame(page);
    await waitForSaying(frame, 'Put into reply');
    tell(`the card says:    ${lines(await says(frame)).slice(0, 260)}`);
    await shot(page, session, '2-reply-facebook');
    await press(frame, /^Put into reply/);
    await until(async () => (await readEditor(page)).text.startsWith('We'), 'the reply in the model');
    tell(`the model holds:  ${JSON.stringify((await readEditor(page)).text)}`);
    assertEqual((await noticed(page)).posted, [], 'posted');
    await page.close();
  },

  async 'A reply that confirms somebody is a patient is an error before it goes out'(session) {
    const page = await session.newPage(SITES.linkedin.reply);
    await focusComposer(page);
    const frame = await session.extensionFrame(page);
    await typeText(page, 'Sorry about the wait when you came in last night.');
    await unfold(frame);
    await waitForSaying(frame, /as if we knew them/);
    tell(`the card says:    ${lines(await says(frame)).slice(0, 260)}`);
    await shot(page, session, '3-guard-linkedin');
    await page.close();
  },

  async 'On Mastodon, a comment must not be answered but escalated: the card says so first'(session) {
    const page = await session.newPage(withQuery(SITES.mastodon.reply, 'comment', 'self-harm'));
    await focusComposer(page);
    const frame = await session.extensionFrame(page);
    await waitForSaying(frame, 'Do not reply yet');
    tell(`the card says:    ${lines(await says(frame)).slice(0, 300)}`);
    await shot(page, session, '4-escalation-mastodon');
    assertEqual((await readEditor(page)).text, '', 'the draft');
    await page.close();
  },
};

console.log('Cuecard on pages served under the sites’ own host names, with strict content security policies.');
await inBrowsers(async (session, server) => {
  for (const [what, run] of Object.entries(STEPS)) await check(`${session.name}: ${what}`, () => run(session));
  await check(`${session.name}: no request went to any other host`, () =>
    assertEqual(server.requests.filter((r) => !r.known).map((r) => r.host), [], 'hosts'));
});
