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
import { focusComposer, highlighted, holds, noticed, readEditor, typeText } from './harness/keys.mjs';
import { watchListeners } from './harness/listeners.mjs';
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
    await until(async () => (await ours(page)).hosts === 0, 'everything gone');
    assertEqual(await ours(page), NOTHING, 'what is left');
    await page.keyboard.type('!');
    await holds(page, 'Come to our ER today!', 'typed on');
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
    await until(async () => (await highlighted(page)) === 1, 'one underline');
    await page.close();
  },

  async 'a card that dies is loaded again, and the checks go on'(session) {
    const page = await session.newPage(SITES.x.post);
    await focusComposer(page);
    let frame = await session.extensionFrame(page);
    await typeText(page, 'Come to our ER today');
    await waitForSaying(frame, /1 to look at/);
    // What a panic in its WASM looks like from outside. Without it nothing would tell for as long as an answer may take.
    await frame.evaluate(() => void setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); }));
    await page.keyboard.type(', we utilize');
    frame = await until(async () => {
      const found = await session.extensionFrame(page).catch(() => null);
      return found && /2 to look at/.test(await says(found).catch(() => '')) ? found : null;
    }, 'the new card with both findings');
    await holds(page, 'Come to our ER today, we utilize', 'the draft');
    await page.close();
  },
};

/**
 * Fields that are no composers, as a page may hold them; those with `copy` stand where the composer stands and have all
 * its attributes, so that only what they are keeps us away.
 */
const NO_COMPOSERS = {
  'a search box': { tag: 'input', type: 'search' },
  'a password field': { tag: 'input', type: 'password' },
  'a line of text': { tag: 'input', type: 'text' },
  'a date': { tag: 'input', type: 'date' },
  'a field of its own': { tag: 'textarea' },
  'an editor of its own': { tag: 'div', contenteditable: 'true' },
  'read-only text': { copy: true, readonly: '', 'aria-readonly': 'true' },
  'text that may not be changed': { copy: true, contenteditable: 'false', readonly: '' },
  'a disabled field': { copy: true, disabled: '', 'aria-disabled': 'true' },
  'an inert field': { copy: true, inert: '' },
  'CodeMirror 6': { copy: true, inside: 'cm-editor' },
  'CodeMirror 5': { copy: true, inside: 'CodeMirror' },
  'Monaco': { copy: true, inside: 'monaco-editor' },
  'Ace': { copy: true, inside: 'ace_editor' },
};

/** Puts a field beside the composer, focuses it and types. Gives whether it took the focus. */
async function useField(page, { tag, copy, inside, ...attributes }) {
  const focused = await page.evaluate(
    (of) => {
      document.querySelector('[data-test-field]')?.remove();
      const composer = window.__editor.dom();
      const field = of.copy ? composer.cloneNode(false) : document.createElement(of.tag);
      for (const [name, value] of Object.entries(of.attributes)) field.setAttribute(name, value);
      const outer = of.inside ? document.createElement('div') : field;
      if (of.inside) {
        outer.className = of.inside;
        outer.append(field);
      }
      outer.setAttribute('data-test-field', '');
      // In the composer's own place, for its entry may ask for what is around it.
      composer.parentElement.append(outer);
      field.focus();
      return document.activeElement === field;
    },
    { tag, copy, inside, attributes },
  );
  await page.keyboard.type('ER');
  return focused;
}

/** Nothing of ours is on the page; in Chromium not even a listener beyond the one that waits for a composer. */
async function untouched(page, listeners, where) {
  assertEqual(await ours(page), NOTHING, `what is attached at ${where}`);
  if (listeners) assertEqual(await listeners.list(), ['window focusin'], `listeners at ${where}`);
}

async function noComposers(session, site) {
  const page = await session.newPage(site.post);
  const listeners = session.name === 'chromium' ? await watchListeners(page) : null;
  await page.bringToFront();
  await page.evaluate(() => document.activeElement?.blur());
  // A composer that takes the focus by itself is one; then there is something to see, which is another test's.
  if ((await ours(page)).hosts > 0) throw new Error('the page begins in its composer');
  await untouched(page, listeners, 'a page without a focused composer');
  for (const [what, field] of Object.entries(NO_COMPOSERS)) {
    await useField(page, field);
    await untouched(page, listeners, what);
  }
  // Had we come late, it would show by now; and a copy that is a composer does bring us, so it was not for other reasons.
  await pause(300);
  await untouched(page, listeners, 'the end');
  assert(await useField(page, { copy: true }), 'the copy of the composer does not take the focus');
  await until(async () => (await ours(page)).hosts === 1, 'the card at a copy that is a composer');
  await page.close();
}

/** A page or a frame as the helpers of the keyboard want it: keys go to the page either way. */
const viewOf = (page, frame) => ({ evaluate: (...args) => frame.evaluate(...args), evaluateHandle: (...args) => frame.evaluateHandle(...args), keyboard: page.keyboard });

/** Where the card's frame is in the page's viewport. */
const boxOf = async (card) => (await card.frameElement()).boundingBox();

const FRAME_CHECKS = {
  async 'a composer in a frame of the same site: the card stands in the frame, where it can be seen, and works'(session) {
    const page = await session.newPage(SITES.mastodon.post);
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = '/publish?kind=post&inner';
      // Taller than the window: its page scrolls, and shows a part of it.
      Object.assign(frame.style, { display: 'block', width: '760px', height: '2400px', border: '7px solid' });
      document.body.prepend(frame);
    });
    const inner = await until(() => page.frames().find((frame) => frame.url().includes('inner')), 'the frame');
    await until(() => inner.evaluate(() => Boolean(window.__editor?.dom())), 'its composer');
    const view = viewOf(page, inner);
    await focusComposer(view);
    const card = await session.extensionFrame(page);
    // With an empty draft the card goes as the focus goes: also from the frame to the page around it, and back.
    await until(async () => (await says(card)) !== '', 'the card beside the empty composer');
    await page.mouse.click(1000, 700);
    await until(async () => (await says(card)) === '', 'the card at rest');
    await focusComposer(view);
    await typeText(view, 'Come to our ER today');
    await waitForSaying(card, /to look at/);
    await until(() => highlighted(view), 'underlines in the frame');
    assertEqual(await ours(page), NOTHING, 'what is attached to the page around it');
    const inSight = async () => {
      const box = await boxOf(card);
      return box && box.width > 0 && box.x >= 0 && box.y >= 0 && box.x + box.width <= 1280 && box.y + box.height <= 900;
    };
    await until(inSight, 'the card where it can be seen');
    await page.evaluate(() => scrollTo({ top: 120, behavior: 'instant' }));
    await until(inSight, 'the card where it can be seen after the page has scrolled');
    await showFindings(card);
    await until(inSight, 'the open card where it can be seen');
    await press(card, /emergency department/);
    await until(async () => (await readEditor(view)).text === 'Come to our emergency department today', 'the mended draft');
    // The page's own composer has a card of its own.
    await focusComposer(page);
    await typeText(page, 'Our ER');
    await until(() => highlighted(page), 'underlines in the page');
    assertEqual((await readEditor(view)).text, 'Come to our emergency department today', 'the draft in the frame');
    await page.close();
  },
};

/** A site's widget on somebody else's page. */
async function noWidget(session) {
  const page = await session.newPage('https://unlisted.example/');
  await page.setBypassCSP(true);
  await page.reload();
  const listeners = await watchListeners(page);
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.src = src;
    Object.assign(frame.style, { width: '700px', height: '600px' });
    document.body.prepend(frame);
  }, SITES.mastodon.post);
  const inner = await until(() => page.frames().find((frame) => frame.url().startsWith('https://mastodon.social')), 'the frame');
  await until(() => inner.evaluate(() => Boolean(window.__editor?.dom())), 'its composer');
  await focusComposer(viewOf(page, inner));
  await page.keyboard.type('Our ER');
  await pause(300);
  assertEqual(await ours(inner), NOTHING, 'what is attached to the frame');
  assertEqual(await ours(page), NOTHING, 'what is attached to the page');
  assertEqual(await listeners.list(), [], 'listeners');
  await page.close();
}

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
      // The frame is made a moment after the first key, and given up after twice twenty seconds without an answer.
      if (dead.name === 'chromium') {
        const cdp = await page.createCDPSession();
        const shown = async () => JSON.stringify((await cdp.send('DOM.getDocument', { depth: -1, pierce: true })).root).includes('Checks paused');
        await until(shown, '“Checks paused”', { timeout: 120_000, every: 500 });
      }
      const frame = () => dead.extensionFrame(page, 'card.html', { timeout: 50 }).catch(() => null);
      if (dead.name === 'firefox') await until(frame, 'the frame of a card');
      await until(async () => !(await frame()), 'the frame given up', { timeout: 120_000, every: 500 });
      await page.keyboard.type('!');
      await holds(page, 'Come to our ER today!', 'typed on');
      await page.close();
    } finally {
      await dead.close();
    }
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

await inBrowsers(async (session, server) => {
  // In a browser of its own, beside the rest: nearly all of it is waiting for a card that does not come.
  const never = neverStarts(session, server);
  never.catch(() => undefined);
  for (const [what, run] of Object.entries({ ...CHECKS, ...FRAME_CHECKS })) await check(`${session.name}: ${what}`, () => run(session));
  for (const [name, site] of Object.entries(SITES)) {
    await check(`${session.name} ${name}: nothing is attached to ${Object.keys(NO_COMPOSERS).length} kinds of fields that are no composers`, () => noComposers(session, site));
  }
  // Firefox has no way to let a page frame what its policy forbids.
  if (session.name === 'chromium') await check(`${session.name}: a listed site in a frame of another site’s page gets nothing attached`, () => noWidget(session));
  await check(`${session.name}: a card that never starts: “checks paused”, and the page is left alone`, () => never);
});
