// The extension is switched off, reloaded, updated or removed while a composer is open, with every editor kind: nothing
// of it can be seen, heard or felt in the page any more, and the draft is what it was.
//
// In Chromium everything of ours is gone from the page, by the debugger's count of listeners too. Firefox ends the driver
// before it can clean up; there the element stays in the tree until the page is loaded again or the extension comes back,
// but it has no box, its highlights have no look, and a content script that has ended hears nothing.
//
//   node tests/gone.mjs [chromium|firefox] [textarea|draft|…]

import { chosenEditors } from './contracts/bench.mjs';
import { extensionDir, inBrowsers } from './harness/extension.mjs';
import { launch } from './harness/browsers.mjs';
import { focusComposer, highlighted, readEditor, typeText } from './harness/keys.mjs';
import { LEAVING, switchOn } from './harness/leaving.mjs';
import { watchListeners } from './harness/listeners.mjs';
import { assert, assertEqual, check, until } from './harness/report.mjs';

const DRAFT = 'Come to our ER today';
const EDITORS = chosenEditors().filter(({ version }) => version === 'new');
/** A contenteditable and a textarea, for the ways that differ only in what comes after. */
const TWO = EDITORS.filter(({ kind }) => ['textarea', 'draft'].includes(kind));

/** Elements of ours in the tree, and those of them with a box; highlights, and those of them that look like anything. */
const ours = (page) =>
  page.evaluate(() => {
    const hosts = [...document.documentElement.children].filter((element) => !['HEAD', 'BODY'].includes(element.tagName));
    const looks = (name) => getComputedStyle(window.__editor.dom(), `::highlight(${name})`).textDecorationLine !== 'none';
    const names = [...CSS.highlights.keys()];
    return {
      hosts: hosts.length,
      seen: hosts.filter((element) => element.checkVisibility()).length,
      highlights: names.length,
      looks: names.filter(looks).length,
      sheets: document.adoptedStyleSheets.length,
    };
  });

/** What must be true of the page once we are gone. */
const GONE = {
  chromium: { hosts: 0, seen: 0, highlights: 0, looks: 0, sheets: 0 },
  // See above: in the tree, but not to be seen.
  firefox: { seen: 0, looks: 0, sheets: 0 },
};

/** Opens an editor, writes something that is marked, and waits for the marks. */
async function begin(session, editor) {
  const page = await session.newPage(editor.url);
  await until(() => page.evaluate(() => Boolean(window.__editor?.dom())), 'the editor');
  const listeners = session.name === 'chromium' ? await watchListeners(page) : null;
  await focusComposer(page);
  await session.extensionFrame(page);
  await typeText(page, DRAFT, { delay: 0 });
  await until(() => highlighted(page), 'underlines');
  const before = await until(async () => {
    const now = await ours(page);
    return now.seen === 1 && now.looks > 0 && now;
  }, 'the card, and underlines that can be seen');
  assert(before.hosts === 1, `${before.hosts} elements of ours before`);
  if (listeners) assert((await listeners.list()).length > 5, 'no listeners are counted while the composer is attached');
  return { editor, page, listeners };
}

async function isGone(session, { page, listeners }) {
  const wanted = GONE[session.name];
  let left;
  await until(async () => {
    left = await ours(page);
    return Object.entries(wanted).every(([what, count]) => left[what] === count);
  }, 'everything gone').catch((error) => {
    throw new Error(`${error.message}; there is ${JSON.stringify(left)}`);
  });
  if (listeners) assertEqual(await listeners.list(), [], 'listeners that are left');
  const { text, shown } = await readEditor(page);
  assertEqual([text, shown], [DRAFT, DRAFT], 'the draft');
  await page.bringToFront();
  await focusComposer(page);
  await page.keyboard.type('!');
  await until(async () => (await readEditor(page)).text === `${DRAFT}!`, 'a further key in the draft');
  assertEqual(Object.keys(wanted).map((what) => [what, wanted[what]]), Object.keys(wanted).map((what) => [what, left[what]]), 'what is left');
}

/** The driver works in the page: one card, and marks. */
async function worksAgain(session, page) {
  await page.bringToFront();
  await focusComposer(page);
  await session.extensionFrame(page);
  await page.keyboard.type(' at our ER');
  await until(async () => {
    const { hosts, seen, looks } = await ours(page);
    return hosts === 1 && seen === 1 && looks > 0;
  }, 'one card, and underlines');
}

/** All editors, one way of leaving. Gives the pages, still open. */
async function leave(session, how, editors) {
  const open = [];
  for (const editor of editors) await check(`${session.name} ${editor.name}: attached before it is ${how}`, async () => open.push(await begin(session, editor)));
  await LEAVING[how](session);
  for (const one of open) await check(`${session.name} ${one.editor.name}: ${how}, nothing is left, and the draft is untouched`, () => isGone(session, one));
  return open;
}

/** Afterwards: Firefox begins anew in pages that are open, Chromium in those that are loaded. */
async function comesBack(session, how, open) {
  for (const { editor, page } of open) {
    await check(`${session.name} ${editor.name}: ${how}, and it works again${session.name === 'chromium' ? ' in a page that is loaded anew' : ''}`, async () => {
      if (session.name === 'chromium') {
        await page.reload();
        await until(() => page.evaluate(() => Boolean(window.__editor?.dom())), 'the editor');
      }
      await worksAgain(session, page);
    });
    await page.close();
  }
}

await inBrowsers(async (session, server) => {
  const off = await leave(session, 'switched off', EDITORS);
  await switchOn(session);
  await comesBack(session, 'switched on again', off.filter(({ editor }) => TWO.includes(editor)));
  for (const { editor, page } of off) if (!TWO.includes(editor)) await page.close();

  for (const how of ['reloaded', 'updated']) {
    const other = await launch({ browser: session.name, extensionDir: extensionDir(session.name), port: server.port });
    try {
      const open = await leaveAndBeReplaced(other, how);
      await comesBack(other, how, open);
      if (how === 'updated') await leave(other, 'removed', TWO);
    } finally {
      await other.close();
    }
  }
});

/** In Firefox the new driver is there at once, so there is no time at which nothing is left: it must have cleaned up. */
async function leaveAndBeReplaced(session, how) {
  if (session.name === 'chromium') return leave(session, how, TWO);
  const open = [];
  for (const editor of TWO) await check(`${session.name} ${editor.name}: attached before it is ${how}`, async () => open.push(await begin(session, editor)));
  await LEAVING[how](session);
  return open;
}
