// Contract 6: the page's own script changes or clears the draft between the plan and the write. Nothing is written in the
// wrong place; what could not be written is on the clipboard, and the card says so.

import { press, says, unfold } from '../harness/card.mjs';
import { chord } from '../harness/keys.mjs';
import { assert, assertEqual, until } from '../harness/report.mjs';

const BEFORE = 'At our ER\nsee you';
const FIX = 'emergency department';
const AFTER = BEFORE.replace('ER', FIX);

/** The page's moments: an event on its way to the editor, a frame in which the word is selected, a time after that. */
export const MOMENTS = ['selectionchange', 'beforeinput', 'paste', 'input', 'frame', 'timer'];
export const CHANGES = { clear: '', other: 'The ER that was\nnever our ER' };

/** Makes the page's script wait for its moment. */
function arm(moment, text, after) {
  const editor = window.__editor;
  const over = new AbortController();
  const race = (window.__race = { fired: false, written: false, over });
  const strike = () => {
    if (over.signal.aborted) return;
    over.abort();
    race.fired = true;
    race.written = editor.read() === after;
    editor.set(text);
  };
  const heard = { once: true, capture: true, signal: over.signal };
  const selected = () => {
    const offsets = editor.selectionOffsets();
    return offsets && offsets[0] !== offsets[1];
  };
  if (moment === 'frame') {
    const look = () => {
      if (selected()) strike();
      else if (!over.signal.aborted) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  } else if (moment === 'timer') {
    // Some time between the click and the end of the write, another one each time.
    const wait = (window.__turn = ((window.__turn ?? 0) + 7) % 40);
    document.addEventListener('selectionchange', () => setTimeout(strike, wait), heard);
  } else {
    window.addEventListener(moment, strike, heard);
  }
}

/** What became of the page's moment until now. */
const raced = (bench) => bench.page.evaluate(() => ({ fired: window.__race.fired, written: window.__race.written }));

/** Whatever the page has not done by now it does not do any more, least of all in the next race. */
const disarm = (bench) => bench.page.evaluate(() => window.__race.over.abort());

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
  const changed = CHANGES[change];
  const noted = await until(async () => {
    const { fired, written } = await raced(bench);
    const text = await says(bench.frame);
    // What is said before the page did anything is still about the race before.
    if (fired && /on the clipboard/.test(text)) return { note: true };
    const { text: now } = await bench.state();
    // Without a word of the card the write was over before the page struck, or the page never did.
    const over = fired ? written && now === changed : now === AFTER;
    return over && (await staysFor(bench, now, fired)) ? { note: false } : null;
  }, 'the end of the edit').catch(async (error) => {
    throw new Error(`${error.message}: ${JSON.stringify(await raced(bench))}, ${JSON.stringify(await bench.state())}, the card says ${JSON.stringify((await says(bench.frame)).slice(0, 200))}`);
  });
  await disarm(bench);
  const { fired, written } = await raced(bench);
  await bench.holds(fired ? changed : AFTER, 'the draft');
  if (noted.note) assertEqual(await clipboard(bench), FIX, 'the clipboard');
  assert(noted.note || !fired || written, 'nothing was said of a text that was not written');
}

/** Whether the draft stays as it is: some frames where nothing happened, else as long as the driver may look at it. */
async function staysFor(bench, text, fired) {
  const end = performance.now() + (fired ? 600 : 0);
  do {
    await bench.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve)))));
    if ((await bench.state()).text !== text) return false;
  } while (performance.now() < end);
  return true;
}
