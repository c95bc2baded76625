// What Cuecard is for, from end to end and by the keyboard alone, on the fixtures of six platforms with their real
// editors: a comment is answered with the approved reply by one key, and one undo takes it back; a comment that must not
// be answered says so first, and its packet goes over the clipboard to whoever is told.
//
// Nothing here reaches into the extension: keys and the page's own editor in, what the card says and what a paste gives out.
//
//   node tests/flows.mjs [chromium|firefox] [x|facebook|linkedin|bluesky|mastodon|google-business]

import { says, waitForSaying } from './harness/card.mjs';
import { inBrowsers, samplePlaybook } from './harness/extension.mjs';
import { fixtureAddress, Stage } from './harness/fixtures.mjs';
import { chord, focusComposer, noticed, readEditor, settled, typeText, undo } from './harness/keys.mjs';
import { assert, assertEqual, check, until } from './harness/report.mjs';

/** Each platform's reply, and where its comments are linked to; without a link of its own, the page is where it stands. */
const FLOWS = {
  x: { id: 'x/reply', link: ({ handle, id }) => `https://x.com/${handle}/status/${id}` },
  facebook: { id: 'facebook/reply', link: ({ handle, id }) => `https://www.facebook.com/${handle}?comment_id=${id}` },
  linkedin: { id: 'linkedin/comment.reply' },
  bluesky: { id: 'bluesky/post.reply' },
  mastodon: { id: 'mastodon/post.reply' },
  'google-business': { id: 'google-business/review' },
};

const named = Object.keys(FLOWS).filter((name) => process.argv.includes(name));
const chosen = Object.entries(FLOWS).filter(([name]) => named.length === 0 || named.includes(name));

/** The comment of the fixtures that is a crisis, as scenarios.js has it. */
const QUIET = { handle: 'quietriver', id: '11400000000000002', words: 'want to die' };

/** Model and page hold `text`, exactly. */
async function holds(view, text, what) {
  let now;
  await until(async () => {
    now = await readEditor(view);
    return now.text === text && now.shown === text;
  }, `${what}: ${JSON.stringify(text)} in model and page`).catch((error) => {
    throw new Error(`${error.message}; model ${JSON.stringify(now.text)}, page ${JSON.stringify(now.shown)}`);
  });
}

/** The card by its key, from the composer: it has the focus, on one of its own controls. */
async function byKey(view, frame) {
  await chord(view, 'Alt', 'Period');
  await until(() => frame.evaluate(() => document.hasFocus() && document.activeElement !== document.body), 'the focus in the card');
}

/** Shows a fixture's comment and goes into the reply: the fixture, its page and the card's frame. */
async function reply(session, stage, id, comment) {
  const shown = await stage.show(id, { comment });
  await shown.view.evaluate(() => window.__editor.dom().blur());
  await focusComposer(shown.view);
  return { ...shown, frame: await session.extensionFrame(shown.page) };
}

const posted = async (view) => (await noticed(view)).posted;

/** The approved replies of a protocol. */
const approved = (playbook, id) => playbook.protocols.find((p) => p.id === id).replies.map((r) => r.text);

/** One key puts the approved reply, and one undo takes it back; `prior` is what the person had written before. */
async function oneKeyOneUndo({ view, frame }, replies, prior) {
  await byKey(view, frame);
  const said = await says(frame);
  const offered = replies.filter((text) => said.includes(text));
  assertEqual(offered.length, 1, `the approved replies in the card, which says ${JSON.stringify(said)}, `);
  await view.keyboard.press('1');
  await holds(view, prior === '' ? offered[0] : `${prior}\n${offered[0]}`, 'one key');
  assert((await readEditor(view)).focused, 'the composer lost the focus');
  await settled(view);
  await undo(view);
  await holds(view, prior, 'one undo');
}

async function answered(session, stage, id, playbook) {
  const at = await reply(session, stage, id, 'long-wait');
  const { author } = await at.view.evaluate(() => window.__fixture.expected);
  await waitForSaying(at.frame, author ? `Reply to ${author}` : 'Reply to this comment');
  await waitForSaying(at.frame, 'Long wait');
  await waitForSaying(at.frame, 'Put into reply');
  const replies = approved(playbook, 'long-wait');
  await oneKeyOneUndo(at, replies, at.fixture.prefill ?? '');
  // What the person has written stays: the reply goes under it, and one undo leaves it as it was.
  await typeText(at.view, 'Good morning.', { delay: 0 });
  await holds(at.view, 'Good morning.', 'typed');
  await oneKeyOneUndo(at, replies, 'Good morning.');
  assertEqual(await posted(at.view), [], 'posted');
  assertEqual(at.page.problems, [], 'the page’s problems');
}

/** What lies on the clipboard, as a person sees it: pasted into a text box of another page, where Cuecard is not. */
async function pasted(session, page) {
  const other = await session.newPage('https://unlisted.example/');
  try {
    await other.click('textarea');
    await chord(other, 'Control', 'KeyV');
    return await until(() => other.evaluate(() => document.querySelector('textarea').value), 'a paste');
  } finally {
    await other.close();
    await page.bringToFront();
  }
}

async function escalated(session, stage, { id, link }, playbook) {
  const begun = Date.now();
  const at = await reply(session, stage, id, 'self-harm');
  const { author } = await at.view.evaluate(() => window.__fixture.expected);
  const protocol = playbook.protocols.find((p) => p.id === 'self-harm');
  const [tell] = protocol.tell;
  const { reach } = playbook.roles.find((r) => r.name === tell.role);
  await waitForSaying(at.frame, 'Do not reply yet');
  // The first thing is what to do, then whom, then how fast and how they are reached.
  await waitForSaying(at.frame, /\d+:\d\d/);
  const said = await says(at.frame);
  const order = ['Do not reply yet', QUIET.words, `Tell ${tell.role}`, /\d:\d\d/, reach[0]].map((part) => said.search(part));
  assert(order.every((place, i) => place >= 0 && (i === 0 || place > order[i - 1])), `the card says it in another order (${order}): ${said}`);
  assert(said.includes(`${tell.minutes} min`), `the card says nothing of ${tell.minutes} minutes: ${said}`);
  assert(!said.includes('Put into reply'), 'a reply is offered beside the escalation');
  await byKey(at.view, at.frame);
  await at.view.keyboard.press('1');
  await waitForSaying(at.frame, 'Copied');
  const packet = await pasted(session, at.page);
  const where = link ? link(QUIET) : fixtureAddress(at.fixture, { comment: 'self-harm' });
  for (const wanted of [where, protocol.name, 'crisis', QUIET.words, author, tell.role, tell.within, reach[0]]) {
    assert(wanted && packet.includes(wanted), `the packet lacks ${wanted}: ${packet}`);
  }
  const time = Date.parse(/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)/.exec(packet)?.[0] ?? '');
  assert(time >= begun - 60_000 && time <= Date.now() + 60_000, `the packet has no time, or another: ${packet}`);
  await holds(at.view, at.fixture.prefill ?? '', 'the draft');
  assertEqual(await posted(at.view), [], 'posted');
}

const playbook = await samplePlaybook();

await inBrowsers(async (session) => {
  const stage = new Stage(session);
  for (const [name, flow] of chosen) {
    const done = await check(`${session.name} ${name}: a comment, its approved reply, one key, one undo`, () => answered(session, stage, flow.id, playbook));
    if (!done) await stage.close();
    const passed = await check(`${session.name} ${name}: a crisis, whom to tell, and the packet on the clipboard`, () => escalated(session, stage, flow, playbook));
    if (!passed) await stage.close();
  }
  await stage.close();
});
