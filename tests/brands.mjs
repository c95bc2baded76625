// Several playbooks, as an agency has them: the account that the page posts as decides which one a composer is held to,
// or the person does; nothing of one brand stays for another, and what is remembered is remembered for one alone.
//
//   node tests/brands.mjs [chromium|firefox]

import { ALDER, LINDEN, ROWAN, add, openOptions, paste } from './harness/brands.mjs';
import { control, press, says, showFindings, unfold, waitForSaying } from './harness/card.mjs';
import { inBrowsers } from './harness/extension.mjs';
import { fixtureAddress } from './harness/fixtures.mjs';
import { chord, focusComposer, readEditor, typeText } from './harness/keys.mjs';
import { assert, assertEqual, check, until } from './harness/report.mjs';
import { FIXTURES } from '../static/demo/fixtures/index.js';

const DRAFT = 'A gizmo, a leaf, a branch';

const kept = (page, key) => page.evaluate(async (name) => (await globalThis.cuecardApi.storage.local.get(name))[name] ?? null, key);
const index = (page) => kept(page, 'playbooks');

/** Has the page post as somebody. Only the letters change, so that nothing tells of it, unless the menu is `drawn` anew. */
const postAs = (page, who, drawn = true) =>
  page.evaluate(
    (text, anew) => {
      const [name, handle] = [...document.querySelectorAll('[data-testid="SideNav_AccountSwitcher_Button"] > span')].slice(-2);
      name.firstChild.data = 'Somebody';
      if (anew) handle.replaceChildren(text);
      else handle.firstChild.data = text;
    },
    who,
    drawn,
  );

/** A reply composer on X under a comment about parking, on a page that posts as somebody. */
async function replying(session, who) {
  const page = await session.newPage(fixtureAddress(FIXTURES['x/reply'], { comment: 'parking' }));
  await until(() => page.evaluate(() => window.__fixture?.ready === true).catch(() => false), 'the fixture on the page');
  await postAs(page, who);
  await focusComposer(page);
  return { page, frame: await session.extensionFrame(page) };
}

const underlined = (page) =>
  page.evaluate(() => [...CSS.highlights.values()].flatMap((highlight) => [...highlight]).map((range) => range.startContainer.data.slice(range.startOffset, range.endOffset)).sort());

const areUnderlined = (page, words) =>
  until(async () => JSON.stringify(await underlined(page)) === JSON.stringify(words), `underlines at ${words}`).catch(async (error) => {
    throw new Error(`${error.message}; they are at ${JSON.stringify(await underlined(page))}`);
  });

/** Shows the replies, waits for one of the brand, and makes sure that the others' are not there. */
async function offers(frame, brand) {
  await unfold(frame);
  await waitForSaying(frame, brand.brand);
  await press(frame, /^Replies/);
  await waitForSaying(frame, brand.reply);
  for (const other of [LINDEN, ALDER, ROWAN].filter((b) => b !== brand)) {
    assert(!(await says(frame)).includes(other.reply), `the reply of ${other.brand} is on offer too`);
  }
}

/** What is stored under the id of a brand's playbook. */
async function idOf(page, { brand }) {
  const { list } = await index(page);
  return list.find((line) => line.brand === brand).id;
}
const keyOf = async (page, name, brand) => [name, await idOf(page, brand)].filter(Boolean).join(':');

const CHECKS = {
  async 'playbooks are added beside each other and listed, with what to do about an account that two are for'(session) {
    const page = await openOptions(session);
    await add(page, [LINDEN]);
    assert(!/^Playbooks$/m.test(await says(page)), 'one playbook is listed');
    await add(page, [ALDER, ROWAN]);
    await waitForSaying(page, /Linden Clinics used where no account tells\s+X @lindenclinics · Facebook LindenClinics · Saved 2/);
    await waitForSaying(page, /Alder Heart Hospital\s+X @alderheart · Instagram @alderheart/);
    assert(!(await says(page)).includes('are both for'), 'two are said to be for one account');
    // Edited in place, it is for an account of another one.
    await press(page, /^Edit$/);
    const source = await page.$eval('#source', (field) => field.value);
    assertEqual(source, ROWAN.playbook, 'the document in the field');
    await paste(page, source.replace(ROWAN.handle, ALDER.handle.toUpperCase()));
    await press(page, /^Use it in place of Rowan/);
    await waitForSaying(page, 'Alder Heart Hospital and Rowan Children’s are both for @alderheart on X. Cuecard uses the playbook of Alder Heart Hospital there.');
    await press(page, /^Undo$/);
    await until(async () => !(await says(page)).includes('are both for'), 'the clash gone');
    assertEqual((await kept(page, await keyOf(page, 'playbook', ROWAN))).source, ROWAN.playbook, 'the stored document');
    await press(page, /^Show Linden Clinics/);
    await waitForSaying(page, /^\s*Linden Clinics/);
    await page.close();
  },

  async 'the account decides, and another one in the page changes the brand'(session) {
    const { page, frame } = await replying(session, ALDER.handle);
    await typeText(page, DRAFT, { delay: 0 });
    await areUnderlined(page, ['branch', 'gizmo']);
    await offers(frame, ALDER);
    await postAs(page, LINDEN.handle);
    await areUnderlined(page, ['gizmo', 'leaf']);
    await offers(frame, LINDEN);
    assert(!(await says(frame)).includes('This page posts as'), 'an account is asked about that a playbook is for');
    // Nobody's.
    await postAs(page, '@jo_park');
    await waitForSaying(frame, 'This page posts as @jo_park. The playbook is for @lindenclinics.');
    await areUnderlined(page, ['gizmo', 'leaf']);
    await page.close();
  },

  async 'a reply never gets into the composer of another brand'(session) {
    const { page, frame } = await replying(session, ALDER.handle);
    await offers(frame, ALDER);
    // Nothing tells of it but the page itself, at the moment of the click.
    await postAs(page, ROWAN.handle, false);
    await press(frame, /^Put into reply/);
    await waitForSaying(frame, 'Nothing was put into the draft');
    await offers(frame, ROWAN);
    assertEqual((await readEditor(page)).text.trim(), '', 'the draft');
    await press(frame, /^Put into reply/);
    await until(async () => (await readEditor(page)).text.includes(ROWAN.reply), 'the reply of the brand that posts');
    await page.close();
  },

  async 'a brand is chosen by hand, by mouse and by keyboard'(session) {
    const { page, frame } = await replying(session, '');
    await typeText(page, DRAFT, { delay: 0 });
    await areUnderlined(page, ['gizmo', 'leaf']);
    await unfold(frame);
    await press(frame, /^Use another playbook here: Linden Clinics/);
    await press(frame, /^Rowan/);
    await areUnderlined(page, ['gizmo']);
    await waitForSaying(frame, ROWAN.brand);
    await chord(page, 'Alt', 'Period');
    const active = () => frame.evaluate(() => document.hasFocus() && [document.activeElement?.textContent, document.activeElement?.ariaChecked ?? document.activeElement?.getAttribute('aria-checked')].join());
    await until(async () => (await active()) !== false, 'the focus in the card');
    await (await control(frame, /^Use another playbook here/)).focus();
    await page.keyboard.press('Enter');
    await until(async () => (await active()) === `${ROWAN.brand},true`, 'the focus at the brand that is chosen');
    await page.keyboard.press('ArrowUp');
    await until(async () => (await active()) === `${ALDER.brand},false`, 'the focus at the brand above');
    await page.keyboard.press('Enter');
    await areUnderlined(page, ['branch', 'gizmo']);
    await until(async () => /Alder/.test(String(await active())), 'the focus back at the name');
    await page.close();
  },

  async 'what is remembered for one brand is not for another'(session) {
    const { page, frame } = await replying(session, ALDER.handle);
    await typeText(page, DRAFT, { delay: 0 });
    await areUnderlined(page, ['branch', 'gizmo']);
    await showFindings(frame);
    // The first in the list is about "gizmo"; the other is mended.
    await press(frame, /^Never again/);
    await areUnderlined(page, ['branch']);
    await press(frame, /alder device/);
    await areUnderlined(page, []);
    await press(frame, /^Search$/);
    await page.keyboard.type('hours');
    await press(frame, /^Favourite: Opening hours/);
    const [never, favourites, id] = [await keyOf(frame, 'never', ALDER), await keyOf(frame, 'favourites', ALDER), await idOf(frame, ALDER)];
    await until(async () => (await kept(frame, favourites)) !== null, 'the favourite in the storage');
    assertEqual(Object.keys(await kept(frame, never)), ['words/gizmo'], 'what is not wanted');
    assertEqual(Object.keys(await kept(frame, favourites)), ['hours'], 'the favourites');
    const journals = () => frame.evaluate(async () => Object.entries(await globalThis.cuecardApi.storage.local.get(null)).filter(([key, lines]) => key.startsWith('journal:') && lines.includes('words/branch')).map(([key]) => key));
    const [noted, ...others] = await until(async () => { const found = await journals(); return found.length > 0 && found; }, 'what was mended in a journal');
    assert(noted.startsWith(`journal:${id}:`) && others.length === 0, `it is noted in ${[noted, ...others]}`);
    await page.close();

    const other = await replying(session, LINDEN.handle);
    await typeText(other.page, DRAFT, { delay: 0 });
    await areUnderlined(other.page, ['gizmo', 'leaf']);
    await unfold(other.frame);
    await press(other.frame, /^Search$/);
    await other.page.keyboard.type('hours');
    await control(other.frame, /^Favourite: Opening hours/);
    assertEqual(await other.frame.evaluate(() => document.querySelectorAll('.star[aria-pressed="true"]').length), 0, 'stars');
    await other.page.close();
    const options = await openOptions(session);
    assert(!(await says(options)).includes('words/gizmo'), 'a rule of another brand is listed');
    await press(options, /^Show Alder/);
    await waitForSaying(options, 'words/gizmo');
    await options.close();
  },

  async 'the side panel has the same choice'(session) {
    const page = await session.newPage(session.extensionUrl('panel.html'));
    await waitForSaying(page, LINDEN.brand);
    await press(page, /^Draft/);
    await (await until(() => page.$('#draft'), 'the field')).click();
    await page.keyboard.type('A leaf and a berry');
    await waitForSaying(page, LINDEN.say);
    await press(page, /^Use another playbook here/);
    await press(page, /^Rowan/);
    await waitForSaying(page, ROWAN.say);
    assert(!(await says(page)).includes(LINDEN.say), 'the words of the other brand are still there');
    await page.close();
  },

  async 'one that is removed is at work no more, until it is brought back'(session) {
    const { page, frame } = await replying(session, ALDER.handle);
    await typeText(page, DRAFT, { delay: 0 });
    await areUnderlined(page, ['branch']);
    const options = await openOptions(session);
    const key = await keyOf(options, 'playbook', ALDER);
    // The one that holds where no account tells, from now on.
    await press(options, /^Use Rowan/);
    await until(async () => (await index(options)).preferred === (await idOf(options, ROWAN)), 'the choice in the storage');
    await press(options, /^Remove Alder/);
    await waitForSaying(options, 'The playbook of Alder Heart Hospital is removed.');
    assertEqual(await kept(options, key), null, 'its document');
    await page.bringToFront();
    await areUnderlined(page, ['gizmo']);
    await unfold(frame);
    await waitForSaying(frame, 'This page posts as @alderheart. The playbook is for @rowankids.');
    await options.bringToFront();
    await press(options, /^Undo$/);
    await waitForSaying(options, /Alder Heart Hospital\s+X @alderheart/);
    assertEqual((await kept(options, key)).source, ALDER.playbook, 'its document');
    await page.bringToFront();
    // With what is remembered for it.
    await areUnderlined(page, ['branch']);
    await waitForSaying(frame, ALDER.brand);
    await page.close();
    await options.close();
  },

  async 'what a version with one playbook has stored is that of the first'(session) {
    const before = await openOptions(session);
    const month = `journal:${new Date().getFullYear()}-${String(new Date().getMonth() + 1).padStart(2, '0')}`;
    const line = '1\t2\tx\tpost\tposted\tRecruitment\t\n';
    await before.evaluate(
      async (items) => {
        const { local } = globalThis.cuecardApi.storage;
        await local.clear();
        await local.set(items);
      },
      // As another version has packed it, too.
      { playbook: { source: LINDEN.playbook, compiled: '1 12 Linden', savedAt: '2026-01-02T03:04:05+00:00' }, never: { 'words/gizmo': true }, favourites: { hours: true }, [month]: line },
    );
    await before.close();
    const page = await openOptions(session);
    await waitForSaying(page, /^\s*Linden Clinics[\s\S]*Saved 2026-01-02 03:04[\s\S]*words\/gizmo/);
    await add(page, [ALDER]);
    await waitForSaying(page, /Linden Clinics used where no account tells\s+X @lindenclinics · Facebook LindenClinics · Saved 2026-01-02 03:04/);
    assertEqual((await kept(page, 'playbook')).source, LINDEN.playbook, 'the document');
    assertEqual([await kept(page, 'never'), await kept(page, 'favourites'), await kept(page, month)], [{ 'words/gizmo': true }, { hours: true }, line], 'what is remembered');
    for (const [brand, words] of [
      [LINDEN, ['leaf']],
      [ALDER, ['branch', 'gizmo']],
    ]) {
      const at = await replying(session, brand.handle);
      await typeText(at.page, DRAFT, { delay: 0 });
      await areUnderlined(at.page, words);
      await at.page.close();
    }
    await page.close();
  },

  async 'of the last one, one comes back to the sample, and from there'(session) {
    const page = await openOptions(session);
    await press(page, /^Remove Alder/);
    await waitForSaying(page, 'The playbook of Alder Heart Hospital is removed.');
    assert(!/^Playbooks$/m.test(await says(page)), 'one playbook is listed');
    await press(page, /^Back to the sample/);
    await waitForSaying(page, /^\s*Wrenfield Health/);
    await press(page, /^Undo$/);
    await waitForSaying(page, /^\s*Linden Clinics/);
    assertEqual((await kept(page, 'playbook')).source, LINDEN.playbook, 'the document');
    await page.close();
  },
};

await inBrowsers(async (session) => {
  for (const [what, run] of Object.entries(CHECKS)) await check(`${session.name}: ${what}`, () => run(session));
});
