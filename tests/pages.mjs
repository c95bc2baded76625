// Smoke test of the demo pages in both browsers, without the extension: each composer is there under the attributes
// that the platform data relies on, its model follows real typing, and the page itself breaks no rule of its CSP. When
// another test fails on a page, this one says whether the page was to blame.
//
//   node tests/pages.mjs [chromium|firefox]

import { isDeepStrictEqual } from 'node:util';
import { bundleDemo } from './harness/bundle.mjs';
import { launch } from './harness/browsers.mjs';
import { caretTo, focusComposer, holds, move, noticed, readEditor, redo, selectAll, setText, typeText, undo, waitForText } from './harness/keys.mjs';
import { assert, assertEqual, check, finish, until } from './harness/report.mjs';
import { startServer } from './harness/server.mjs';

const CARLA = 'I waited four hours in your ER last night and nobody came. Unbelievable.';

// name → address, the kind of editor, and what has to be on the page: [selector, text] or [selector].
const PAGES = {
  mastodon: {
    url: 'https://mastodon.social/@wrenfield/114000000000000001',
    kind: 'textarea',
    submit: 'form.compose-form button[type="submit"]',
    has: [
      ['#mastodon'],
      ['script#initial-state[type="application/json"]'],
      ['form.compose-form textarea.autosuggest-textarea__textarea'],
      ['.reply-indicator .display-name__account', '@carla_m@social.example'],
      ['.reply-indicator .display-name__html', 'Carla Mendes'],
      ['.reply-indicator__content', CARLA],
      ['.character-counter', '500'],
      ['#cw-spoiler-input'],
      ['.dropdown-button[title="Change post privacy"]'],
    ],
  },
  'mastodon locked': {
    url: 'https://mastodon.social/locked',
    kind: 'textarea',
    submit: 'form.compose-form button[type="submit"]',
    has: [['form.compose-form textarea.autosuggest-textarea__textarea']],
  },
  'mastodon post': {
    url: 'https://mastodon.social/publish?kind=post',
    kind: 'textarea',
    submit: 'form.compose-form button[type="submit"]',
    has: [['form.compose-form textarea']],
    hasNot: ['.reply-indicator'],
  },
  instagram: {
    url: 'https://www.instagram.com/p/DemoWrenf1/',
    kind: 'react-textarea',
    submit: 'form [role="button"].ig-post',
    has: [
      ['form textarea[aria-label="Add a comment…"]'],
      ['article header a[role="link"]', 'wrenfieldhealth'],
      ['article li:nth-child(2) span[dir="auto"]', CARLA],
      ['article li:nth-child(2) button', 'Reply'],
      ['form div[role="button"]', 'Post'],
    ],
  },
  'instagram post': {
    url: 'https://www.instagram.com/p/DemoWrenf1/?kind=post',
    kind: 'lexical',
    submit: '[role="dialog"] .submit',
    has: [['[role="dialog"] div[contenteditable="true"][role="textbox"][data-lexical-editor="true"]'], ['[role="dialog"] .submit', 'Share']],
  },
  x: {
    url: 'https://x.com/wrenfield/status/1990000000000000001',
    kind: 'draft',
    submit: '[data-testid="tweetButtonInline"]',
    has: [
      ['[data-testid="tweetTextarea_0"][role="textbox"][contenteditable="true"]'],
      ['[data-testid="tweetTextarea_0RichTextInputContainer"] .DraftEditor-root [data-contents="true"]'],
      ['[data-testid="toolBar"] [data-testid="tweetButtonInline"]'],
      ['article[data-testid="tweet"]:has(+ [data-testid="inline_reply_offscreen"]) [data-testid="tweetText"]', CARLA],
      ['article[data-testid="tweet"]:has(+ [data-testid="inline_reply_offscreen"]) [data-testid="User-Name"] a[href="/carla_m"]', 'Carla Mendes'],
      ['article[data-testid="tweet"]:has(+ [data-testid="inline_reply_offscreen"]) a[href^="/carla_m/status/"] time[datetime]'],
    ],
  },
  'x post': {
    url: 'https://x.com/compose/post?kind=post',
    kind: 'draft',
    submit: '[role="dialog"] [data-testid="tweetButton"]',
    has: [['[role="dialog"][aria-labelledby="modal-header"] [data-testid="tweetTextarea_0"]']],
    hasNot: ['[role="dialog"] [data-testid="tweetText"]'],
  },
  facebook: {
    url: 'https://www.facebook.com/wrenfield/posts/114000000001',
    kind: 'lexical',
    submit: '.fb-replies div[role="button"][aria-label="Comment"]',
    has: [
      ['div[contenteditable="true"][role="textbox"][data-lexical-editor="true"][aria-label="Reply to Carla Mendes"]'],
      ['[data-lexical-editor="true"][aria-label^="Comment as"]'],
      ['[role="article"] [role="article"][aria-label^="Comment by Carla Mendes"] div[dir="auto"]', CARLA],
      ['[data-ad-rendering-role="profile_name"]', 'Wrenfield Health'],
    ],
  },
  'facebook post': {
    url: 'https://www.facebook.com/wrenfield?kind=post',
    kind: 'lexical',
    submit: '[role="dialog"] div[role="button"][aria-label="Post"]',
    has: [['[role="dialog"] div[contenteditable="true"][role="textbox"][data-lexical-editor="true"]'], ['div[aria-label="Create a post"]']],
  },
  linkedin: {
    url: 'https://www.linkedin.com/feed/update/urn:li:activity:7300000000000000001/',
    kind: 'quill',
    submit: '.comments-replies button.comments-comment-box__submit-button',
    has: [
      ['.comments-comment-entity .comments-comment-box .ql-editor[contenteditable="true"][data-test-ql-editor-contenteditable="true"]'],
      ['.feed-shared-update-v2[data-urn*="activity"] > .update-components-text', /^Flu clinic/],
      ['.update-components-actor__name', 'Wrenfield Health'],
      ['.comments-comment-entity:has(.comments-comment-box) .comments-comment-meta__description-title', 'Carla Mendes'],
      ['.comments-comment-entity:has(.comments-comment-box) .update-components-text', CARLA],
    ],
  },
  'linkedin post': {
    url: 'https://www.linkedin.com/feed/?kind=post',
    kind: 'quill',
    submit: '.share-box-v2__modal .share-actions__primary-action',
    has: [['[data-test-modal-id="sharebox"].share-box-v2__modal .ql-editor']],
  },
  bluesky: {
    url: 'https://bsky.app/profile/wrenfield.example/post/3demo1',
    kind: 'prosemirror',
    submit: '[data-testid="composerPublishBtn"]',
    has: [
      ['[role="dialog"] [data-testid="composePostView"] .ProseMirror[contenteditable="true"]'],
      ['[data-testid="composePostView"] [aria-label="Expand or collapse the full post you are replying to"]', `Carla Mendes${CARLA}`],
      ['[data-testid="postThreadItem-by-carla-m.example"] [data-testid="replyBtn"]'],
      ['[data-testid^="feedItem-by-"]'],
    ],
  },
  'bluesky post': {
    url: 'https://bsky.app/?kind=post',
    kind: 'prosemirror',
    submit: '[data-testid="composerPublishBtn"]',
    has: [['[data-testid="composePostView"] .ProseMirror'], ['[data-testid="altTextButton"][aria-label="Add alt text"]']],
    hasNot: ['[aria-label="Expand or collapse the full post you are replying to"]'],
  },
  unlisted: { url: 'https://unlisted.example/', kind: 'textarea', submit: 'form:has(textarea) .submit', has: [['textarea'], ['[contenteditable="true"]']] },
  'unlisted editable': { url: 'https://unlisted.example/', composer: 'editable', kind: 'contenteditable', submit: 'form:has([contenteditable]) .submit', has: [] },
};

/** The texts of a selector's first match, or null. */
const textOf = (page, selector) => page.evaluate((css) => document.querySelector(css)?.textContent ?? null, selector);

async function present(page, { has, hasNot = [] }) {
  for (const [selector, expected] of has) {
    const text = await textOf(page, selector);
    assert(text !== null, `nothing matches ${selector}`);
    if (expected instanceof RegExp) assert(expected.test(text), `${selector} holds ${text}`);
    else if (expected !== undefined) assertEqual(text, expected, selector);
  }
  for (const selector of hasNot) assertEqual(await textOf(page, selector), null, selector);
}

const agrees = (page, text) => holds(page, text, 'the editor');

/** What an editor's model follows the page's own selection with comes a little later. */
const follows = (page, what, wanted) => until(async () => isDeepStrictEqual((await readEditor(page))[what], wanted), `the ${what} at ${wanted}`);

const posts = (page, text) => until(async () => isDeepStrictEqual((await noticed(page)).posted, [text]), `${JSON.stringify(text)} posted, once`);

/** Types, breaks the line, undoes, edits in the middle, submits: what the editor needs to be worth testing against. */
async function works(page, { composer, kind, submit }) {
  await focusComposer(page, composer);
  assertEqual((await readEditor(page)).kind, kind, 'the kind of editor');

  await typeText(page, 'hello');
  await agrees(page, 'hello');
  if (kind !== 'contenteditable') await follows(page, 'caret', 5);

  await typeText(page, '\nworld');
  await agrees(page, 'hello\nworld');
  if (kind !== 'contenteditable') await follows(page, 'caret', 11);

  await caretTo(page, 'start');
  await move(page, 'ArrowRight', 5, { select: true });
  if (kind !== 'contenteditable') await follows(page, 'selection', [0, 5]);
  await page.keyboard.type('H');
  await agrees(page, 'H\nworld');

  await undo(page);
  await until(async () => {
    const { text, shown } = await readEditor(page);
    return text !== 'H\nworld' && shown === text;
  }, 'an undo in model and page');
  await redo(page);
  await agrees(page, 'H\nworld');

  await setText(page, 'first\n\nthird');
  await agrees(page, 'first\n\nthird');
  await caretTo(page, 'end');
  await page.keyboard.type('!');
  await agrees(page, 'first\n\nthird!');

  await selectAll(page);
  await page.keyboard.press('Backspace');
  await typeText(page, 'to post');
  await agrees(page, 'to post');
  await page.click(submit);
  await posts(page, 'to post');
}

/** What only some pages do. */
const EXTRAS = {
  async 'instagram: Reply prefills the author, Enter posts'(open) {
    const page = await open('instagram');
    await page.click('article li:nth-child(2) button');
    await waitForText(page, '@carla_m ');
    await page.keyboard.type('hi');
    await page.keyboard.press('Enter');
    await posts(page, '@carla_m hi');
    return page;
  },
  async 'x: Reply on a post opens the modal with that post'(open) {
    const page = await open('x');
    await page.click('article:has(a[href="/iris_b"]) [data-testid="reply"]');
    await page.waitForSelector('[role="dialog"] [data-testid="tweetButton"]');
    assertEqual(await textOf(page, '[role="dialog"] [data-testid="tweetText"]'), 'Sharing this with my neighbours on Linden Street.');
    assertEqual((await readEditor(page)).name, 'modal', 'the current composer');
    return page;
  },
  async 'mastodon: the scenario switch chooses the comment'(open) {
    const page = await open('mastodon', '?comment=self-harm');
    assertEqual(await textOf(page, '.reply-indicator__content'), "i can't do this anymore, i want to die");
    assertEqual(await textOf(page, '.demo-rail [aria-current]'), 'Self-harm');
    return page;
  },
};

async function clean(page) {
  const { events } = await noticed(page);
  assertEqual([events.violations, events.messages, events.errors], [0, 0, 0], `violations, messages and errors (${events.log.join('; ')})`);
  assertEqual(page.problems, [], 'the console');
}

await bundleDemo();
const server = await startServer();

for (const browser of process.argv[2] ? [process.argv[2]] : ['chromium', 'firefox']) {
  const session = await launch({ browser, port: server.port });
  try {
    for (const [name, entry] of Object.entries(PAGES)) {
      const page = await session.newPage(entry.url);
      await check(`${browser} ${name}: composer and context are there`, () => present(page, entry));
      await check(`${browser} ${name}: typing, lines, undo and submit`, () => works(page, entry));
      await check(`${browser} ${name}: no violation, no console error`, () => clean(page));
      await page.close();
    }
    for (const [name, run] of Object.entries(EXTRAS)) {
      await check(`${browser} ${name}`, async () => {
        const page = await run((which, query = '') => session.newPage(PAGES[which].url + query));
        await clean(page);
        await page.close();
      });
    }
  } finally {
    await session.close();
  }
}

await check('no request went to any other host', () =>
  assertEqual(server.requests.filter((request) => !request.known).map((request) => request.host + request.path), [], 'the requests'));
await server.close();
finish();
