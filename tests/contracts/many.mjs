// Contract 3: everything mended at once, with one undo; a word left as it is here; a rule not wanted again, and taken back.
// And a draft that the page itself clears or sets to something else: the marks go, with what tells of it.

import { control, press, says, unfold, waitForSaying } from '../harness/card.mjs';
import { undo } from '../harness/keys.mjs';
import { assertEqual, until } from '../harness/report.mjs';
import { chance } from './random.mjs';

/** Words with one fix in the sample playbook, and what they become inside a sentence. */
const WORDS = [
  ['ER', 'emergency department'],
];

const ANYWHERE = ['walk in 🙏🏽 today', 'שלום', 'at noon', 'see you', '漢字'];

/** A text with the word three times, on one line or several. */
function caseOf(round) {
  const random = chance(round * 15485863);
  const [[word, fix]] = WORDS;
  const joint = round === 1 ? ' ' : '\n';
  const pieces = Array.from({ length: 3 }, () => `our ${word} ${random.of(ANYWHERE)}`);
  if (round === 3) pieces.splice(1, 0, '');
  const text = pieces.join(joint);
  return { text, word, after: text.replaceAll(word, fix) };
}

const marks = async (bench, word) => (await bench.marks()).filter((text) => text === word).length;

/** One edit, one undo. */
export async function fixAll(bench, round) {
  const { text, word, after } = caseOf(round);
  await bench.set(text.split('\n').map((line) => (line === '' ? [] : [line])), 0);
  await until(async () => (await marks(bench, word)) === 3, 'three marks');
  await unfold(bench.frame);
  await press(bench.frame, /^Fix all \(3\)/);
  await bench.holds(after, 'all mended');
  await undo(bench.page);
  await bench.holds(text, 'the old text after one undo');
}

/** The site's own button clears the draft, with the caret at its start: no event tells of a field's new value, no caret moves. */
export async function clear(bench, round) {
  const { text, word } = caseOf(round);
  await bench.set(text.split('\n').map((line) => (line === '' ? [] : [line])), 0);
  await until(async () => (await marks(bench, word)) === 3, 'three marks');
  await bench.page.evaluate(() => {
    const button = document.createElement('button');
    button.id = 'clearing';
    button.textContent = 'Post';
    // It leaves the focus where it is, as many sites' buttons do.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => {
      const field = window.__editor.dom();
      // Past React's own setter, and without the event that the bench fires: nothing tells of it.
      if (field instanceof HTMLTextAreaElement) Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(field, '');
      else window.__editor.set('');
    });
    document.body.prepend(button);
  });
  await bench.page.click('#clearing');
  await bench.page.evaluate(() => document.querySelector('#clearing').remove());
  await until(async () => (await bench.marks()).length === 0, 'no mark in a draft that was cleared');
}

/** A timer sets the field past React's own setter; whether the browser told anybody: it tells where a caret has moved. */
function setByTimer(next) {
  return new Promise((resolve) => {
    const field = window.__editor.dom();
    let told = false;
    const over = new AbortController();
    document.addEventListener('selectionchange', () => (told = true), { capture: true, signal: over.signal });
    setTimeout(() => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(field, next);
      setTimeout(() => {
        over.abort();
        resolve(told);
      }, 100);
    }, 30);
  });
}

/**
 * A timer of the page sets a field, without an event. Where the browser tells of a caret that it has moved, the marks are
 * right at once. Where it tells of nothing, the old marks may stand, for the driver asks for nothing while the page rests,
 * until the person stirs: they are right as soon as the pointer moves over the page. A fix that is pressed before that
 * writes nothing.
 */
export async function silently(bench, round) {
  const { text, word } = caseOf(round);
  const [value, caret] = [['', 0], [`${'-'.repeat(text.length - word.length)}${word}`, text.length], ['', text.length]][round - 1];
  const prepare = async () => {
    await bench.set([[text.replaceAll('\n', ' ')]], caret);
    await until(async () => (await marks(bench, word)) === 3, 'three marks');
    await unfold(bench.frame);
    return bench.page.evaluate(setByTimer, value);
  };
  if (!(await prepare())) await bench.stir();
  await until(async () => (await marks(bench, word)) === (value === '' ? 0 : 1), 'the marks of what the page has set');
  if (!(await prepare())) {
    // By script: a mouse that goes there would take the focus out of the field, and the driver looks then too.
    await bench.frame.evaluate(() => [...document.querySelectorAll('button')].find((button) => button.textContent.trim().startsWith('Fix all (3)')).click());
    await waitForSaying(bench.frame, 'The draft changed meanwhile');
  }
  assertEqual(await bench.page.evaluate(() => window.__editor.dom().value), value, 'what the page has set');
}

/** "Not here" hides what it is about and changes no letter; "Never again" hides the rule, until it is taken back. */
export async function ignore(bench, round) {
  const { text, word } = caseOf(round);
  await bench.set(text.split('\n').map((line) => (line === '' ? [] : [line])), 0);
  await until(async () => (await marks(bench, word)) === 3, 'three marks');
  await unfold(bench.frame);
  await press(bench.frame, /^Not here/);
  await until(async () => (await marks(bench, word)) === 0, 'no mark after "Not here"').catch(async (error) => {
    throw new Error(`${error.message}; the card says ${JSON.stringify(await says(bench.frame))}`);
  });
  await bench.set([['now ', `our ${word}`]], 0);
  await until(async () => (await marks(bench, word)) === 1, 'the mark in another text');
  await unfold(bench.frame);
  await press(bench.frame, /^Never again/);
  await until(async () => (await marks(bench, word)) === 0, 'no mark after "Never again"');
  const stored = () => bench.frame.evaluate(async () => Object.keys((await globalThis.cuecardApi.storage.local.get('never')).never ?? {}));
  await until(async () => (await stored()).length === 1, 'the rule remembered');
  await bench.set([[`later our ${word}`]], 0);
  await bench.holds(`later our ${word}`, 'another text');
  await control(bench.frame, /^Show it again/);
  assertEqual(await marks(bench, word), 0, 'marks of a rule that is not wanted');
  await press(bench.frame, /^Show it again/);
  await until(async () => (await marks(bench, word)) === 1, 'the mark again');
  await until(async () => (await stored()).length === 0, 'the rule forgotten');
  await bench.holds(`later our ${word}`, 'the text, untouched');
}
