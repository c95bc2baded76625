// What must never happen: a request while somebody types, a node of ours inside an editor, a trace that the page can
// read, a draft in a store or a log, a card that listens to somebody else.
//
//   node tests/privacy.mjs [chromium|firefox]

import { says, unfold, waitForSaying } from './harness/card.mjs';
import { changePlaybook, inBrowsers, samplePlaybook } from './harness/extension.mjs';
import { launch } from './harness/browsers.mjs';
import { focusComposer, noticed, readEditor, typeText, highlighted } from './harness/keys.mjs';
import { assert, assertEqual, check, until } from './harness/report.mjs';
import { chosenSites, SITES } from './harness/sites.mjs';

/** A word that stands nowhere else, so that it can be looked for everywhere. */
const SECRET = 'quokkalantern';

/** 1,000 characters of ordinary prose with some words that the playbook does not like. */
const PROSE = `Our ER team and the ${SECRET} utilize new scanners to help people with diabetes every day. `.repeat(20).slice(0, 1000);

/** Tags, attributes' names and texts of an editable: what the editor makes is the same with and without us. */
const skeleton = (page) =>
  page.evaluate(() => {
    const walk = (node) => (node.nodeType === Node.TEXT_NODE ? node.data : `<${node.localName} ${[...node.attributes].map((a) => a.name).sort().join(' ')}>${[...node.childNodes].map(walk).join('')}</>`);
    return walk(window.__editor.dom());
  });

async function noNodeInside(session, plain, site) {
  const text = 'Come to our ER today, we utilize new scanners 🎉 café';
  const bare = await plain.newPage(site.post);
  await focusComposer(bare);
  await typeText(bare, text);
  const expected = await skeleton(bare);
  await bare.close();

  const page = await session.newPage(site.post);
  await focusComposer(page);
  const frame = await session.extensionFrame(page);
  await page.evaluate(() => {
    window.__added = [];
    const editable = () => [...document.querySelectorAll('textarea, [contenteditable="true"]')];
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        for (const node of addedNodes) if (editable().some((e) => e.contains(target))) window.__added.push(node.localName ?? '#text');
      }
    }).observe(document, { subtree: true, childList: true });
  });
  await typeText(page, text);
  await until(() => highlighted(page), 'underlines');
  assertEqual(await skeleton(page), expected, 'the editable');
  // From here on nobody types: nothing at all may be added, whatever the card and the marks do.
  await page.evaluate(() => (window.__added.length = 0));
  await unfold(frame);
  await waitForSaying(frame, 'emergency department');
  const playbook = await samplePlaybook();
  playbook.words = playbook.words.filter((rule) => !rule.avoid.includes('ER'));
  await changePlaybook(frame, playbook);
  await until(async () => !/\bER\b/.test(await says(frame)), 'the findings of the other playbook');
  await frame.evaluate(() => globalThis.cuecardApi.storage.local.remove('playbook'));
  await waitForSaying(frame, 'emergency department');
  assertEqual(await page.evaluate(() => window.__added), [], 'nodes added inside an editable');
  assertEqual(await skeleton(page), expected, 'the editable after everything');
  await page.close();
}

/** Frames that the page comes to by walking up from each highlight, through every root on the way. */
const reached = (page) =>
  page.evaluate(() => {
    const found = [];
    for (const highlight of CSS.highlights.values()) {
      for (const range of highlight) {
        for (let root = range.startContainer.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) {
          found.push(...[...root.querySelectorAll('iframe')].map((frame) => frame.src));
        }
      }
    }
    return found;
  });

async function noTrace(session, site) {
  const page = await session.newPage(site.post);
  await focusComposer(page);
  const frame = await session.extensionFrame(page);
  await typeText(page, 'Come to our ER today');
  await unfold(frame);
  await waitForSaying(frame, 'emergency department');
  const seen = await page.evaluate(() => ({
    frames: window.length,
    resources: performance.getEntriesByType('resource').map((e) => e.name).filter((n) => n.includes('extension:')),
    roots: [...document.querySelectorAll('*')].filter((e) => e.shadowRoot).length,
    markup: document.documentElement.outerHTML,
    names: [...CSS.highlights.keys()],
  }));
  assertEqual(await reached(page), [], 'what the page reaches from the underlines');
  assertEqual([seen.frames, seen.resources, seen.roots], [0, [], 0], 'frames, resources and open roots that the page sees');
  assert(!/cuecard/i.test(seen.markup.replace(/Cuecard demo page[^<]*/g, '').replace(/<title>.*?<\/title>/, '').replace(/cuecard\.demo/g, '')), 'our name stands in the page');
  assert(!seen.names.some((name) => /cue|card|error|warning/i.test(name)), `highlight names tell something: ${seen.names}`);
  const { events } = await noticed(page);
  assertEqual([events.violations, events.messages, events.errors], [0, 0, 0], `violations, messages, errors (${events.log.join('; ')})`);
  assertEqual(page.problems, [], 'the console');
  await page.close();
}

async function noRequest(session, server, site, prose) {
  const page = await session.newPage(site.post);
  await focusComposer(page);
  const frame = await session.extensionFrame(page);
  await typeText(page, 'a');
  await waitForSaying(frame, /left/);
  const logged = [];
  page.on('console', (message) => logged.push(message.text()));
  const before = server.requests.length;
  const seen = (f) => f.evaluate(() => performance.getEntriesByType('resource').length);
  const resources = await seen(frame);
  await typeText(page, prose, { delay: 0 });
  await until(async () => (await readEditor(page)).text === `a${prose}`, 'the typed text, byte for byte');
  await waitForSaying(frame, /to look at|must change|over/);
  await new Promise((resolve) => setTimeout(resolve, 500));
  assertEqual(server.requests.slice(before).map((r) => r.host + r.path), [], 'requests while typing');
  assertEqual(await seen(frame), resources, 'resources that the card loaded');
  const stored = await frame.evaluate(async () => JSON.stringify([await globalThis.cuecardApi.storage.local.get(null), await globalThis.cuecardApi.storage.session?.get(null)]));
  assert(!stored.includes(SECRET), 'a word of the draft is in the storage');
  assert(!logged.some((line) => line.includes(SECRET)), 'a word of the draft is in the console');
  await page.close();
}

async function noFalseNonce(session) {
  const page = await session.newPage(SITES.x.reply);
  await focusComposer(page);
  const frame = await session.extensionFrame(page);
  const ask = (f, message) => f.evaluate((m) => globalThis.cuecardApi.runtime.sendMessage(m), message);
  assertEqual((await ask(frame, { type: 'claim', nonce: '00'.repeat(16) })).ok, false, 'a made-up nonce');
  const { nonce } = await ask(frame, { type: 'nonce' });
  assertEqual(nonce, undefined, 'a nonce for a frame that is not the driver');
  const stored = await frame.evaluate(async () => Object.keys((await globalThis.cuecardApi.storage.session?.get(null)) ?? {}).filter((k) => k.startsWith('nonce:')));
  assertEqual(stored, [], 'nonces left over after the claim');
  await page.close();
}

await inBrowsers(async (session, server) => {
  const plain = await launch({ browser: session.name, port: server.port });
  try {
    for (const [index, [name, site]] of chosenSites().entries()) {
      // What is asked of the network does not depend on the editor: a long text once, its beginning in the others.
      const prose = index === 0 ? PROSE : PROSE.slice(0, 200);
      await check(`${session.name} ${name}: no node is added inside an editable, and the editor's own are the same`, () => noNodeInside(session, plain, site));
      await check(`${session.name} ${name}: the page sees no trace of us`, () => noTrace(session, site));
      await check(`${session.name} ${name}: ${prose.length} characters typed, not one request, nothing stored or logged`, () => noRequest(session, server, site, prose));
    }
    await check(`${session.name}: a nonce is true once, in its own tab only`, () => noFalseNonce(session));
  } finally {
    await plain.close();
  }
});
