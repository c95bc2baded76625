// What Cuecard is for, from end to end and by the keyboard alone, on the fixtures of six platforms with their real
// editors: a comment is answered with the approved reply by one key, and one undo takes it back; a comment that must not
// be answered says so first, and its packet goes over the clipboard to whoever is told.
//
// Nothing here reaches into the extension: keys and the page's own editor in, what the card says and what a paste gives out.
//
// Then, once: an approved reply that is edited, a kind comment, a comment in Spanish.
//
//   node tests/flows.mjs [chromium|firefox] [x|facebook|linkedin|bluesky|mastodon|google-business|once]

import { controls, press, says, waitForSaying } from './harness/card.mjs';
import { changePlaybook, inBrowsers, samplePlaybook } from './harness/extension.mjs';
import { fixtureAddress, Stage } from './harness/fixtures.mjs';
import { caretTo, chord, focusComposer, holds, noticed, readEditor, settled, typeText, undo } from './harness/keys.mjs';
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

const named = [...Object.keys(FLOWS), 'once'].filter((name) => process.argv.includes(name));
const chosen = Object.entries(FLOWS).filter(([name]) => named.length === 0 || named.includes(name));

/** The comment of the fixtures that is a crisis, as scenarios.js has it. */
const QUIET = { handle: 'quietriver', id: '11400000000000002', words: 'want to die' };

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

/** The one of the approved replies that the card shows. */
async function offered(frame, replies) {
  const said = await says(frame);
  const shown = replies.filter((text) => said.includes(text));
  assertEqual(shown.length, 1, `the approved replies in the card, which says ${JSON.stringify(said)}, `);
  return shown[0];
}

/** One key has put the reply under what the person had written before, and one undo leaves exactly that. */
async function thereAndBack(view, text, prior) {
  await holds(view, prior === '' ? text : `${prior}\n${text}`, 'one key');
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
  await byKey(at.view, at.frame);
  const text = await offered(at.frame, approved(playbook, 'long-wait'));
  await at.view.keyboard.press('1');
  await thereAndBack(at.view, text, at.fixture.prefill ?? '');
  // What the person has written stays, and the key for the first reply needs no card.
  await typeText(at.view, 'Good morning.', { delay: 0 });
  await holds(at.view, 'Good morning.', 'typed');
  await chord(at.view, 'Alt', 'Comma');
  await thereAndBack(at.view, text, 'Good morning.');
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

/** Puts the first reply by its key: its text. */
async function putFirst({ view, frame }, replies) {
  await waitForSaying(frame, 'Put into reply');
  const text = await offered(frame, replies);
  await chord(view, 'Alt', 'Comma');
  await holds(view, text, 'the first reply');
  await settled(view);
  return text;
}

/** An approved reply that is edited: what was changed word by word, and from where on it has to be approved again. */
async function edited(session, stage, playbook) {
  const at = await reply(session, stage, FLOWS.x.id, 'long-wait');
  const { view, frame } = at;
  const text = await putFirst(at, approved(playbook, 'long-wait'));
  await caretTo(view, 'end');
  await typeText(view, ' Anytime.', { delay: 0 });
  await waitForSaying(frame, '1 suggestion');
  await byKey(view, frame);
  await waitForSaying(frame, /Changed from the approved text/);
  await waitForSaying(frame, 'The playbook allows up to 15 %');
  assert(!(await says(frame)).includes('Approve first'), 'a change that the playbook allows needs an approval');
  await view.keyboard.press('Escape');
  await until(async () => (await readEditor(view)).focused, 'the focus back in the composer');
  // And one more sentence: more than the playbook allows.
  await typeText(view, ' We would be glad to hear more from you.', { delay: 0 });
  await holds(view, `${text} Anytime. We would be glad to hear more from you.`, 'typed on');
  await byKey(view, frame);
  await waitForSaying(frame, 'Changed: no longer approved');
  const approver = playbook.roles.find((r) => r.name === 'Approver');
  await waitForSaying(frame, `Approve first: ask ${approver.who}`);
  await waitForSaying(frame, 'so it counts as unapproved');
  // What was changed, word by word, once the last key has been answered.
  const wanted = JSON.stringify([['ins', 'Anytime. We would be glad to hear more from you.']]);
  let pieces;
  await until(async () => {
    pieces = await frame.evaluate(() => JSON.stringify([...document.querySelectorAll('ins, del')].map((e) => [e.localName, e.lastChild.textContent.trim()])));
    return pieces === wanted;
  }, 'the change word by word').catch((error) => {
    throw new Error(`${error.message}; it shows ${pieces}`);
  });
  const now = `${text} Anytime. We would be glad to hear more from you.`;
  await press(frame, /^Copy for approval$/);
  await waitForSaying(frame, 'Copied');
  const copy = await pasted(session, at.page);
  for (const wanted of ['Long wait', now, `The approved text:\n${text}`]) assert(copy.includes(wanted), `what is copied for the approver lacks ${wanted}: ${copy}`);
  // Back from the other tab, the person goes on in the composer.
  await focusComposer(view);
  await byKey(view, frame);
  await view.keyboard.press('1');
  await holds(view, text, 'the approved text put back');
  assertEqual(await posted(view), [], 'posted');
}

/** The same of a reply that the person wrote, or pasted, themselves. */
async function resembles(session, stage, playbook) {
  const at = await reply(session, stage, FLOWS.x.id, 'long-wait');
  const { view, frame } = at;
  await waitForSaying(frame, 'Put into reply');
  const text = await offered(frame, approved(playbook, 'long-wait'));
  const [first, ...rest] = text.split('. ');
  await typeText(view, ['So sorry to hear about all of that today', ...rest].join('. '), { delay: 0 });
  assert(first.length > 0 && rest.length > 0, 'the reply has sentences');
  await waitForSaying(frame, /1 (to look at|warning)/);
  await byKey(view, frame);
  await waitForSaying(frame, 'Changed: no longer approved');
  await until(() => frame.evaluate(() => Boolean(document.querySelector('ins') && document.querySelector('del'))), 'what was changed');
}

/** The key comes while the card is still at the draft's first letter: the reply goes behind all that was typed before it. */
async function hurried(session, stage, playbook) {
  const at = await reply(session, stage, FLOWS.mastodon.id, 'long-wait');
  await waitForSaying(at.frame, 'Put into reply');
  const text = await offered(at.frame, approved(playbook, 'long-wait'));
  const busy = at.frame.evaluate((until) => {
    while (Date.now() < until);
  }, Date.now() + BUSY);
  await typeText(at.view, 'Good morning.', { delay: 0 });
  await chord(at.view, 'Alt', 'Comma');
  await busy;
  await thereAndBack(at.view, text, 'Good morning.');
}

/** How long the card does something else (ms): longer than a dozen keys take. */
const BUSY = 3000;

/** A kind comment: how far one goes is the playbook's. */
async function praised(session, stage) {
  const at = await reply(session, stage, FLOWS.mastodon.id, 'praise');
  await waitForSaying(at.frame, 'Like it, and thank.');
  await waitForSaying(at.frame, 'Put into reply');
}

async function liked(session, stage, own) {
  const at = await reply(session, stage, FLOWS.mastodon.id, 'praise');
  await changePlaybook(at.frame, own);
  await waitForSaying(at.frame, 'Like it, and leave it at that.');
  assert(!(await controls(at.frame)).some((name) => /^Put into/.test(name)), 'a reply is offered');
  await chord(at.view, 'Alt', 'Comma');
  await until(() => at.frame.evaluate(() => document.hasFocus()), 'the focus in the card');
  assertEqual((await readEditor(at.view)).text, '', 'the draft');
}

/** A comment in Spanish is answered in Spanish, and the card says so. */
async function inSpanish(session, stage, own) {
  const at = await reply(session, stage, FLOWS.mastodon.id, 'spanish');
  await changePlaybook(at.frame, own);
  await waitForSaying(at.frame, LAMENTAMOS);
  await waitForSaying(at.frame, 'in Spanish');
  const lang = await at.frame.evaluate((text) => [...document.querySelectorAll('[lang]')].find((e) => e.textContent === text)?.lang ?? '', LAMENTAMOS);
  assertEqual(lang, 'es', 'the language of the reply, for who hears it read,');
  await byKey(at.view, at.frame);
  await at.view.keyboard.press('1');
  await thereAndBack(at.view, LAMENTAMOS, '');
}

const LAMENTAMOS = 'Lamentamos la espera. Por favor llame a Relaciones con Pacientes al 555-0101.';

/** The sample, where a kind comment is only liked, and where a long wait is answered in Spanish too. */
function another(playbook) {
  const own = structuredClone(playbook);
  own.comfort = 'like';
  const wait = own.protocols.find((p) => p.id === 'long-wait');
  wait.examples.push('llevo horas esperando en urgencias y nadie me atiende', 'por qué hay que esperar seis horas en urgencias');
  wait.replies.push({ platform: 'es', text: LAMENTAMOS, line: 1 });
  return own;
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
  if (named.length === 0 || named.includes('once')) {
    const own = another(playbook);
    for (const [what, run] of Object.entries({
      'an edited reply shows what was changed, and is to be approved again from the playbook’s percentage on': () => edited(session, stage, playbook),
      'so does one that the person wrote': () => resembles(session, stage, playbook),
      'a reply by its key goes behind what was typed before it, however late the card hears of that': () => hurried(session, stage, playbook),
      'a kind comment is thanked for, as far as the playbook goes': () => praised(session, stage),
      'or only liked': () => liked(session, stage, own),
      'a comment in Spanish is answered in Spanish': () => inSpanish(session, stage, own),
    })) {
      if (!(await check(`${session.name}: ${what}`, run))) await stage.close();
    }
  }
  await stage.close();
});
