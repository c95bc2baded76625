// Composers that come and go: several at once, pages without a navigation, dialogs, rows that a list uses again, open
// shadow roots, frames of the same site. The card follows the focus, the underlines are on the right composer, and when
// the last one is gone nothing of ours can be seen.
//
//   node tests/moving.mjs [chromium|firefox]

import { press, says, showFindings, waitForSaying } from './harness/card.mjs';
import { inBrowsers } from './harness/extension.mjs';
import { about, enter, marked, Stage } from './harness/fixtures.mjs';
import { focusComposer, readEditor, settled, typeText, undo } from './harness/keys.mjs';
import { assert, assertEqual, check, until } from './harness/report.mjs';

const LONG_WAIT = 'I waited four hours in your ER last night and nobody came. Unbelievable.';
const PARKING = 'where do I park for the north pavilion??';

const editorText = async (view, name) => (await readEditor(view, name)).text;

/** Waits until these words are underlined, all of them in the composer that has the focus. */
async function marks(view, words) {
  const wanted = words.map((text) => ({ text, inside: true }));
  let now;
  await until(async () => JSON.stringify((now = await marked(view))) === JSON.stringify(wanted), `underlines on ${words}`).catch((error) => {
    throw new Error(`${error.message}; they are on ${JSON.stringify(now)}`);
  });
}

/** What the driver tells of the answered comment. */
const answers = (frame, text) => until(async () => ((await about(frame))?.answering?.text ?? null) === text, `the driver answering ${text}`);

/** No underline, no card that takes room, and one element of ours at most. */
async function nothingShown(view, frame) {
  await until(async () => (await marked(view)).length === 0, 'no underlines');
  await until(async () => {
    const box = await (await frame.frameElement().catch(() => null))?.boundingBox();
    return !box || box.width === 0 || box.height === 0;
  }, 'the card gone');
  const hosts = await view.evaluate(() => document.documentElement.children.length - 2);
  assert(hosts <= 1, `${hosts} elements of ours`);
}

/** The page itself noticed nothing. */
async function calm({ page, view }) {
  assertEqual(page.problems, [], 'the page’s problems');
  assertEqual(await view.evaluate(() => window.__posted), [], 'posted');
}

/** A draft in a frame is underlined and mended, and one undo gives it back. Gives the card's frame. */
async function writesIn(session, page, view, when) {
  await focusComposer(view);
  await typeText(view, 'Our ER', { delay: 0 });
  await until(async () => JSON.stringify(await copied(view)) === '["ER"]', `${when}: an underline on ER`);
  const frame = await session.extensionFrame(page);
  await mends(view, frame);
  return frame;
}

/** The word of the draft is mended through the composer's own model; one undo gives it back. */
async function mends(view, frame) {
  const before = await editorText(view);
  await showFindings(frame);
  await press(frame, /emergency department/);
  await until(async () => (await editorText(view)) === before.replace('ER', 'emergency department'), 'the mended draft');
  await settled(view);
  await undo(view);
  await until(async () => (await editorText(view)) === before, 'the draft after one undo');
}

/** A composer's page as markup, for a frame that has no address to load one from. */
const COMPOSER = '<!doctype html><body><form class="compose-form"><textarea class="autosuggest-textarea__textarea" rows="4" cols="40"></textarea></form></body>';

/** Ways in which a page fills a frame that has no address of its own. The markup is trusted by the page's own policy. */
const FILLED = {
  srcdoc: (frame, markup) => {
    frame.srcdoc = markup;
    document.body.prepend(frame);
  },
  'about:blank, filled through its tree': (frame, markup) => {
    document.body.prepend(frame);
    frame.contentDocument.body.innerHTML = markup;
  },
  'about:blank, written at once': (frame, markup) => {
    document.body.prepend(frame);
    frame.contentDocument.open();
    frame.contentDocument.write(markup);
    frame.contentDocument.close();
  },
};

/** Shows a frame without an address and gives it as a view with one composer. */
async function frameWithout(page, fill) {
  await page.evaluate(`(() => {
    const frame = document.createElement('iframe');
    frame.width = 900;
    frame.height = 500;
    window.__markup ??= trustedTypes.createPolicy('frames', { createHTML: (text) => text });
    (${fill})(frame, window.__markup.createHTML(${JSON.stringify(COMPOSER)}));
  })()`);
  const inside = await (await page.$('iframe')).contentFrame();
  await exposeField(inside);
  return { evaluate: (...args) => inside.evaluate(...args), evaluateHandle: (...args) => inside.evaluateHandle(...args), keyboard: page.keyboard };
}

/** Makes a frame's textarea known as the bench does its editors. */
async function exposeField(inside) {
  await until(() => inside.evaluate(() => Boolean(document.querySelector('textarea'))).catch(() => false), 'the composer in the frame');
  await inside.evaluate(() => {
    // An empty document is in quirks mode, where puppeteer clicks nothing below the end of the root element.
    document.documentElement.style.height = '100vh';
    const field = document.querySelector('textarea');
    const offsets = () => [field.selectionStart, field.selectionEnd];
    window.__editor = { name: 'framed', kind: 'textarea', newline: 'Enter', dom: () => field, read: () => field.value, caret: () => field.selectionEnd, selectionOffsets: offsets, undoDepth: () => null };
  });
}

/** The words underlined in a field's copy. */
const copied = (view) => view.evaluate(() => [...CSS.highlights.values()].flatMap((highlight) => [...highlight]).map((at) => at.startContainer.data.slice(at.startOffset, at.endOffset)));

const CHECKS = {
  async 'frames without an address of their own: the driver takes them for a part of the page around'(session, stage) {
    await stage.close();
    for (const [how, fill] of Object.entries(FILLED)) {
      const page = await session.newPage('https://mastodon.social/bench?kind=textarea');
      try {
        const view = await frameWithout(page, fill);
        const frame = await writesIn(session, page, view, how);
        assert(frame.parentFrame() !== page.mainFrame(), `${how}: the card does not stand in the composer's frame`);
        assertEqual(page.problems, [], `${how}: the page's problems`);
      } finally {
        await page.close();
      }
    }
  },

  async 'a frame whose page is written anew while the card is there: the card comes again'(session, stage) {
    await stage.close();
    const page = await session.newPage('https://mastodon.social/bench?kind=textarea');
    try {
      const view = await frameWithout(page, FILLED['about:blank, filled through its tree']);
      await writesIn(session, page, view, 'before');
      await page.evaluate((markup) => {
        const { contentDocument: inner } = document.querySelector('iframe');
        inner.open();
        inner.write(window.__markup.createHTML(markup));
        inner.close();
      }, COMPOSER);
      await exposeField(view);
      assertEqual(await copied(view), [], 'underlines in the new page');
      await writesIn(session, page, view, 'after');
      assertEqual(page.problems, [], 'the page’s problems');
    } finally {
      await page.close();
    }
  },

  async 'a dialog over an inline reply: each has its own comment, draft and underlines'(session, stage) {
    const at = await stage.show('x/reply');
    const { view } = at;
    const { frame } = await enter(session, at);
    await typeText(view, 'Our ER', { delay: 0 });
    await marks(view, ['ER']);
    await answers(frame, LONG_WAIT);
    const inline = (await readEditor(view)).name;

    const [dialog] = await view.evaluate(() => window.__fixture.add('x/dialog.reply', { comment: 'parking' }));
    await focusComposer(view, dialog);
    await answers(frame, PARKING);
    await waitForSaying(frame, 'Reply to Tom Hale');
    await typeText(view, 'We utilize lot C', { delay: 0 });
    await marks(view, ['utilize']);
    assertEqual(await editorText(view, inline), 'Our ER', 'the draft behind the dialog');

    // The dialog is closed; the composer behind it has its own again.
    await view.evaluate(() => document.querySelector('[data-fixture="x/dialog.reply"]').remove());
    await until(async () => (await marked(view)).length === 0, 'no underlines');
    await focusComposer(view, inline);
    await answers(frame, LONG_WAIT);
    await marks(view, ['ER']);
    await mends(view, frame);
    await calm(at);
  },

  async 'a thread of three editors in one dialog: underlines and fixes go to the one with the focus'(session, stage) {
    const at = await stage.show('bluesky/post.thread');
    const { view } = at;
    const { frame } = await enter(session, at, 'post');
    await typeText(view, 'Our ER', { delay: 0 });
    await marks(view, ['ER']);
    await focusComposer(view, 'post-2');
    await typeText(view, 'The ER again', { delay: 0 });
    await marks(view, ['ER']);
    await focusComposer(view, 'post-3');
    await until(async () => (await marked(view)).length === 0, 'no underlines under an empty post');
    await focusComposer(view, 'post-2');
    await marks(view, ['ER']);
    await mends(view, frame);
    assertEqual(await editorText(view, 'post'), 'Our ER', 'the first post');
    assertEqual(await editorText(view, 'post-3'), '', 'the third post');
    await focusComposer(view, 'post');
    await marks(view, ['ER']);
    await calm(at);
  },

  async 'from page to page without a navigation: the old composer’s card goes, the new one’s comes'(session, stage) {
    const at = await stage.show('facebook/reply');
    const { view } = at;
    const { frame } = await enter(session, at);
    await typeText(view, 'Our ER', { delay: 0 });
    await marks(view, ['ER']);
    for (const [id, kind] of [['facebook/post', 'post'], ['facebook/message', 'message'], ['facebook/comment', 'reply']]) {
      await stage.show(id);
      await nothingShown(view, frame);
      await focusComposer(view);
      await until(async () => (await about(frame))?.kind === kind, `the card beside a ${kind}`);
      await typeText(view, 'An ER', { delay: 0 });
      await marks(view, ['ER']);
    }
    await mends(view, frame);
    await stage.show('facebook/reply', { comment: 'parking' });
    await nothingShown(view, frame);
    await focusComposer(view);
    await answers(frame, PARKING);
    await calm(at);
  },

  async 'a list uses the row of a focused composer for another comment: the card says the new one'(session, stage) {
    const at = await stage.show('x/reply');
    const { view } = at;
    const { frame } = await enter(session, at);
    await answers(frame, LONG_WAIT);
    await typeText(view, 'Our ER', { delay: 0 });
    await marks(view, ['ER']);
    await view.evaluate((text) => {
      const article = document.querySelector('[data-testid="inline_reply_offscreen"]').previousElementSibling;
      article.querySelector('[data-testid="tweetText"]').textContent = text;
      const [name, handle] = article.querySelectorAll('[data-testid="User-Name"] a span');
      name.textContent = 'Tom Hale';
      handle.textContent = '@tomhale';
    }, PARKING);
    await answers(frame, PARKING);
    assertEqual((await about(frame)).answering.author, 'Tom Hale', 'the author');
    await marks(view, ['ER']);
    assertEqual(await editorText(view), 'Our ER', 'the draft');
    await calm(at);
  },

  async 'a list throws the row away while it has the focus, and draws it again later'(session, stage) {
    const at = await stage.show('linkedin/comment.reply');
    const { view } = at;
    const { frame } = await enter(session, at);
    await typeText(view, 'Our ER', { delay: 0 });
    await marks(view, ['ER']);
    // As a list does that keeps its rows: out of the page with everything in it, and in again.
    await view.evaluate(() => {
      const row = window.__editor.dom().closest('.comments-comment-entity');
      window.__row = { row, before: row.nextSibling, parent: row.parentNode };
      row.remove();
    });
    await nothingShown(view, frame);
    await view.evaluate(() => window.__row.parent.insertBefore(window.__row.row, window.__row.before));
    await focusComposer(view);
    await answers(frame, LONG_WAIT);
    await marks(view, ['ER']);
    await mends(view, frame);
    await calm(at);
  },

  async 'a composer in an open shadow root, and in one inside another'(session, stage) {
    const at = await stage.show('linkedin/post-v2', { version: 'old' });
    const { view } = at;
    const { frame } = await enter(session, at);
    await typeText(view, 'Our ER', { delay: 0 });
    await marks(view, ['ER']);
    await mends(view, frame);
    // The whole outlet moves into the open shadow root of another element.
    await view.evaluate(() => {
      const outlet = document.querySelector('#interop-outlet');
      const outer = document.createElement('div');
      outlet.replaceWith(outer);
      outer.attachShadow({ mode: 'open' }).append(outlet);
    });
    await until(async () => (await marked(view)).every(({ inside }) => inside), 'no underlines elsewhere');
    await focusComposer(view);
    await typeText(view, ' today', { delay: 0 });
    await marks(view, ['ER']);
    await mends(view, frame);
    assertEqual(await editorText(view), 'Our ER today', 'the draft');
    await view.evaluate(() => window.__fixture.clear());
    await nothingShown(view, frame);
    await calm(at);
  },

  async 'a textarea in a shadow root inside the composer’s shadow root'(session, stage) {
    const at = await stage.show('reddit/comment-markdown-shadow');
    const { view } = at;
    const { frame } = await enter(session, at);
    await answers(frame, LONG_WAIT);
    await typeText(view, 'Our ER', { delay: 0 });
    await showFindings(frame);
    await waitForSaying(frame, /\bER\b/);
    await mends(view, frame);
    await calm(at);
  },

  async 'a composer in a frame of the same site: its card stands in the frame, and goes with it'(session, stage) {
    const at = await stage.show('google-business/review.overlay');
    const { page, view } = at;
    const { frame } = await enter(session, at);
    assert(frame.parentFrame() !== page.mainFrame(), 'the card does not stand in the composer’s frame');
    await answers(frame, LONG_WAIT);
    await typeText(view, 'Our ER', { delay: 0 });
    await showFindings(frame);
    await waitForSaying(frame, /\bER\b/);
    await mends(view, frame);
    assertEqual(await page.evaluate(() => document.documentElement.children.length - 2), 0, 'elements of ours in the page around');
    await calm(at);
    // The overlay is closed, and opened again for another review.
    await stage.show('google-business/review.overlay', { comment: 'parking' });
    const again = await stage.show('google-business/review.overlay', { comment: 'parking' });
    const { frame: next } = await enter(session, again);
    await answers(next, PARKING);
    await typeText(again.view, 'Our ER', { delay: 0 });
    await mends(again.view, next);
    await page.evaluate(() => window.__fixture.clear());
    await until(async () => !(await session.extensionFrame(page, '', { timeout: 0 }).catch(() => null)), 'the card gone with its frame');
    await calm({ page, view: page });
  },

  async 'thirty composers opened and closed: one element, no underline, no highlight is left'(session, stage) {
    const at = await stage.show('bluesky/post');
    const { view } = at;
    const { frame } = await enter(session, at, 'post');
    for (let round = 0; round < 30; round += 1) {
      await view.evaluate((comment) => window.__fixture.show('bluesky/post.reply', { comment }), round % 2 ? 'parking' : 'long-wait');
      await view.evaluate(() => window.__editor.dom().focus());
      if (round % 10 === 9) {
        await typeText(view, 'Our ER', { delay: 0 });
        await marks(view, ['ER']);
        await answers(frame, PARKING);
      }
    }
    assert(!(await says(frame)).includes(LONG_WAIT), 'the card still shows another comment');
    await view.evaluate(() => window.__fixture.clear());
    await nothingShown(view, frame);
    await calm(at);
  },
};

await inBrowsers(async (session) => {
  const stage = new Stage(session);
  for (const [what, run] of Object.entries(CHECKS)) {
    if (!(await check(`${session.name}: ${what}`, () => run(session, stage)))) await stage.close();
  }
  await stage.close();
});
