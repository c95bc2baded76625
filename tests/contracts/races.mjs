// Contract 6: the page's own script changes or clears the draft between the plan and the write. Nothing is written in the
// wrong place; what could not be written is on the clipboard, and the card says so.

import { press, says, unfold } from '../harness/card.mjs';
import { chord, focusComposer, settled } from '../harness/keys.mjs';
import { assert, assertEqual, until } from '../harness/report.mjs';

const BEFORE = 'At our ER\nsee you';
const FIX = 'emergency department';
const AFTER = BEFORE.replace('ER', FIX);

/** On the clipboard before, so that what is there afterwards is not from the race before. */
const OTHER = 'something copied before';

/** The page's moments: an event on its way to the editor, a frame in which the word is selected, a time after that. */
export const MOMENTS = ['selectionchange', 'beforeinput', 'paste', 'input', 'frame', 'timer'];
/**
 * The events by which a fix of one word is written (crates/platforms/src/write.rs chooses), and so the ones that a page can
 * hear. `execCommand` makes an `input`, and in Firefox a `beforeinput` before it; an editor that answers to an event itself
 * (the others do) keeps the browser from writing, and no `input` comes. There is no such moment in the cells left out.
 */
const WRITTEN_BY = {
  chromium: { draft: ['paste'], lexical: ['beforeinput'], slate: ['beforeinput'], others: ['input'] },
  firefox: { draft: ['beforeinput'], lexical: ['beforeinput'], quill: ['beforeinput'], slate: ['beforeinput'], others: ['beforeinput', 'input'] },
};

/** Whether an editor has this moment in this browser. Where it has, it must come, or nothing is tested. */
export const hasMoment = (moment, browser, { kind }) =>
  !['beforeinput', 'paste', 'input'].includes(moment) || (WRITTEN_BY[browser][kind] ?? WRITTEN_BY[browser].others).includes(moment);

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
  // A field is selected and written into in one go: what comes of it comes after the write, when the caret has moved on.
  const whenSelected = (then) => {
    const look = () => {
      if (!(editor.dom() instanceof HTMLTextAreaElement) && document.getSelection().isCollapsed) return;
      document.removeEventListener('selectionchange', look, true);
      then();
    };
    document.addEventListener('selectionchange', look, { capture: true, signal: over.signal });
  };
  if (moment === 'selectionchange') {
    whenSelected(strike);
  } else if (moment === 'frame') {
    // Before the write, or after it, as the frame comes.
    whenSelected(() => requestAnimationFrame(strike));
  } else if (moment === 'timer') {
    // Some time between the selection and the end of the write, another one each time.
    const wait = (window.__turn = ((window.__turn ?? 0) + 7) % 40);
    whenSelected(() => setTimeout(strike, wait));
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
  // The card says it when it has handed the text to the browser, which may take a moment more to have it.
  const text = await until(async () => {
    await chord(bench.page, 'Control', 'KeyV');
    const pasted = await bench.page.evaluate(() => {
      const field = document.querySelector('#scratch');
      const { value } = field;
      field.value = '';
      return value;
    });
    return pasted === '' || pasted === OTHER ? null : pasted;
  }, 'a text of ours on the clipboard');
  await bench.page.evaluate(() => document.querySelector('#scratch').remove());
  await bench.focus();
  return text;
}

/**
 * Quill hears of its own nodes by an observer only. A script that sets another text in its `input` listener comes before
 * that, and a part of the old one stays, for Quill takes away as much as it knows of. It does so whoever writes: what must
 * be left is what the same script leaves of the same text where Cuecard is not.
 */
async function withoutUs({ session, url, page }, moment, change) {
  const away = new URL(url);
  away.hostname = 'unlisted.example';
  const other = await session.newPage(away.href);
  try {
    await until(() => other.evaluate(() => Boolean(window.__editor?.dom())), 'the editor on a page of no platform');
    await focusComposer(other);
    await other.evaluate((text, at, length) => {
      window.__editor.setDocument(text.split('\n').map((line) => [line]));
      window.__editor.select(at, at + length);
    }, BEFORE, BEFORE.indexOf('ER'), 'ER'.length);
    await settled(other);
    await other.evaluate(arm, moment, CHANGES[change], AFTER);
    await other.evaluate((text) => document.execCommand('insertText', false, text), FIX);
    assert(await other.evaluate(() => window.__race.fired), `no ${moment} without Cuecard`);
    await settled(other);
    return await other.evaluate(() => window.__editor.read());
  } finally {
    await other.close();
    await page.bringToFront();
  }
}

/** One moment, one kind of change. */
export async function race(bench, moment, change) {
  const changed = bench.kind === 'quill' && moment === 'input' ? await withoutUs(bench, moment, change) : CHANGES[change];
  await bench.copy(OTHER);
  await bench.set(BEFORE.split('\n').map((line) => [line]), BEFORE.length);
  await bench.holds(BEFORE, 'the draft');
  await bench.marked('ER');
  await unfold(bench.frame);
  await bench.page.evaluate(arm, moment, CHANGES[change], AFTER);
  await press(bench.frame, /^Replace.*emergency department|emergency department/);
  const noted = await until(async () => {
    const { fired, written } = await raced(bench);
    // What is said before the page did anything is still about the race before.
    if (!fired) return null;
    if (/on the clipboard/.test(await says(bench.frame))) return { note: true };
    const { text: now } = await bench.state();
    // Without a word of the card the write was over before the page struck.
    return written && now === changed && (await stays(bench, now)) ? { note: false } : null;
  }, 'the end of the edit').catch(async (error) => {
    throw new Error(`${error.message}: ${JSON.stringify(await raced(bench))}, ${JSON.stringify(await bench.state())}, the card says ${JSON.stringify((await says(bench.frame)).slice(0, 200))}`);
  });
  await disarm(bench);
  const { written } = await raced(bench);
  await bench.holds(changed, 'the draft');
  if (noted.note) assertEqual(await clipboard(bench), FIX, 'the clipboard');
}

/** Whether the draft stays as it is for as long as the driver may look at it. */
async function stays(bench, text) {
  const end = performance.now() + 600;
  do {
    await bench.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve)))));
    if ((await bench.state()).text !== text) return false;
  } while (performance.now() < end);
  return true;
}
