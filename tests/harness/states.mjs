// The states of the card that are looked at: by axe in access.mjs, and by people in shots.mjs. Each brings a page into its
// state the way a person would, and gives it with the frame to look at.

import { answering, writing } from './begin.mjs';
import { ALDER, LINDEN, ROWAN, add, openOptions } from './brands.mjs';
import { control, press, showFindings, unfold, waitForSaying } from './card.mjs';
import { samplePlaybook, usePlaybook } from './extension.mjs';
import { focusComposer, typeText } from './keys.mjs';
import { until } from './report.mjs';

const QUICK = { delay: 0 };

async function search(session, site, words) {
  const begun = await answering(session, site, 'long-wait');
  await waitForSaying(begun.frame, 'Put into reply');
  await press(begun.frame, /^Search$/);
  await until(() => begun.frame.evaluate(() => document.activeElement?.id === 'query'), 'the focus in the search');
  if (words) await begun.page.keyboard.type(words);
  return begun;
}

/** In the side panel's page, one of its pages. */
async function panel(session, tab, field, words, said) {
  const page = await session.newPage(session.extensionUrl('panel.html'));
  if (tab) await press(page, tab);
  const element = await until(() => page.$(`#${field}`), `the field ${field}`);
  await element.click();
  if (words) await page.keyboard.type(words);
  await waitForSaying(page, said);
  return { page, frame: page };
}

/** The card's states, beside a site's composer. */
export const CARD = {
  async 'the chip'(session, site) {
    const begun = await writing(session, site, 'Free flu shots on Saturday.', QUICK);
    await waitForSaying(begun.frame, 'On brand');
    return begun;
  },
  async findings(session, site) {
    const begun = await writing(session, site, 'Our world-class ER will guarantee {{phone}} and utilize it', QUICK);
    await unfold(begun.frame);
    await waitForSaying(begun.frame, 'emergency department');
    return begun;
  },
  async replies(session, site) {
    const begun = await answering(session, site, 'long-wait');
    await waitForSaying(begun.frame, 'Put into reply');
    return begun;
  },
  async 'a doubt'(session, site) {
    const begun = await answering(session, site, 'oblique');
    await waitForSaying(begun.frame, 'Look again before you reply');
    return begun;
  },
  async 'nothing fits'(session, site) {
    const begun = await answering(session, site, 'unheard');
    await waitForSaying(begun.frame, 'No approved reply fits');
    return begun;
  },
  async 'a kind comment'(session, site) {
    const begun = await answering(session, site, 'praise');
    await waitForSaying(begun.frame, 'Like it, and thank.');
    return begun;
  },
  async 'a comment in Spanish'(session, site) {
    const begun = await answering(session, site, 'spanish');
    await waitForSaying(begun.frame, 'in Spanish');
    return begun;
  },
  async 'an edited reply'(session, site) {
    const begun = await answering(session, site, 'long-wait');
    await press(begun.frame, /^Put into reply/);
    await until(async () => /sorry/.test(await begun.page.evaluate(() => window.__editor.read())), 'the reply in the draft');
    await typeText(begun.page, ' We would be so glad to hear more about it from you.', QUICK);
    await showFindings(begun.frame);
    await waitForSaying(begun.frame, 'Approve first: ');
    return begun;
  },
  async escalation(session, site) {
    const begun = await answering(session, site, 'self-harm');
    await waitForSaying(begun.frame, 'Do not reply yet');
    return begun;
  },
  search: (session, site) => search(session, site),
  async 'a favourite'(session, site) {
    const begun = await search(session, site, 'visiting hours');
    const pressed = () => begun.frame.evaluate(() => Boolean(document.querySelector('.star[aria-pressed="true"]')));
    // It stays one on the next site.
    if (!(await pressed())) await press(begun.frame, /^Favourite: Visiting hours/);
    await until(pressed, 'a pressed star');
    return begun;
  },
  async 'a text with a caution'(session, site) {
    const begun = await search(session, site, 'comment guidelines');
    await waitForSaying(begun.frame, /Would be marked/);
    return begun;
  },
  async 'the form of slots'(session, site) {
    const begun = await search(session, site, 'parking on a busy day');
    await press(begun.frame, /^Put into/);
    await waitForSaying(begun.frame, 'Still to be filled in');
    return begun;
  },
  async 'whom this answers'(session, site) {
    const begun = await answering(session, site, 'long-wait');
    await waitForSaying(begun.frame, 'Put into reply');
    await press(begun.frame, /^Not this comment/);
    await control(begun.frame, /^Answer this$/);
    return begun;
  },
};

/** What stands in a tab of its own, or needs another playbook. */
export const OTHER = {
  'the side panel: the library': (session) => panel(session, null, 'query', 'visiting', 'Visiting hours'),
  'the side panel: a draft': (session) => panel(session, /^Draft/, 'draft', 'Come to our ER at 7', 'emergency department'),
  'the side panel: a comment': (session) => panel(session, /^Comment$/, 'paste', 'I waited four hours in your ER', 'Answer this'),
  async 'the options page'(session) {
    const page = await session.newPage(session.extensionUrl('options.html'));
    await waitForSaying(page, 'Every entry was read.');
    return { page, frame: page };
  },
  // From here on playbooks stay.
  async 'several playbooks, two for one account'(session) {
    const page = await openOptions(session);
    await add(page, [LINDEN, ALDER, { ...ROWAN, playbook: ROWAN.playbook.replace(ROWAN.handle, ALDER.handle) }]);
    await waitForSaying(page, 'are both for');
    return { page, frame: page };
  },
  async 'the list of brands'(session, site) {
    const begun = await writing(session, site, 'A gizmo', QUICK);
    await waitForSaying(begun.frame, '1 to look at');
    await unfold(begun.frame);
    await press(begun.frame, /^Use another playbook here/);
    await waitForSaying(begun.frame, ROWAN.brand);
    return begun;
  },
  async 'a held submit'(session, site) {
    await usePlaybook(session, { ...(await samplePlaybook()), gate: true });
    const begun = await writing(session, site, '');
    await focusComposer(begun.page);
    await typeText(begun.page, 'Join us on {{day}}', QUICK);
    await unfold(begun.frame);
    await waitForSaying(begun.frame, '{{day}}');
    await begun.page.click(site.submit);
    await waitForSaying(begun.frame, /Held: /);
    return begun;
  },
};
