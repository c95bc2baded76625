// Contract 4 on the bench: an approved text of several lines goes into an empty composer, behind what somebody has
// written, and behind the name that a site puts there. It stands there whole, and one undo gives back what was there.
// The card asks first for what the text leaves open.

import { controls, press, says, unfold, waitForSaying } from '../harness/card.mjs';
import { undo } from '../harness/keys.mjs';
import { assert, until } from '../harness/report.mjs';

/** Four lines, one of them blank, with an emoji of two code points, a curly apostrophe, and a slot. */
const textWith = (place) => `We’re sorry: quokkas at ${place} keep no hours.\n\nWe can’t discuss anyone’s care here 🙏🏽\nPlease call Patient Relations at 555-0101.`;
const PLACE = 'Zürich 🦘';
/** A word of it that nothing else in the playbook has. */
const QUERY = 'quokkas';

/** What stands in the composer, and what parts the text from it. */
export const CASES = {
  'an empty composer': { draft: '', between: '' },
  'one with two lines in it': { draft: 'Thank you 👩🏽‍⚕️\nfor telling us', between: '\n' },
  'one with a name in it': { draft: '@carla_m ', between: '' },
};

/** The playbook with that text among its messages. */
export function withText(playbook) {
  const [first] = playbook.messages;
  const message = { ...first, id: 'quokkas', name: 'Quokkas', text: textWith('{{place}}'), platforms: [], until: null };
  return { ...playbook, messages: [...playbook.messages, message] };
}

/** One case. */
export async function insert(bench, name) {
  const { draft, between } = CASES[name];
  const { page, frame } = bench;
  await bench.focus();
  await bench.set(draft.split('\n').map((line) => (line === '' ? [] : [line])), draft.length);
  await bench.holds(draft, 'what was there');
  // Beside a composer that was just opened the chip may be still to come.
  await until(async () => {
    await unfold(frame);
    return (await controls(frame)).includes('Search');
  }, 'the card open');
  await press(frame, /^Search$/);
  // What was looked for before still stands there.
  await frame.click('#query', { count: 3 });
  await frame.type('#query', QUERY);
  await waitForSaying(frame, 'Quokkas');
  await press(frame, /^Put into draft/);
  await frame.type(await until(() => frame.evaluate(() => document.querySelector('#slot-0') && '#slot-0'), 'the field for the place'), PLACE);
  await press(frame, /^Put into draft/);
  const after = draft + between + textWith(PLACE);
  await bench.holds(after, 'the text put in').catch(async (error) => {
    throw new Error(`${error.message}; the card says ${JSON.stringify((await says(frame)).slice(0, 300))}`);
  });
  await bench.caretAt(after.length, 'the caret behind the text');
  assert((await bench.state()).focused, 'the composer has no focus');
  await undo(page);
  await bench.holds(draft, 'what was there, after one undo');
}
