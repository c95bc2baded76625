// Contract 6: the page's own script changes or clears the draft between the plan and the write. Nothing is written in the
// wrong place; what could not be written is on the clipboard, and the card says so.

import { press, says, unfold } from '../harness/card.mjs';
import { chord } from '../harness/keys.mjs';
import { assert, assertEqual, until } from '../harness/report.mjs';

const BEFORE = 'At our ER\nsee you';
const FIX = 'emergency department';
const AFTER = BEFORE.replace('ER', FIX);

/** The page's moments: an event on its way to the editor, a frame in which the word is selected, a time after that. */
export const MOMENTS = ['selectionchange', 'beforeinput', 'paste', 'frame', 'timer'];
export const CHANGES = { clear: '', other: 'The ER that was\nnever our ER' };

/** Makes the page's script wait for its moment. */
function arm(moment, text, after) {
  const editor = window.__editor;
  window.__race = { fired: false, written: false };
  const strike = () => {
    if (window.__race.fired) return;
    window.__race.fired = true;
    window.__race.written = editor.read() === after;
    editor.set(text);
  };
  const selected = () => {
    const offsets = editor.selectionOffsets();
    return offsets && offsets[0] !== offsets[1];
  };
  if (moment === 'frame') {
    const look = () => (selected() ? strike() : requestAnimationFrame(look));
    requestAnimationFrame(look);
  } else if (moment === 'timer') {
    // Some time between the click and the end of the write, another one each time.
    document.addEventListener('selectionchange', () => setTimeout(strike, (window.__turn = ((window.__turn ?? 0) + 7) % 40)), { once: true, capture: true });
  } else {
    window.addEventListener(moment, strike, { once: true, capture: true });
  }
}

/** Pastes what is on the clipboard into a field of the page's own. */
async function clipboard(bench) {
  await bench.page.evaluate(() => {
    document.querySelector('#scratch')?.remove();
    const field = document.createElement('textarea');
    field.id = 'scratch';
    document.body.prepend(field);
    field.focus();
  });
  await chord(bench.page, 'Control', 'KeyV');
  const text = await until(() => bench.page.evaluate(() => document.querySelector('#scratch').value), 'a text from the clipboard');
  await bench.page.evaluate(() => document.querySelector('#scratch').remove());
  await bench.focus();
  return text;
}

/** One moment, one kind of change. */
export async function race(bench, moment, change) {
  await bench.focus();
  await bench.set(BEFORE.split('\n').map((line) => [line]), BEFORE.length);
  await bench.holds(BEFORE, 'the draft');
  await bench.marked('ER');
  await unfold(bench.frame);
  await bench.page.evaluate(arm, moment, CHANGES[change], AFTER);
  await press(bench.frame, /^Replace.*emergency department|emergency department/);
  const said = await until(async () => {
    const { fired, written } = await bench.page.evaluate(() => window.__race);
    const text = await says(bench.frame);
    const note = /on the clipboard/.test(text);
    const { text: now } = await bench.state();
    if (note) return { fired, written, note };
    // Without a word of the card the write was over before the page struck, or the page never did.
    return (fired ? written && now === CHANGES[change] : now === AFTER && (await settledFor(bench, AFTER))) ? { fired, written, note } : null;
  }, 'the end of the edit').catch(async (error) => {
    throw new Error(`${error.message}: ${JSON.stringify(await bench.page.evaluate(() => window.__race))}, ${JSON.stringify(await bench.state())}, the card says ${JSON.stringify((await says(bench.frame)).slice(0, 200))}`);
  });
  const { text } = await bench.state();
  assertEqual(text, said.fired ? CHANGES[change] : AFTER, 'the draft');
  if (said.note) assertEqual(await clipboard(bench), FIX, 'the clipboard');
  assert(said.note || !said.fired || said.written, 'nothing was said of a text that was not written');
}

/** Whether the draft is still the same some frames later. */
async function settledFor(bench, text) {
  await bench.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve)))));
  return (await bench.state()).text === text;
}
