// The options page: what is in force, another playbook in its place with its diagnostics seen first, the way back, the
// document as a file, and the switches of the sites.
//
//   node tests/options.mjs [chromium|firefox]

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { control, press, says, unfold, waitForSaying } from './harness/card.mjs';
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

const stored = (page) => page.evaluate(async () => (await globalThis.cuecardApi.storage.local.get('playbook')).playbook ?? null);

async function open(session) {
  const page = await session.newPage(session.extensionUrl('options.html'));
  await waitForSaying(page, /What Cuecard made of it/);
  return page;
}

async function paste(page, text) {
  const field = await page.waitForSelector('textarea');
  await field.evaluate((node, value) => {
    node.value = value;
    node.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, text);
  await press(page, /^Look at it/);
}

const CHECKS = {
  async 'the sample is in force, and can be read'(session) {
    const page = await open(session);
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

    const page = await open(session);
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
    const page = await open(session);
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
      const page = await open(session);
      const field = await page.waitForSelector('input[type=file]');
      await field.uploadFile(path);
      await waitForSaying(page, 'Alder Clinics');
      await press(page, /^Use this playbook/);
      await waitForSaying(page, 'in force now');
      await press(page, /^Back to the sample/);
      await waitForSaying(page, 'Wrenfield Health');
      assertEqual(await stored(page), null, 'what is stored');
      await page.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },

  async 'a text that is no playbook is not lost, and nothing breaks'(session) {
    const page = await open(session);
    await paste(page, '---\nbrand: [\n---\n\n# ?\n\n| a | b |\n| --- | --- |\n| x | y |\n');
    await waitForSaying(page, /line 2/);
    await press(page, /^Discard/);
    await waitForSaying(page, 'Wrenfield Health');
    assert(!(await says(page)).includes('Use this playbook'), 'the proposal is still shown');
    await page.close();
  },

  async 'a site is switched off and on'(session) {
    const page = await open(session);
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

  async 'every string of the interface is there'(session) {
    const messages = JSON.parse(await readFile(join(extensionDir(session.name), '_locales/en/messages.json'), 'utf8'));
    const page = await open(session);
    const missing = await page.evaluate((keys) => keys.filter((key) => globalThis.cuecardApi.i18n.getMessage(key) === ''), Object.keys(messages));
    assertEqual(missing, [], 'keys without a text');
    await page.close();
  },
};

await inBrowsers(async (session) => {
  for (const [what, run] of Object.entries(CHECKS)) await check(`${session.name} options: ${what}`, () => run(session));
});
