// Every composer of every platform, in the markup that the sources describe and with the real editor at the versions
// that it may have there: the card comes, knows what is written and what is answered, marks a word, mends it through the
// editor's own model, and one undo gives the draft back. Without the comment it says nothing of one, and nothing breaks.
// Where the sources know how an attached picture is shown, the card asks for its description; and where the page posts as
// somebody else than the playbook's brand, it says so.
//
//   node tests/platforms.mjs [chromium|firefox] [x|facebook|…] [new|old]

import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FIXTURES } from '../static/demo/fixtures/index.js';
import { controls, press, says, showFindings, waitForSaying } from './harness/card.mjs';
import { launch } from './harness/browsers.mjs';
import { extensionDir, inBrowsers } from './harness/extension.mjs';
import { enter, fixtureAddress, marked, Stage } from './harness/fixtures.mjs';
import { focusComposer, holds, settled, typeText, undo } from './harness/keys.mjs';
import { assert, assertEqual, check, until } from './harness/report.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const data = join(root, 'crates/platforms/data');

/** An emoji, so that the way of counting shows. */
const DRAFT = 'Visit our ER today 🎉';
const MENDED = 'Visit our emergency department today 🎉';
const EMOJI = { weighted: 2, graphemes: 1, 'code-points': 1, utf16: 2, bytes: 4, threads: 4 };

/** The name of each editor's library, at its newer and its older release. Where nothing but the browser is at work there is one. */
const LIBRARIES = {
  textarea: { new: ['textarea'] },
  contenteditable: { new: ['plain contenteditable'] },
  'react-textarea': { new: ['React', 'static/demo/new-editors', 'react'], old: ['React', 'static/demo/old-editors', 'react'] },
  draft: { new: ['Draft.js', '.', 'draft-js'], old: ['Draft.js', 'static/demo/old-editors', 'draft-js'] },
  lexical: { new: ['Lexical', '.', 'lexical'], old: ['Lexical', 'static/demo/old-editors', 'lexical'] },
  quill: { new: ['Quill', '.', 'quill'], old: ['Quill', 'static/demo/old-editors', 'quill'] },
  prosemirror: { new: ['TipTap', '.', '@tiptap/core'], old: ['TipTap', 'static/demo/old-editors', '@tiptap/core'] },
};

async function libraryName(editor, version) {
  const [name, folder, dependency] = LIBRARIES[editor][version];
  if (!folder) return name;
  const { devDependencies } = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
  return `${name} ${devDependencies[dependency]}`;
}

const platforms = await Promise.all(
  (await readdir(data)).filter((name) => name.endsWith('.json')).map(async (name) => JSON.parse(await readFile(join(data, name), 'utf8'))),
);

/** What is written to be found by the drafts' count: `used / most`, or what is left, as each site shows it. */
function lengths([most, unit], text) {
  const used = text.length - '🎉'.length + EMOJI[unit];
  return [`${used} / ${most}`, `${most - used} left`];
}

/** Shows a fixture and goes into its composer: the card's frame, and what the driver told it about this composer. */
async function visit(session, stage, id, options) {
  const shown = await stage.show(id, options);
  return { ...shown, ...(await enter(session, shown)) };
}

/** Nothing went wrong on the page, and nothing was posted. */
async function calm({ page, view }) {
  assertEqual(page.problems, [], 'the page’s problems');
  const { violations, posted } = await view.evaluate(() => ({ violations: window.__events.violations, posted: window.__posted }));
  assertEqual(violations, 0, 'violations of the page’s policy');
  assertEqual(posted, [], 'posted');
}

const overlap = (a, b) => Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 1 && Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 1;

/** The open card lies over neither the draft nor the site's submit. */
async function keepsClear({ fixture, view }, frame) {
  const site = await view.evaluateHandle((selector) => {
    const submit = selector && [...document.querySelectorAll(selector)].find((e) => e.checkVisibility());
    return submit ? [window.__editor.dom(), submit] : [window.__editor.dom()];
  }, fixture.submit);
  const elements = [...(await site.getProperties()).values()].map((handle) => handle.asElement());
  assertEqual(elements.length, fixture.submit ? 2 : 1, 'the draft and the submit of the site');
  let last;
  await until(async () => {
    const card = await (await frame.frameElement()).boundingBox();
    const boxes = await Promise.all(elements.map((element) => element.boundingBox()));
    last = JSON.stringify({ card, boxes });
    return card && boxes.every((box) => box && !overlap(card, box));
  }, 'the card clear of the draft and the submit').catch((error) => {
    throw new Error(`${error.message}: ${last}`);
  });
}

/** The whole way, with the comment on the page. Gives what was proven. */
async function works(session, stage, id, version) {
  const at = await visit(session, stage, id, { version });
  const { fixture, view, frame, told } = at;
  const { author, text } = await view.evaluate(() => window.__fixture.expected);
  assertEqual([told.platform, told.kind], [fixture.platform, fixture.kind], 'platform and kind');
  const proven = [told.kind, told.submit ? 'submit' : 'submit not found'];
  if (text === null) {
    assertEqual(told.answering, null, 'what is answered');
  } else {
    assertEqual([told.answering?.author, told.answering?.text], [author, text], 'author and text of what is answered');
    await waitForSaying(frame, author ? `Reply to ${author}` : 'Reply to this comment');
    for (const line of text.split('\n')) await waitForSaying(frame, line);
    proven.push(author ? 'comment and author' : 'comment');
  }

  const prefill = fixture.prefill ?? '';
  await typeText(view, DRAFT, { delay: 0 });
  await holds(view, prefill + DRAFT, 'typed');
  if (!fixture.editor.endsWith('textarea')) {
    await until(async () => (await marked(view)).length > 0, 'an underline');
    assertEqual(await marked(view), [{ text: 'ER', inside: true }], 'the underlines');
    proven.push('underline');
  }
  await showFindings(frame);
  await waitForSaying(frame, /\bER\b/);
  if (fixture.limit) {
    const wanted = lengths(fixture.limit, prefill + DRAFT);
    await waitForSaying(frame, new RegExp(wanted.join('|')));
    proven.push(`of ${fixture.limit.join(' ')}`);
  }
  await keepsClear(at, frame);
  proven.push('clear of the site');
  await press(frame, /emergency department/);
  await holds(view, prefill + MENDED, 'mended');
  await settled(view);
  await undo(view);
  await holds(view, prefill + DRAFT, 'undone');
  proven.push('fix', 'undo');
  await calm(at);
  return proven;
}

/** Whether the composer is for an answer, so that a comment is missed there. */
const seeks = ({ alone }) => ['reply', 'review'].includes(alone);

/** The same composer on a page that lacks the comment. */
async function worksAlone(session, stage, id) {
  const at = await visit(session, stage, id, { comment: 'none' });
  const { fixture, view, frame, told } = at;
  assertEqual([told.platform, told.kind, told.answering], [fixture.platform, fixture.alone, null], 'platform, kind and context');
  await typeText(view, 'ER', { delay: 0 });
  await showFindings(frame);
  await waitForSaying(frame, /\bER\b/);
  if (seeks(fixture)) await waitForSaying(frame, 'was not found on the page');
  assert(!(await controls(frame)).some((name) => /^Replies/.test(name)), 'replies are offered to no comment');
  await calm(at);
}

const ASKS = 'Add alt text that says what is shown';

/** A picture that is attached while nothing is typed. On LinkedIn nobody can see whether it is described. */
async function asksForDescription(session, stage, id) {
  const at = await visit(session, stage, id);
  const { view, frame, fixture } = at;
  assertEqual(at.told.media, { attached: 0, described: 0, bare: 0 }, 'what is attached');
  await typeText(view, 'Our garden', { delay: 0 });
  await showFindings(frame);
  await waitForSaying(frame, 'Nothing to change');
  assert(!(await says(frame)).includes(ASKS), 'it asks without a picture');
  await view.evaluate(() => window.__fixture.attach(false));
  await waitForSaying(frame, ASKS);
  const knows = fixture.platform !== 'linkedin';
  await waitForSaying(frame, fixture.platform === 'linkedin' || fixture.platform === 'bluesky' ? '1 suggestion' : '1 warning');
  await view.evaluate(() => {
    const root = window.__editor.dom().getRootNode();
    root.querySelector('.photo').closest('[data-picture]').remove();
    window.__fixture.attach(true);
  });
  if (knows) {
    await until(async () => !(await says(frame)).includes(ASKS), 'no more reminder once it is described');
    await waitForSaying(frame, 'Nothing to change');
  }
  // It is about this draft: the person may know better.
  await view.evaluate(() => window.__fixture.attach(false));
  await waitForSaying(frame, ASKS);
  await press(frame, /^Not here/);
  await until(async () => !(await says(frame)).includes(ASKS), 'no more reminder once it is right here');
  await calm(at);
}

/** Whoever posts for several brands has the wrong account open now and then. */
async function asksForAccount(session, stage) {
  await stage.close();
  const fixture = FIXTURES['x/post'];
  const page = await session.newPage(`${fixtureAddress(fixture)}&account=other`);
  await until(() => page.evaluate(() => window.__fixture?.ready === true).catch(() => false), 'the fixture on the page');
  await focusComposer(page);
  const frame = await session.extensionFrame(page);
  await typeText(page, 'Our garden', { delay: 0 });
  await waitForSaying(frame, 'Another account');
  await showFindings(frame);
  await waitForSaying(frame, 'This page posts as @jo_park. The playbook is for @wrenfieldhealth.');
  await press(frame, /^That is right/);
  await waitForSaying(frame, 'Nothing to change');
  assert(!(await says(frame)).includes('@jo_park'), 'it still asks');
  await page.close();
}

const chosen = Object.values(FIXTURES).filter(({ platform, id }) => {
  const named = process.argv.slice(2).filter((word) => Object.values(FIXTURES).some((f) => f.platform === word || f.id === word));
  return named.length === 0 || named.includes(platform) || named.includes(id);
});
/** A composer in other surroundings has the same editor as in its first: there the newer release is enough. */
const isVariant = ({ platform, composer, id }) => id !== `${platform}/${composer}` && Object.hasOwn(FIXTURES, `${platform}/${composer}`);

function versionsOf(fixture) {
  const named = process.argv.find((word) => word === 'new' || word === 'old');
  const possible = fixture.versions ?? Object.keys(LIBRARIES[fixture.editor]);
  if (named) return possible.filter((version) => version === named);
  return isVariant(fixture) ? possible.slice(0, 1) : possible;
}

await check('every composer of the data has a fixture, and every fixture a composer', () => {
  const known = platforms.flatMap(({ id, composers = [] }) => composers.map((composer) => `${id}/${composer.id}`)).sort();
  const shown = [...new Set(Object.values(FIXTURES).map(({ platform, composer }) => `${platform}/${composer}`))].sort();
  assertEqual(shown, known, 'the fixtures’ composers');
});

const rows = [];

async function visitAll(session, fixtures) {
  const stage = new Stage(session);
  const row = (fixture, library, proven) => rows.push([session.name, fixture.platform, fixture.id.slice(fixture.platform.length + 1), library, proven]);
  for (const fixture of fixtures) {
    for (const version of versionsOf(fixture)) {
      const library = await libraryName(fixture.editor, version);
      let proven = [];
      const passed = await check(`${session.name} ${fixture.id} (${library})`, async () => {
        proven = await works(session, stage, fixture.id, version);
      });
      if (!passed) await stage.close();
      row(fixture, library, passed ? proven.join(', ') : 'FAILED');
    }
    if (fixture.attach) {
      const passed = await check(`${session.name} ${fixture.id}: an attached picture`, () => asksForDescription(session, stage, fixture.id));
      if (!passed) await stage.close();
      row(fixture, 'with a picture', passed ? 'its description is asked for' : 'FAILED');
    }
    if (!fixture.answers) continue;
    const passed = await check(`${session.name} ${fixture.id}: without the comment`, () => worksAlone(session, stage, fixture.id));
    if (!passed) await stage.close();
    row(fixture, 'without the comment', passed ? `findings, no replies${seeks(fixture) ? ', and it says why' : ''}` : 'FAILED');
  }
  await stage.close();
}

/** Runs `visit` in an extension that has been let into these hosts: no test can press the browser's own question. */
async function withServers({ name }, server, hosts, visit) {
  const dir = await mkdtemp(join(tmpdir(), 'cuecard-servers-'));
  try {
    await cp(extensionDir(name), dir, { recursive: true });
    const manifest = JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8'));
    manifest.content_scripts[0].matches.push(...hosts.map((host) => `https://${host}/*`));
    await writeFile(join(dir, 'manifest.json'), JSON.stringify(manifest));
    const session = await launch({ browser: name, extensionDir: dir, port: server.port });
    try {
      const options = await session.newPage(session.extensionUrl('options.html'));
      await options.evaluate((list) => globalThis.cuecardApi.storage.local.set({ servers: Object.fromEntries(list.map((host) => [host, {}])) }), hosts);
      await options.close();
      await visit(session);
    } finally {
      await session.close();
    }
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

await inBrowsers(async (session, server) => {
  await visitAll(session, chosen.filter(({ added }) => !added));
  if (chosen.includes(FIXTURES['x/post'])) {
    await check(`${session.name} x/post: another account than the playbook’s`, () => asksForAccount(session, new Stage(session)));
  }
  const added = chosen.filter((fixture) => fixture.added);
  const hosts = [...new Set(added.map(({ url }) => new URL(url).hostname))];
  if (added.length > 0) await withServers(session, server, hosts, (other) => visitAll(other, added));
});

const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column].length)));
console.log('\nProven on fixtures (markup of the sources, real editors):');
for (const row of rows) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
