// What the card does beside each of the six composers: it knows which comment is answered, offers the approved reply or
// says that this one is to be escalated, shows findings and mends them, by mouse and by keyboard, and keeps out of the way.
//
//   node tests/card.mjs [chromium|firefox] [x|facebook|…]

import { answering, writing } from './harness/begin.mjs';
import { controls, press, says, unfold, waitForSaying } from './harness/card.mjs';
import { inBrowsers } from './harness/extension.mjs';
import { caretTo, chord, composer, focusComposer, move, noticed, readEditor, typeText, undo, waitForText } from './harness/keys.mjs';
import { assert, assertEqual, check, until } from './harness/report.mjs';
import { chosenSites } from './harness/sites.mjs';

const cardBox = async (frame) => (await frame.frameElement()).boundingBox();

/** Where the card is, once it stands still: it goes to its place when it has measured itself. */
async function restingBox(frame) {
  let last = null;
  return until(async () => {
    const box = JSON.stringify(await cardBox(frame));
    const rests = box === last;
    last = box;
    return rests && JSON.parse(box);
  }, 'the card at rest', { every: 100 });
}

/** The frame has the focus, and the card has put it where it belongs: only then do keys mean something. */
const focusInCard = (frame) => until(() => frame.evaluate(() => document.hasFocus() && document.activeElement !== document.body), 'the focus in the card');

/** Whether two boxes share an area of more than a hair. */
const overlap = (a, b) => a && b && Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 1 && Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 1;

const focusInComposer = async (page) => (await readEditor(page)).focused;

/** Keeps what the card puts on the clipboard: a headless browser's own clipboard cannot be read everywhere. */
const watchClipboard = (frame) =>
  frame.evaluate(() => {
    navigator.clipboard.writeText = async (text) => {
      globalThis.__copied = text;
    };
  });

const copied = (frame) => until(() => frame.evaluate(() => globalThis.__copied), 'a text on the clipboard');

const SITE_CHECKS = {
  async 'the approved reply for a comment is offered, and one click puts it in'(session, site) {
    const { page, frame } = await answering(session, site, 'long-wait');
    await waitForSaying(frame, /Reply to .*(Carla Mendes|carla_m)/i);
    await waitForSaying(frame, 'I waited four hours in your ER');
    await waitForSaying(frame, 'Long wait');
    assert(await focusInComposer(page), 'the card took the focus');
    await press(frame, /^Put into reply/);
    await until(async () => /^(@carla_m )?We.re sorry/.test((await readEditor(page)).text), 'the reply in the editor’s model');
    const { text, shown } = await readEditor(page);
    assertEqual(shown, text, 'the DOM');
    assertEqual((await noticed(page)).posted, [], 'posted');
    await undo(page);
    await waitForText(page, site.prefill ?? '');
    await page.close();
  },

  async 'a comment to escalate says so instead, with whom, how fast, and a packet'(session, site) {
    const { page, frame } = await answering(session, site, 'self-harm');
    await waitForSaying(frame, 'Do not reply yet');
    const text = await says(frame);
    for (const wanted of ['want to die', '555-0111', '5 min', 'creenshot']) assert(text.includes(wanted), `the card says nothing of ${wanted}: ${text}`);
    assert(!text.includes('Put into reply'), 'a reply is offered beside the escalation');
    await watchClipboard(frame);
    await press(frame, /^Copy the packet/);
    const packet = await copied(frame);
    for (const wanted of ['want to die', 'quietriver', 'crisis', new URL(site.reply).host]) assert(packet.includes(wanted), `the packet lacks ${wanted}: ${packet}`);
    assert(await focusInComposer(page), 'the card took the focus');
    assertEqual((await readEditor(page)).text, site.prefill ? '@quietriver ' : '', 'the draft');
    await page.close();
  },

  async 'a draft that keeps to the playbook gets a quiet chip that says so'(session, site) {
    const { page, frame } = await writing(session, site, 'Free flu shots this Saturday, 9 to noon. No appointment needed.');
    await waitForSaying(frame, 'On brand');
    await waitForSaying(frame, 'Community health');
    await waitForSaying(frame, /\d left/);
    const box = await cardBox(frame);
    assert(box.height <= 40 && box.width <= 330, `the chip takes ${box.width} × ${box.height}`);
    await page.close();
  },

  async 'click on an underlined word, Alt+. and Escape'(session, site) {
    const { page, frame } = await writing(session, site, 'Come to our ER today, we utilize');
    await waitForSaying(frame, /2 to look at/);
    // The caret goes into the second marked word, by real keys; the shortcut opens that finding and takes the focus there.
    await caretTo(page, 'start');
    await move(page, 'ArrowRight', 'Come to our ER today, we uti'.length);
    await chord(page, 'Alt', 'Period');
    await focusInCard(frame);
    await waitForSaying(frame, /Plain|plain|use/);
    assertEqual((await readEditor(page)).text, 'Come to our ER today, we utilize', 'the draft');
    await page.keyboard.press('Escape');
    await until(() => focusInComposer(page), 'the focus back in the composer');
    await waitForSaying(frame, /2 to look at/);
    await page.keyboard.type('!');
    await waitForText(page, 'Come to our ER today, we uti!lize');
    await page.close();
  },

  async 'it covers neither the submit control nor the draft, chip or card'(session, site) {
    const { page, frame } = await writing(session, site, 'Come to our ER today');
    await waitForSaying(frame, /to look at/);
    for (const state of ['chip', 'card']) {
      if (state === 'card') {
        await unfold(frame);
        await waitForSaying(frame, 'emergency department');
      }
      const card = await cardBox(frame);
      const editable = await (await composer(page)).boundingBox();
      assert(!overlap(card, editable), `the ${state} lies over the draft`);
      const submit = await page.evaluate(() => {
        const named = /^(post|reply|comment|share|publish)$/i;
        const buttons = [...document.querySelectorAll('button, [role="button"]')].filter((b) => b.checkVisibility() && named.test(b.textContent.trim()));
        return buttons.map((b) => b.getBoundingClientRect()).map(({ x, y, width, height }) => ({ x, y, width, height }));
      });
      assert(submit.length > 0, 'the page has no submit button');
      for (const button of submit) assert(!overlap(card, button), `the ${state} lies over a submit button`);
      assert(card.x >= 0 && card.y >= 0 && card.x + card.width <= 1280 && card.y + card.height <= 900, `the ${state} leaves the window: ${JSON.stringify(card)}`);
    }
    await page.close();
  },
};

/** What does not depend on the editor is checked on one site. */
const ONCE = {
  async 'by the keyboard alone: open, choose by number, back to the draft'(session, site) {
    const { page, frame } = await writing(session, site, 'Come to our ER today');
    await waitForSaying(frame, /1 to look at/);
    await chord(page, 'Alt', 'Period');
    await focusInCard(frame);
    await page.keyboard.press('1');
    await waitForText(page, 'Come to our emergency department today');
    await page.close();
  },

  async 'by its key before it is there, on a page that is busy: it comes with the focus in it'(session, site) {
    const page = await session.newPage(site.post);
    await focusComposer(page);
    // The page's thread is taken in slices, so that the card is asked for a focus before its frame is shown.
    await page.evaluate((ms) => {
      let left = 15;
      const work = () => {
        for (const end = performance.now() + ms; performance.now() < end; );
        left -= 1;
        if (left > 0) setTimeout(work, 0);
      };
      setTimeout(work, 0);
    }, 100);
    await chord(page, 'Alt', 'Period');
    await focusInCard(await session.extensionFrame(page));
    await page.keyboard.press('Escape');
    await until(() => focusInComposer(page), 'the focus back in the composer');
    await page.close();
  },

  async 'a click with the mouse on the underlined word opens its finding, without the focus'(session, site) {
    const { page, frame } = await writing(session, site, 'ER');
    await waitForSaying(frame, /1 to look at/);
    const point = await page.evaluate(() => {
      const root = window.__editor.dom();
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      range.selectNodeContents(walker.nextNode());
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.mouse.click(point.x, point.y);
    await waitForSaying(frame, 'emergency department');
    assert(await focusInComposer(page), 'the card took the focus');
    await page.close();
  },

  async 'search finds approved messages and puts one in'(session, site) {
    const { page, frame } = await writing(session, site);
    await page.keyboard.type('a');
    await page.keyboard.press('Backspace');
    await chord(page, 'Alt', 'Period');
    await focusInCard(frame);
    await page.keyboard.press('/');
    await until(() => frame.evaluate(() => document.activeElement?.localName === 'input'), 'the focus in the search');
    await page.keyboard.type('visiting hours');
    await waitForSaying(frame, /Visiting hours/i);
    await press(frame, /^Put into/);
    // What the message leaves open is asked for, and the last Enter puts it.
    await waitForSaying(frame, 'Still to be filled in');
    await until(() => frame.evaluate(() => document.activeElement?.id === 'slot-0'), 'the focus in the form');
    await page.keyboard.type('555-0100');
    await page.keyboard.press('Enter');
    await until(async () => /isiting hours[^]*555-0100/.test((await readEditor(page)).text), 'the message in the draft, filled in');
    await page.close();
  },

  async 'a comment that wants no answer says to do nothing'(session, site) {
    const { page, frame } = await answering(session, site, 'troll');
    await waitForSaying(frame, /do nothing/i);
    assert(!(await controls(frame)).some((name) => /^Put into/.test(name)), 'a reply is offered');
    await page.close();
  },

  async 'folded away and moved: both are remembered for this site'(session, site) {
    const { page, frame } = await answering(session, site, 'long-wait');
    await waitForSaying(frame, 'Put into reply');
    const before = await restingBox(frame);
    // Upwards: beside a dialog there may be no room.
    const [dx, dy] = [-10, -90];
    // By its header, away from the site's own button, which it would not cover. No hand moves faster than this.
    await page.mouse.move(before.x + 40, before.y + 20);
    await page.mouse.down();
    for (let step = 1; step <= 10; step += 1) {
      await page.mouse.move(before.x + 40 + (dx * step) / 10, before.y + 20 + (dy * step) / 10);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    await page.mouse.up();
    // Chromium's simulated mouse reports screen positions a few pixels off while the frame moves under it.
    const near = (box) => Math.abs(box.x - (before.x + dx)) < 30 && Math.abs(box.y - (before.y + dy)) < 30;
    let last;
    await until(async () => near((last = await cardBox(frame))), 'the card where it was dragged to').catch((error) => {
      throw new Error(`${error.message}: from ${JSON.stringify(before)} by ${dx}, ${dy} to ${JSON.stringify(last)}`);
    });
    await press(frame, /^Fold/);
    await until(async () => (await cardBox(frame)).height <= 40, 'the chip');
    // A tab that is closed in the same moment takes what is still to be stored with it.
    const kept = () => frame.evaluate(async () => JSON.stringify((await globalThis.cuecardApi.storage.local.get('places')).places ?? {}));
    await until(async () => /"dx"/.test(await kept()) && /"folded":true/.test(await kept()), 'both stored');
    await page.close();
    const again = await answering(session, site, 'long-wait');
    await waitForSaying(again.frame, /approved repl|Ready/);
    // The frame takes its size and place in a frame of the page after the words are there.
    const folded = async () => {
      last = await cardBox(again.frame);
      return last.height <= 40 && near(last);
    };
    await until(folded, 'the chip, folded as it was left, where it was put').catch((error) => {
      throw new Error(`${error.message}: ${JSON.stringify(last)}`);
    });
    await again.frame.evaluate(() => globalThis.cuecardApi.storage.local.remove('places'));
    await again.page.close();
  },
};

await inBrowsers(async (session) => {
  for (const [name, site] of chosenSites()) {
    for (const [what, run] of Object.entries(SITE_CHECKS)) await check(`${session.name} ${name}: ${what}`, () => run(session, site));
  }
  for (const [name, site] of chosenSites().filter(([n], _, all) => n === 'x' || all.length === 1)) {
    for (const [what, run] of Object.entries(ONCE)) await check(`${session.name} ${name}: ${what}`, () => run(session, site));
  }
});
