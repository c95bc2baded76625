// The report that a person can send to us, from the card and from the options page: it says what was found, and holds no
// text of the draft, the comment, its author, the page's title or its address, though all of them are there to be found.
//
//   node tests/report.mjs [chromium|firefox]

import { answering } from './harness/begin.mjs';
import { press, says, unfold, waitForSaying } from './harness/card.mjs';
import { inBrowsers } from './harness/extension.mjs';
import { typeText } from './harness/keys.mjs';
import { assert, assertEqual, check, until } from './harness/report.mjs';
import { SITES } from './harness/sites.mjs';

/** Words that stand nowhere else, one for each place from which a text could leak. */
const CANARIES = { draft: 'quokkalantern', comment: 'wombatcompass', author: 'numbatteapot', title: 'bilbysextant', path: 'potoroochisel', query: 'dunnartanvil' };

/** Keeps what goes on the clipboard: a headless browser's own cannot be read everywhere. */
const watchClipboard = (frame) =>
  frame.evaluate(() => {
    navigator.clipboard.writeText = async (text) => {
      globalThis.__copied = text;
    };
  });

const copied = (frame) => until(() => frame.evaluate(() => globalThis.__copied), 'a report on the clipboard');

/** No canary, none of its halves, and no address at all. */
function holdsNothing(report) {
  for (const [where, word] of Object.entries(CANARIES)) {
    for (const part of [word, word.slice(0, 6), word.slice(-6)]) assert(!report.toLowerCase().includes(part), `a text of the ${where} is in the report:\n${report}`);
  }
  assert(!/https?:|@/.test(report), `an address or a handle is in the report:\n${report}`);
}

async function fromTheCard(session) {
  const address = new URL(SITES.x.reply);
  address.searchParams.set('q', CANARIES.query);
  const { page, frame } = await answering(session, { ...SITES.x, reply: address.href }, 'long-wait');
  await watchClipboard(frame);
  await page.evaluate((words) => {
    history.replaceState(null, '', `/${words.path}/status/1?q=${words.query}`);
    document.title = words.title;
    const comment = [...document.querySelectorAll('[data-testid="tweetText"]')].find((text) => text.textContent.includes('four hours'));
    comment.textContent = `I waited four hours in your ER, ${words.comment}`;
    for (const name of document.querySelectorAll('[data-testid="User-Name"]')) name.querySelector('span, a')?.append(` ${words.author}`);
  }, CANARIES);
  await typeText(page, `We are sorry ${CANARIES.draft}`);
  await unfold(frame);
  // All of it is where it could be taken from: the card itself shows the comment.
  await press(frame, /^Replies/);
  await waitForSaying(frame, CANARIES.comment);
  await press(frame, /^More$/);
  await press(frame, /^Copy a report/);
  const report = await copied(frame);
  await waitForSaying(frame, 'A report is on the clipboard');
  holdsNothing(report);
  for (const line of [/^Cuecard report$/m, /^version: \d/m, /^browser: .*(Chrome|Firefox)/m, /^platform: x$/m, /^in a frame: no$/m, /^host added by the person: no$/m, /^composer reply: 1 on the page, attached, data of 20\d\d-\d\d$/m, /^ {2}submit: found$/m, /^ {2}answered comment, rule 1: \d+ blocks, text found, author found/m]) {
    assert(line.test(report), `${line} is not in the report:\n${report}`);
  }
  // Not every line says "found": what is not on the page is told too.
  assert(/^composer message: 0 on the page, data of/m.test(report), `nothing is said of composers that are not there:\n${report}`);
  await page.close();
}

/** What is missing on the page is missing in the report: it is looked up, not made up. */
async function tellsWhatIsMissing(session) {
  const { page, frame } = await answering(session, SITES.x, 'long-wait');
  await watchClipboard(frame);
  await page.evaluate(() => {
    for (const button of document.querySelectorAll('[data-testid="tweetButtonInline"], [data-testid="tweetButton"]')) button.removeAttribute('data-testid');
    for (const text of document.querySelectorAll('[data-testid="tweetText"]')) text.removeAttribute('data-testid');
    // Attributes are nothing that the driver wakes up for; a node that comes is.
    document.body.append(document.createElement('i'));
  });
  // The comment is gone, and the card has seen it.
  await until(async () => !(await says(frame)).includes('four hours'), 'the card without the comment');
  await typeText(page, 'We are sorry');
  await unfold(frame);
  await press(frame, /^More$/);
  await press(frame, /^Copy a report/);
  const report = await copied(frame);
  assert(/^ {2}submit: not found$/m.test(report), report);
  assert(/rule 1: \d+ blocks, text not found/.test(report), report);
  await page.close();
}

async function fromTheOptions(session) {
  const page = await session.newPage(session.extensionUrl('options.html'));
  await watchClipboard(page);
  await page.evaluate((words) => globalThis.cuecardApi.storage.local.set({ servers: { [`${words.path}.example`]: '' }, sites: { [`${words.title}.example`]: { off: true } } }), CANARIES);
  await waitForSaying(page, `${CANARIES.path}.example`);
  await press(page, /^Run the self-test/);
  await waitForSaying(page, /Everything works|not work in this browser/);
  await press(page, /^Copy a report/);
  const report = await copied(page);
  holdsNothing(report);
  for (const line of [/^version: \d/m, /^wasm: works$/m, /^channel to a card: works$/m, /^data of x: 20\d\d-\d\d$/m, /^data of mastodon: 20\d\d-\d\d$/m]) assert(line.test(report), `${line} is not in the report:\n${report}`);
  await waitForSaying(page, 'A report is on the clipboard');
  await page.evaluate(() => globalThis.cuecardApi.storage.local.remove(['servers', 'sites']));
  assertEqual(await page.evaluate(async () => Object.keys(await globalThis.cuecardApi.storage.local.get(['self-test']))), [], 'what the self-test has left in the storage');
  await page.close();
}

await inBrowsers(async (session) => {
  await check(`${session.name}: the card's report says what was found, and holds no text`, () => fromTheCard(session));
  await check(`${session.name}: the card's report says what is missing`, () => tellsWhatIsMissing(session));
  await check(`${session.name}: the options page's report has versions, results and dates, and no text`, () => fromTheOptions(session));
});
