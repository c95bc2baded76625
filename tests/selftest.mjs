// The self-test on the options page: every part works in this browser, and one that is broken shows as failing, in
// shape and word, with what that means.
//
//   node tests/selftest.mjs [chromium|firefox]

import { press, waitForSaying } from './harness/card.mjs';
import { inBrowsers } from './harness/extension.mjs';
import { assert, assertEqual, check } from './harness/report.mjs';

/** Takes one part of the browser away from the page, by its name in the list. */
const BREAKING = {
  'WebAssembly': () => {
    WebAssembly.validate = () => false;
  },
  'Underlines by CSS highlights': () => {
    CSS.highlights.set = () => undefined;
  },
  'The top layer': () => {
    delete HTMLElement.prototype.showPopover;
  },
  'Style sheets for a shadow root': () => {
    CSSStyleSheet.prototype.replaceSync = () => undefined;
  },
  'Moving the card into a dialog': () => {
    Element.prototype.moveBefore = Node.prototype.insertBefore;
  },
  'Writing into an editor, with undo': () => {
    const exec = Document.prototype.execCommand;
    Document.prototype.execCommand = function (name, ...rest) {
      return document.activeElement?.isContentEditable && !(document.activeElement instanceof HTMLTextAreaElement) ? false : exec.call(this, name, ...rest);
    };
  },
  'Pasting a text': () => {
    DataTransfer.prototype.getData = () => '';
  },
  'Storage of the extension': () => {
    globalThis.cuecardApi = { ...globalThis.cuecardApi, storage: { local: { set: async () => undefined, get: async () => ({}), remove: async () => undefined } } };
  },
  'The clipboard': () => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  },
};

async function open(session) {
  const page = await session.newPage(session.extensionUrl('options.html'));
  await waitForSaying(page, 'Does everything work in this browser?');
  return page;
}

/** Runs it; gives each part with its word and the class of its shape. */
async function run(page) {
  await press(page, /^Run the self-test|^Run it again/);
  await waitForSaying(page, /Everything works\.|not work in this browser\./);
  return page.evaluate(() => [...document.querySelectorAll('#self-test .parts li')].map((row) => ({ name: row.querySelector('p').textContent, word: row.querySelector('.word').textContent, shape: row.querySelector('.mark').classList[1], why: row.querySelectorAll('p')[1]?.textContent ?? '' })));
}

async function allWork(session) {
  const page = await open(session);
  await page.evaluate(() => {
    window.__clipboard = 0;
    navigator.clipboard.writeText = async () => (window.__clipboard += 1);
  });
  const rows = await run(page);
  assertEqual(rows.filter(({ word }) => word !== 'works').map(({ name }) => name), [], 'parts that fail');
  assertEqual(rows.length, 12, 'parts');
  assert(rows.every(({ shape, why }) => shape === 'well' && why === ''), 'a part that works has another shape, or a reason');
  // It leaves nothing: no element, no highlight, no entry, nothing on the clipboard.
  const left = await page.evaluate(async () => [document.body.children.length, CSS.highlights.size, window.__clipboard, Object.keys(await globalThis.cuecardApi.storage.local.get('self-test'))]);
  assertEqual(left, [1, 0, 0, []], 'elements of the body, highlights, writes to the clipboard, entries');
  await page.close();
}

async function brokenShows(session) {
  const page = await open(session);
  for (const [name, take] of Object.entries(BREAKING)) {
    await page.evaluate(take);
    const row = (await run(page)).find((one) => one.name === name);
    assert(row, `there is no part called ${name}`);
    assertEqual([row.word, row.shape, row.why.length > 0], ['fails', 'error', true], name);
  }
  await page.close();
}

/** Only the broken part fails: the others are not carried along. */
async function oneFails(session) {
  const page = await open(session);
  await page.evaluate(BREAKING['The top layer']);
  const rows = await run(page);
  assertEqual(rows.filter(({ word }) => word === 'fails').map(({ name }) => name), ['The top layer'], 'parts that fail');
  await waitForSaying(page, '1 part does not work in this browser.');
  await page.close();
}

await inBrowsers(async (session) => {
  await check(`${session.name}: every part works, and the test leaves nothing behind`, () => allWork(session));
  await check(`${session.name}: a broken part shows as failing, and only that one`, () => oneFails(session));
  await check(`${session.name}: ${Object.keys(BREAKING).length} ways of breaking show`, () => brokenShows(session));
});
