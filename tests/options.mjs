// The options page: what is in force, another playbook in its place with its diagnostics seen first, the way back, the
// document as a file, the switches of the sites, and the rules that were switched off. And what of a playbook comes
// through to the card: readers, approved claims, and one that another version has packed.
//
//   node tests/options.mjs [chromium|firefox]

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOptions, paste } from './harness/brands.mjs';
import { launch } from './harness/browsers.mjs';
import { control, controls, press, says, unfold, waitForSaying } from './harness/card.mjs';
import { extensionDir, inBrowsers } from './harness/extension.mjs';
import { focusComposer, typeText } from './harness/keys.mjs';
import { assert, assertEqual, check, until } from './harness/report.mjs';
import { SITES } from './harness/sites.mjs';

const PLAYBOOK = `---
brand: Linden Clinics
---

# Linden Clinics

## Words
| Don't say | Say | Why |
| --- | --- | --- |
| gizmo | device | Plain words |

## Protocols
### Parking {#parking}
- Level: quesion
- Examples: where do I park
- Reply:
  > Park behind the main building.
`;

/** What only some readers are spared, and what somebody has approved. */
const FOR_SOME = `---
brand: Alder Clinics
---

# Alder Clinics

## Words
- renal (use *kidney*; for patients)
- gizmo (use *device*)

## Claims
- Never: cure
- Needs approval: best
- Approved: the best place to work in Alder County (file 12)

## Drugs and devices
- Fancymab
`;

/** As another version would have packed it. */
const OLD = { source: PLAYBOOK, compiled: '1 12 Linden Clinics', savedAt: '2026-01-02T03:04:05+00:00' };

const keep = (page, items) => page.evaluate((what) => globalThis.cuecardApi.storage.local.set(what), items);
const kept = (page, key) => page.evaluate(async (name) => (await globalThis.cuecardApi.storage.local.get(name))[name] ?? null, key);

const stored = (page) => page.evaluate(async () => (await globalThis.cuecardApi.storage.local.get('playbook')).playbook ?? null);

const CHECKS = {
  async 'the sample is in force, and can be read'(session) {
    const page = await openOptions(session);
    await waitForSaying(page, 'Wrenfield Health');
    await waitForSaying(page, /Protocols 3\d/);
    await waitForSaying(page, 'Every entry was read.');
    await page.close();
  },

  async 'a pasted playbook is looked at first, then used on every open page at once'(session) {
    const writing = await session.newPage(SITES.mastodon.post);
    await focusComposer(writing);
    const card = await session.extensionFrame(writing);
    await typeText(writing, 'A new gizmo');
    await waitForSaying(card, 'On brand');

    const page = await openOptions(session);
    await paste(page, PLAYBOOK);
    await waitForSaying(page, 'Linden Clinics');
    await waitForSaying(page, /quesion[\s\S]*question/);
    await waitForSaying(page, /line 14/);
    assertEqual(await stored(page), null, 'what is stored before it is used');
    await press(page, /^Use this playbook/);
    await waitForSaying(page, 'in force now');
    assertEqual((await stored(page)).source, PLAYBOOK, 'the stored document');

    await writing.bringToFront();
    await waitForSaying(card, '1 to look at');
    await unfold(card);
    await waitForSaying(card, 'device');
    await writing.close();
    await page.close();
  },

  async 'the document comes out as it went in'(session) {
    const page = await openOptions(session);
    await waitForSaying(page, 'Linden Clinics');
    await page.evaluate(() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        globalThis.__saved = blob.text();
        return make.call(URL, blob);
      };
      HTMLAnchorElement.prototype.click = function () {
        globalThis.__name = this.download;
      };
    });
    await press(page, /^Save as a file/);
    assertEqual(await page.evaluate(() => globalThis.__saved), PLAYBOOK, 'the file');
    assertEqual(await page.evaluate(() => globalThis.__name), 'linden-clinics-playbook.md', 'its name');
    await page.close();
  },

  async 'a file, then back to the sample'(session) {
    const folder = await mkdtemp(join(tmpdir(), 'cuecard-book-'));
    try {
      const path = join(folder, 'mine.md');
      await writeFile(path, PLAYBOOK.replaceAll('Linden Clinics', 'Alder Clinics'));
      const page = await openOptions(session);
      const field = await page.waitForSelector('input[type=file]');
      await field.uploadFile(path);
      await waitForSaying(page, 'Alder Clinics');
      await press(page, /^Use it in place of Linden Clinics/);
      await waitForSaying(page, 'in force now, in place of the one that was saved for Linden Clinics');
      await press(page, /^Back to the sample/);
      await waitForSaying(page, 'Wrenfield Health');
      assertEqual(await stored(page), null, 'what is stored');
      await page.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },

  async 'a text that is no playbook is not lost, and nothing breaks'(session) {
    const page = await openOptions(session);
    await paste(page, '---\nbrand: [\n---\n\n# ?\n\n| a | b |\n| --- | --- |\n| x | y |\n');
    await waitForSaying(page, /line 2/);
    await press(page, /^Discard/);
    await waitForSaying(page, 'Wrenfield Health');
    assert(!(await says(page)).includes('Use this playbook'), 'the proposal is still shown');
    await page.close();
  },

  async 'a site is switched off and on'(session) {
    const page = await openOptions(session);
    const toggle = await control(page, /mastodon/i);
    await toggle.click();
    await until(() => page.evaluate(async () => (await globalThis.cuecardApi.storage.local.get('sites')).sites?.['mastodon.social']?.off === true), 'the switch in the storage');
    const writing = await session.newPage(SITES.mastodon.post);
    await focusComposer(writing);
    await writing.keyboard.type('Our ER');
    await new Promise((resolve) => setTimeout(resolve, 500));
    assertEqual(await writing.evaluate(() => [document.documentElement.children.length - 2, CSS.highlights.size]), [0, 0], 'what is attached');
    await page.bringToFront();
    await toggle.click();
    await writing.bringToFront();
    await focusComposer(writing);
    await writing.keyboard.type(' again');
    await until(() => writing.evaluate(() => [...CSS.highlights.values()].some((h) => h.size > 0)), 'underlines');
    await writing.close();
    await page.close();
  },

  async 'a rule that is switched off stands in a list, with why and when, until it is wanted again'(session) {
    const writing = await session.newPage(SITES.mastodon.post);
    await focusComposer(writing);
    const card = await session.extensionFrame(writing);
    await typeText(writing, 'Our ER is guaranteed');
    await waitForSaying(card, 'must change');
    await unfold(card);
    // An error is not put aside without a reason.
    await press(card, /^Never again/);
    await until(() => card.evaluate(() => document.activeElement?.id === 'reason'), 'the focus in the field for the reason');
    await writing.keyboard.type('Legal has the proof');
    await writing.keyboard.press('Tab');
    await writing.keyboard.press('Enter');
    await waitForSaying(card, '1 warning');
    await press(card, /^Never again/);
    await until(async () => Object.keys((await kept(card, 'never')) ?? {}).length === 2, 'two rules in the storage');

    const page = await openOptions(session);
    // As it was kept before there were reasons and dates.
    await keep(page, { never: { ...(await kept(page, 'never')), 'access/caps': true } });
    await waitForSaying(page, 'Access: caps');
    const now = new Date();
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
    await waitForSaying(page, `“Legal has the proof” · since ${today}`);
    await waitForSaying(page, /Words: er\s+words\/er\s+since/);
    await press(page, /^Mark again: Words: er/);
    await until(async () => !(await says(page)).includes('words/er'), 'the rule gone from the list');
    assertEqual(Object.keys(await kept(page, 'never')).sort().length, 2, 'what is still switched off');
    assert(!('words/er' in (await kept(page, 'never'))), 'it is still stored');
    await writing.bringToFront();
    await waitForSaying(card, '1 warning');
    await page.bringToFront();
    await press(page, /^Mark again: Access: caps/);
    await press(page, /^Mark again: /);
    await until(async () => !(await says(page)).includes('Rules you switched off'), 'the whole list gone');
    assertEqual(await kept(page, 'never'), {}, 'what is stored');
    await writing.close();
    await page.close();
  },

  async 'readers, approved claims and products come through to the card'(session) {
    const page = await openOptions(session);
    await paste(page, FOR_SOME);
    await press(page, /^Use this playbook/);
    await waitForSaying(page, 'in force now');
    await waitForSaying(page, /Claims 3[\s\S]*Drugs and devices 1/);
    const writing = await session.newPage(SITES.mastodon.post);
    await focusComposer(writing);
    const card = await session.extensionFrame(writing);
    await typeText(writing, 'Renal care at the best place to work in Alder County. Ask about Fancymab.');
    await waitForSaying(card, '2 to look at');
    await unfold(card);
    await waitForSaying(card, 'kidney');
    await waitForSaying(card, /Fancymab/);
    assert(!(await says(card)).includes('needs approval'), 'an approved claim is marked');
    assert((await controls(card)).includes('Everyone'), 'nobody asks for whom this is');
    await press(card, /^Patients$/);
    await waitForSaying(card, '2 warnings');
    await page.bringToFront();
    await press(page, /^Back to the sample/);
    await until(async () => !(await controls(card)).includes('Patients'), 'no readers where the playbook names none');
    await writing.close();
    await page.close();
  },

  async 'a playbook that another version packed is read anew by the card'(session) {
    const page = await openOptions(session);
    await keep(page, { playbook: OLD });
    const writing = await session.newPage(SITES.mastodon.post);
    await focusComposer(writing);
    const card = await session.extensionFrame(writing);
    await typeText(writing, 'A new gizmo');
    await waitForSaying(card, '1 to look at');
    await unfold(card);
    await waitForSaying(card, 'device');
    const { compiled, ...rest } = await stored(page);
    assert(compiled !== OLD.compiled && compiled.includes('gizmo'), 'it is still packed as it was');
    assertEqual(rest, { source: OLD.source, savedAt: OLD.savedAt }, 'its document and time');
    await writing.close();
    await page.evaluate(() => globalThis.cuecardApi.storage.local.remove('playbook'));
    await page.close();
  },

  async 'every string of the interface is there'(session) {
    const messages = JSON.parse(await readFile(join(extensionDir(session.name), '_locales/en/messages.json'), 'utf8'));
    const page = await openOptions(session);
    const missing = await page.evaluate((keys) => keys.filter((key) => globalThis.cuecardApi.i18n.getMessage(key) === ''), Object.keys(messages));
    assertEqual(missing, [], 'keys without a text');
    await page.close();
  },
};

/** An extension whose card cannot fetch the compiler: then the person has to open the options once. */
async function saysSo({ name }, server) {
  const dir = await mkdtemp(join(tmpdir(), 'cuecard-unread-'));
  try {
    await cp(extensionDir(name), dir, { recursive: true });
    const early = await readFile(join(dir, 'early.js'), 'utf8');
    assert(early.includes("'./options.js'"), 'the card fetches something else');
    await writeFile(join(dir, 'early.js'), early.replace("'./options.js'", "'./missing.js'"));
    const session = await launch({ browser: name, extensionDir: dir, port: server.port });
    try {
      const page = await openOptions(session);
      await keep(page, { playbook: OLD });
      await page.close();
      const writing = await session.newPage(SITES.mastodon.post);
      await focusComposer(writing);
      const card = await session.extensionFrame(writing);
      await typeText(writing, 'Our ER has a new gizmo');
      await waitForSaying(card, 'Playbook to be read');
      assertEqual(await writing.evaluate(() => [...CSS.highlights.values()].some((h) => h.size > 0)), false, 'the sample’s words are marked');
      await unfold(card);
      await waitForSaying(card, 'has to read your playbook anew');
      await press(card, /^Open the settings/);
      // The options page has the compiler: the open card goes on by itself.
      await waitForSaying(card, 'device');
    } finally {
      await session.close();
    }
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

await inBrowsers(async (session, server) => {
  for (const [what, run] of Object.entries(CHECKS)) await check(`${session.name} options: ${what}`, () => run(session));
  await check(`${session.name} options: a playbook that cannot be read anew is said, until the options were opened`, () => saysSo(session, server));
});
