// Contract 5: a person types at full speed beside the open card. Every letter stands where it was typed.

import { unfold } from '../harness/card.mjs';
import { chord } from '../harness/keys.mjs';
import { chance } from './random.mjs';

const WORDS = ['our', 'ER', 'is', 'open', 'all', 'night', 'and', 'utilize', 'the', 'garage', 'we', 'hear', 'you', 'free', 'shots'];

/** About a thousand characters in lines of words, some of which are marked. */
export function thousand(round) {
  const random = chance(round * 32452843);
  let text = '';
  while (text.length < 990) text += `${random.of(WORDS)}${random.odds(0.04) ? '\n' : ' '}`;
  return `${text.trimEnd()}.`.padEnd(1000, '!').slice(0, 1000);
}

/** Key presses without a pause: as fast as the browser takes them. */
async function rush(bench, text) {
  const newline = (await bench.page.evaluate(() => window.__editor.newline)).split('+');
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) await chord(bench.page, ...newline);
    await bench.page.keyboard.type(line);
  }
}

export async function typeFast(bench, round) {
  const text = thousand(round);
  await bench.focus();
  await bench.set([[]], 0);
  await rush(bench, text.slice(0, 200));
  await unfold(bench.frame);
  await rush(bench, text.slice(200));
  await bench.holds(text, 'what was typed');
  await bench.caretAt(text.length, 'the caret at the end');
}

/** In between: something pasted by the keyboard, undo and redo of it. */
export async function typeAmong(bench, round) {
  const text = thousand(round + 100);
  const [first, second] = [text.slice(0, 300), text.slice(300, 400).replaceAll('\n', ' ')];
  const pasted = 'pasted ER words';
  await bench.focus();
  await bench.set([[]], 0);
  await rush(bench, first);
  await bench.copy(pasted);
  await chord(bench.page, 'Control', 'End');
  await chord(bench.page, 'Control', 'KeyV');
  await bench.holds(first + pasted, 'the text with what was pasted');
  await rush(bench, second);
  await bench.holds(first + pasted + second, 'typed on');
  await bench.caretAt((first + pasted + second).length, 'the caret at the end');
}

/** An input method composes beside marks: nothing of ours comes between (Chromium can be told to compose). */
export async function compose(bench, round) {
  const text = 'our ER and ';
  await bench.focus();
  await bench.set([[text]], text.length);
  await bench.marked('ER');
  await unfold(bench.frame);
  const cdp = await bench.page.createCDPSession();
  const word = ['にほんご', 'ありがとう', '한국말'][(round - 1) % 3];
  for (let i = 1; i <= word.length; i += 1) {
    const part = word.slice(0, i);
    await cdp.send('Input.imeSetComposition', { text: part, selectionStart: part.length, selectionEnd: part.length });
  }
  await cdp.send('Input.insertText', { text: word });
  await bench.holds(text + word, 'the composed word');
  await bench.page.keyboard.type(' ok');
  await bench.holds(`${text}${word} ok`, 'typed on after the composition');
  await cdp.detach();
}
