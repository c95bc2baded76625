// Coming and going: hosts that are not listed, pages that forbid everything, a site that is switched off, composers that
// vanish, a card that dies. The draft is untouched by all of it.
//
//   node tests/lifecycle.mjs [chromium|firefox]

import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { press, says, showFindings, unfold, waitForSaying } from './harness/card.mjs';
import { extensionDir, inBrowsers } from './harness/extension.mjs';
import { launch } from './harness/browsers.mjs';
import { focusComposer, noticed, readEditor, typeText, highlighted } from './harness/keys.mjs';
import { assert, assertEqual, check, until } from './harness/report.mjs';
import { SITES } from './harness/sites.mjs';

/** What of ours the page could hold: children of <html> besides head and body, and highlights. */
const ours = (page) => page.evaluate(() => ({ hosts: document.documentElement.children.length - 2, highlights: CSS.highlights.size, sheets: document.adoptedStyleSheets.length }));

const NOTHING = { hosts: 0, highlights: 0, sheets: 0 };

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const CHECKS = {
  async 'a host that is not listed gets nothing attached'(session) {
    const page = await session.newPage('https://unlisted.example/');
    for (const name of ['textarea', 'editable']) {
      await focusComposer(page, name);
      await page.keyboard.type('Come to our ER today');
    }
    await pause(500);
    assertEqual(await ours(page), NOTHING, 'what was attached');
    await page.close();
  },

  async 'a listed page without a focused composer gets nothing attached'(session) {
    const page = await session.newPage(SITES.facebook.reply);
    await page.mouse.click(5, 5);
    await pause(300);
    assertEqual(await ours(page), NOTHING, 'what was attached');
    await page.close();
  },

  async 'a page with default-src none and frame-src none works'(session) {
    const page = await session.newPage('https://mastodon.social/locked');
    await focusComposer(page);
    const frame = await session.extensionFrame(page);
    await typeText(page, 'Come to our ER today');
    await waitForSaying(frame, /to look at/);
    await until(() => highlighted(page), 'underlines');
    await showFindings(frame);
    await press(frame, /emergency department/);
    await until(async () => (await readEditor(page)).text === 'Come to our emergency department today', 'the mended draft');
    assertEqual((await noticed(page)).events.violations, 0, 'violations');
    await page.close();
  },

  async 'switched off for a site: it says so, then everything is gone, and the draft is untouched'(session) {
    const page = await session.newPage(SITES.x.post);
    await focusComposer(page);
    const frame = await session.extensionFrame(page);
    await typeText(page, 'Come to our ER today');
    await waitForSaying(frame, /to look at/);
    await unfold(frame);
    await press(frame, /^More$/);
    await press(frame, /^Pause on this site/);
    await waitForSaying(frame, 'Paused here');
    await until(async () => (await ours(page)).hosts === 0, 'everything gone', { timeout: 8000 });
    assertEqual(await ours(page), NOTHING, 'what is left');
    await page.keyboard.type('!');
    assertEqual((await readEditor(page)).text, 'Come to our ER today!', 'the draft');
    await page.close();

    const again = await session.newPage(SITES.x.post);
    await focusComposer(again);
    await again.keyboard.type('ER');
    await pause(500);
    assertEqual(await ours(again), NOTHING, 'what is attached on a site that is off');

    // Another site goes on; switching on again works without a reload.
    const other = await session.newPage(SITES.mastodon.post);
    await focusComposer(other);
    const otherFrame = await session.extensionFrame(other);
    await otherFrame.evaluate(() => globalThis.cuecardApi.storage.local.remove('sites'));
    await other.close();
    await focusComposer(again);
    await again.keyboard.type(' today');
    const back = await session.extensionFrame(again);
    await waitForSaying(back, /to look at/);
    await again.close();
  },

  async 'a composer that vanishes takes its marks and its card along'(session) {
    const page = await session.newPage(SITES.x.post);
    await focusComposer(page);
    const frame = await session.extensionFrame(page);
    await typeText(page, 'Come to our ER today');
    await until(() => highlighted(page), 'underlines');
    await page.click('[data-testid="app-bar-close"]');
    await until(async () => (await highlighted(page)) === 0, 'no underlines');
    await until(async () => {
      const element = await frame.frameElement();
      const box = await element?.boundingBox();
      return !box || box.width === 0 || box.height === 0;
    }, 'the card gone');
    await page.click('[data-testid="SideNav_NewTweet_Button"]');
    await until(() => page.evaluate(() => window.__editors.modal?.dom()?.isConnected), 'the next composer');
    await focusComposer(page, 'modal');
    await typeText(page, 'Our ER');
    await until(() => highlighted(page), 'underlines in the next composer');
    await page.close();
  },

  async 'two composers: the card and the marks go with the focus'(session) {
    const page = await session.newPage(SITES.facebook.reply);
    await focusComposer(page, 'reply');
    const frame = await session.extensionFrame(page);
    await typeText(page, 'The ER');
    await waitForSaying(frame, /to look at|must change|ER/);
    await focusComposer(page, 'comment');
    await typeText(page, 'We utilize this');
    await showFindings(frame);
    await waitForSaying(frame, 'utilize');
    assert(!/\bER\b/.test(await says(frame).then((t) => t.replace(/in your ER[^\n]*/, ''))), 'the card still speaks of the other composer');
    assertEqual(await highlighted(page), 1, 'underlines');
    await page.close();
  },

  async 'a card that dies is loaded again, and the checks go on'(session) {
    const page = await session.newPage(SITES.x.post);
    await focusComposer(page);
    let frame = await session.extensionFrame(page);
    await typeText(page, 'Come to our ER today');
    await waitForSaying(frame, /1 to look at/);
    await frame.evaluate(() => globalThis.cuecardFirst.then(({ port }) => port.close()));
    await pause(300);
    await page.keyboard.type(', we utilize it');
    frame = await until(async () => {
      const found = await session.extensionFrame(page).catch(() => null);
      return found && /2 to look at/.test(await says(found).catch(() => '')) ? found : null;
    }, 'the new card with both findings', { timeout: 15000 });
    assertEqual((await readEditor(page)).text, 'Come to our ER today, we utilize it', 'the draft');
    await page.close();
  },
};

/** The same extension with a card that cannot start. */
async function neverStarts(session, server) {
  const dir = await mkdtemp(join(tmpdir(), 'cuecard-dead-'));
  try {
    await cp(extensionDir(session.name), dir, { recursive: true });
    await writeFile(join(dir, 'start-card.js'), "throw new Error('no card');\n");
    const dead = await launch({ browser: session.name, extensionDir: dir, port: server.port });
    try {
      const page = await dead.newPage(SITES.mastodon.post);
      await focusComposer(page);
      await typeText(page, 'Come to our ER today');
      // Twice five seconds without an answer.
      await until(async () => !(await dead.extensionFrame(page, 'card.html', { timeout: 50 }).catch(() => null)), 'the frame given up', { timeout: 20000, every: 500 });
      if (dead.name === 'chromium') {
        const cdp = await page.createCDPSession();
        const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
        assert(JSON.stringify(root).includes('Checks paused'), '“Checks paused” is not shown');
      }
      await page.keyboard.type('!');
      assertEqual((await readEditor(page)).text, 'Come to our ER today!', 'the draft');
      await page.close();
    } finally {
      await dead.close();
    }
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

await inBrowsers(async (session, server) => {
  for (const [what, run] of Object.entries(CHECKS)) await check(`${session.name}: ${what}`, () => run(session));
  await check(`${session.name}: a card that never starts: “checks paused”, and the page is left alone`, () => neverStarts(session, server));
});
