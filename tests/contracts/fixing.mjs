// Contract 2: one word is mended anywhere, with the caret anywhere. The caret stands behind the new word, and one undo
// gives back the exact text.

import { press, says, unfold } from '../harness/card.mjs';
import { undo } from '../harness/keys.mjs';
import { assert } from '../harness/report.mjs';
import { carets, documentOf, textOf } from './documents.mjs';
import { chance } from './random.mjs';

const WORD = 'ER';
/** At the beginning of a sentence the new word takes the capital. */
const FIX = ['Emergency department', 'emergency department'];

/** A document with the word in it: where, and where the caret is, is another case each round. */
export function caseOf(round) {
  const random = chance(round * 104729);
  const document = documentOf(round * 31);
  const line = [0, document.length, random.below(document.length + 1)][(round - 1) % 3];
  const before = round % 2 === 0 ? ['Come to our ', { kind: 'mention', text: '@wrenfield' }, ' '] : [];
  const first = round % 3 === 1 && before.length === 0;
  const words = first ? [`${WORD} 🙏🏽 today`] : [`our ${WORD}`];
  const fix = FIX[first ? 0 : 1];
  document.splice(line, 0, [...before, ...words]);
  const text = textOf(document);
  const at = textOf(document.slice(0, line)).length + (line > 0 ? 1 : 0) + textOf([[...before, ...words]]).indexOf(WORD);
  const places = carets(document);
  const caret = [places.at(-1), 0, random.of(places)][(round - 1) % 3];
  return { document, text, at, caret, fix, after: text.slice(0, at) + fix + text.slice(at + WORD.length) };
}

/** One round. */
export async function fixOne(bench, round) {
  const { document, text, at, caret, fix, after } = caseOf(round);
  await bench.set(document, caret);
  await bench.holds(text, 'the document');
  await bench.marked(WORD);
  await unfold(bench.frame);
  await press(bench.frame, new RegExp(fix));
  await bench.holds(after, 'the mended text').catch(async (error) => {
    throw new Error(`${error.message}; the card says ${JSON.stringify((await says(bench.frame)).slice(0, 300))}`);
  });
  await bench.caretAt(at + fix.length, 'the caret behind the new word');
  assert((await bench.state()).focused, 'the composer lost the focus');
  await undo(bench.page);
  await bench.holds(text, 'the old text after one undo');
}
