// Three brands of one agency: their playbooks, put in through the options page as a person would.

import { press, waitForSaying } from './card.mjs';

/** A brand's playbook: what it says in place of "gizmo" is its own, as is its reply; `word` it alone knows. */
export const playbook = ({ brand, accounts, say, word, reply }) => `---
brand: ${brand}
accounts:
${accounts.map((account) => `  - ${account}`).join('\n')}
---

# ${brand}

## Words
- gizmo (use *${say}*)
- ${word} (use *${say}*)

## Messages
### Opening hours of ${brand} {#hours}
> ${brand} is open from 8 to 6.

## Protocols
### Parking {#parking}
- Level: question
- Examples: where do I park; is there parking for visitors
- Key phrases: park, parking
- Reply:
  > ${reply}
`;

export const LINDEN = {
  brand: 'Linden Clinics',
  handle: '@lindenclinics',
  accounts: ['x: "@lindenclinics"', 'facebook: LindenClinics'],
  say: 'linden device',
  word: 'leaf',
  reply: 'Linden has parking behind the main building.',
};
export const ALDER = {
  brand: 'Alder Heart Hospital',
  handle: '@alderheart',
  accounts: ['x: "@alderheart"', 'instagram: "@alderheart"'],
  say: 'alder device',
  word: 'branch',
  reply: 'Alder has parking on the roof.',
};
export const ROWAN = {
  brand: 'Rowan Children’s',
  handle: '@rowankids',
  accounts: ['x: "@rowankids"'],
  say: 'rowan device',
  word: 'berry',
  reply: 'Rowan has parking across the street.',
};
for (const brand of [LINDEN, ALDER, ROWAN]) brand.playbook = playbook(brand);

/** The options page. */
export async function openOptions(session) {
  const page = await session.newPage(session.extensionUrl('options.html'));
  await waitForSaying(page, /What Cuecard made of it/);
  return page;
}

/** Pastes a document into the options page, and has a look at it. */
export async function paste(page, text) {
  const field = await page.waitForSelector('textarea');
  await field.evaluate((node, value) => {
    node.value = value;
    node.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, text);
  await press(page, /^Look at it/);
}

/** Saves playbooks, each beside those that are there. */
export async function add(page, brands) {
  for (const { brand, playbook: text } of brands) {
    await paste(page, text);
    await press(page, /^(Use this playbook|Add beside the others)$/);
    await waitForSaying(page, new RegExp(`^\\s*${brand}[\\s\\S]*in force now, (on every open page|wherever)`));
  }
}
