// Contract 5: a person types at full speed beside the open card. Every letter stands where it was typed, and the caret
// stands behind it, whatever comes in between: a paste, undo and redo, a word dragged, the editor's own suggestions, an
// input method.

import { unfold } from '../harness/card.mjs';
import { chord, focusComposer, redo, settled, undo } from '../harness/keys.mjs';
import { assertEqual, until } from '../harness/report.mjs';
import { chance } from './random.mjs';

const WORDS = ['our', 'ER', 'is', 'open', 'all', 'night', 'and', 'utilize', 'the', 'garage', 'we', 'hear', 'you', 'free', 'shots'];

/** Exactly a thousand characters in lines of words, some of which are marked. */
export function thousand(round) {
  const random = chance(round * 32452843);
  let text = '';
  while (text.length < 990) text += `${random.of(WORDS)}${random.odds(0.04) ? '\n' : ' '}`;
  return `${text.trimEnd()}.`.padEnd(1000, '!').slice(0, 1000);
}

/** Key presses without a pause: as fast as the browser takes them. */
async function press(bench, text) {
  const newline = (await bench.page.evaluate(() => window.__editor.newline)).split('+');
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) await chord(bench.page, ...newline);
    await bench.page.keyboard.type(line);
  }
}

/** Types behind what stands there; text and caret are looked at every hundred characters, at the end of a word. */
async function rush(bench, text, before = '') {
  let wanted = before;
  for (const piece of text.match(/[^]{1,100}(?=\s|$)/g)) {
    await press(bench, piece);
    wanted += piece;
    await bench.holds(wanted, `what was typed, ${wanted.length} characters`);
    await bench.caretAt(wanted.length, `the caret behind ${wanted.length} characters`);
  }
}

async function empty(bench) {
  await bench.focus();
  await bench.set([[]], 0);
}

/** The caret by the keyboard to the end, once the editor knows of it: Slate looks only every 100 ms. */
async function toEnd(bench, text) {
  await chord(bench.page, 'Control', 'End');
  await bench.caretAt(text.length, 'the caret at the end');
}

export async function typeFast(bench, round) {
  const text = thousand(round);
  const begin = text.lastIndexOf(' ', 150);
  await empty(bench);
  await rush(bench, text.slice(0, begin));
  await unfold(bench.frame);
  await rush(bench, text.slice(begin), text.slice(0, begin));
}

/**
 * Undo and redo. How much an undo takes is the editor's matter (Quill and Slate count what was just typed to the same
 * step); what it leaves is what stood there before, or the beginning of that.
 */
async function thereAndBack(bench, text, before) {
  await undo(bench.page);
  let now;
  await until(async () => {
    now = await bench.state();
    return now.text !== text && now.text === now.shown && before.startsWith(now.text);
  }, 'one undo').catch((error) => {
    throw new Error(`${error.message}: ${JSON.stringify(now)}, wanted ${JSON.stringify(before)}`);
  });
  await redo(bench.page);
  await bench.holds(text, 'the text after the redo');
}

/** In between: something pasted by the keyboard, undone and done again. */
export async function typeAmong(bench, round) {
  const text = thousand(round + 100);
  const cut = text.lastIndexOf(' ', 200);
  const [first, second] = [text.slice(0, cut), text.slice(cut, cut + 100).trimEnd()];
  const pasted = ', pasted ER words';
  await empty(bench);
  await rush(bench, first);
  await unfold(bench.frame);
  await bench.copy(pasted);
  await toEnd(bench, first);
  await chord(bench.page, 'Control', 'KeyV');
  await bench.holds(first + pasted, 'the text with what was pasted');
  await thereAndBack(bench, first + pasted, first);
  await toEnd(bench, first + pasted);
  await rush(bench, second, first + pasted);
}

/**
 * The list that an editor opens at an `@`: it follows what is typed, and Enter takes the name into the draft, as the
 * page's script does it, through the model.
 */
function suggest(name) {
  const editor = window.__editor;
  const list = document.createElement('div');
  list.id = 'suggestions';
  list.role = 'listbox';
  list.textContent = name;
  document.body.append(list);
  const look = () => {
    if (window.__suggested) return;
    list.hidden = !/@\w*$/.test(editor.read());
    requestAnimationFrame(look);
  };
  window.__suggested = false;
  look();
  const take = (event) => {
    if (event.key !== 'Enter' || list.hidden) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    window.removeEventListener('keydown', take, true);
    window.__suggested = true;
    list.remove();
    const lines = editor.read().replace(/@\w*$/, '').split('\n').map((line) => (line === '' ? [] : [line]));
    lines.at(-1).push({ kind: 'mention', text: name }, ' ');
    editor.setDocument(lines);
  };
  window.addEventListener('keydown', take, true);
}

/** Typed while the editor's list of names is open; the name is taken, and typed on behind it. */
export async function typeBesideSuggestions(bench, round) {
  const name = '@wrenfield';
  const text = thousand(round + 200);
  const first = `our ER ${text.slice(0, text.lastIndexOf(' ', 60))}`;
  await empty(bench);
  await rush(bench, first);
  await bench.marked('ER');
  await unfold(bench.frame);
  await bench.page.evaluate(suggest, name);
  await rush(bench, ' @wren', first);
  await until(() => bench.page.evaluate(() => !document.querySelector('#suggestions').hidden), 'the list of names');
  await bench.page.keyboard.press('Enter');
  await until(() => bench.page.evaluate(() => window.__suggested), 'the name taken');
  await bench.caretAt(`${first} ${name} `.length, 'the caret behind the name');
  await rush(bench, 'at our ER\nsee you', `${first} ${name} `);
}

/** A point of the viewport at an offset of a draft of one line. */
function pointAt(offset) {
  const dom = window.__editor.dom();
  const box = dom.getBoundingClientRect();
  const style = getComputedStyle(dom);
  if (dom.localName === 'textarea') {
    const y = box.top + parseFloat(style.borderTopWidth) + parseFloat(style.paddingTop) + parseFloat(style.fontSize) * 0.7;
    for (let x = box.left + 1; x < box.right; x += 1) {
      if (document.caretPositionFromPoint(x, y)?.offset === offset) return { x: x + 1, y };
    }
    return null;
  }
  const texts = document.createTreeWalker(dom, NodeFilter.SHOW_TEXT);
  let left = offset;
  while (texts.nextNode() && left >= texts.currentNode.length) left -= texts.currentNode.length;
  const range = document.createRange();
  range.setStart(texts.currentNode, left);
  range.setEnd(texts.currentNode, left + 1);
  const rect = range.getBoundingClientRect();
  return { x: rect.left + 1, y: rect.top + rect.height / 2 };
}

const [HEAD, MIDDLE, DRAGGED, TAIL] = ['our ', 'ER is open ', 'dragged-', 'here'];
const DRAG_FROM = HEAD + MIDDLE + DRAGGED + TAIL;

/** In the page: the draft, once text and selection have not changed for ten frames and longer than any editor waits (Slate 100 ms). */
async function atRest() {
  const look = () => JSON.stringify([window.__editor.read(), window.__editor.selectionOffsets()]);
  let since = performance.now();
  for (let last = look(), calm = 0; calm < 10 || performance.now() - since < 250; calm += 1) {
    await new Promise(requestAnimationFrame);
    const now = look();
    if (now === last) continue;
    [last, calm, since] = [now, 0, performance.now()];
  }
  return window.__editor.read();
}

/** Drags a selected word back in its line with the mouse, types on at the end, and gives the draft after each. */
async function drag(page) {
  const at = (HEAD + MIDDLE).length;
  await page.evaluate((start, end) => {
    window.__dragged = false;
    // An editor that draws its line anew at the drop has no node left for a `dragend`; one that takes no drag gets the `mouseup`.
    for (const end of ['drop', 'dragend', 'mouseup']) window.addEventListener(end, () => (window.__dragged = true), { once: true, capture: true });
    window.__editor.select(start, end);
  }, at, at + DRAGGED.length);
  await settled(page);
  const from = await page.evaluate(pointAt, at + 3);
  const to = await page.evaluate(pointAt, HEAD.length);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, from.y, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  await until(() => page.evaluate(() => window.__dragged), 'the end of the drag');
  const dropped = await page.evaluate(atRest);
  await chord(page, 'Control', 'End');
  await page.evaluate(atRest);
  await page.keyboard.type(' at night');
  return { dropped, typedOn: await page.evaluate(atRest) };
}

/** What the same editor does with the same drag where Cuecard is not: some drop the word elsewhere, or take none. */
async function dragWithoutUs({ session, url, page }) {
  const away = new URL(url);
  away.hostname = 'unlisted.example';
  const other = await session.newPage(away.href);
  try {
    await until(() => other.evaluate(() => Boolean(window.__editor?.dom())), 'the editor on a page of no platform');
    await focusComposer(other);
    await other.keyboard.type(DRAG_FROM);
    await until(() => other.evaluate((text) => window.__editor.read() === text, DRAG_FROM), 'the draft to drag in');
    return await drag(other);
  } finally {
    await other.close();
    await page.bringToFront();
  }
}

/**
 * A word is dragged by the mouse to another place of its line, then typed on: all is as it is without Cuecard. In
 * Chromium only: Firefox without a window begins the drag and never ends it, neither `drop` nor `dragend` comes.
 */
export async function dragAmong(bench) {
  bench.undisturbed ??= await dragWithoutUs(bench);
  await empty(bench);
  await rush(bench, DRAG_FROM);
  await bench.marked('ER');
  await unfold(bench.frame);
  const now = await drag(bench.page);
  assertEqual(now, bench.undisturbed, 'the draft after the drag, and typed on');
  const { text, shown } = await bench.state();
  assertEqual(shown, text, 'what the page shows of the draft');
}

/** An input method composes beside marks: nothing of ours comes between (Chromium can be told to compose). */
export async function compose(bench, round) {
  const text = 'our ER and all';
  const at = [text.length, 'our ER'.length, 'our '.length][(round - 1) % 3];
  const word = ['にほんご', 'ありがとう', '한국말'][(round - 1) % 3];
  await bench.focus();
  await bench.set([[text]], at);
  await bench.marked('ER');
  await unfold(bench.frame);
  await bench.caretAt(at, 'the caret before the composition');
  const cdp = await bench.page.createCDPSession();
  for (let i = 1; i <= word.length; i += 1) {
    const part = word.slice(0, i);
    await cdp.send('Input.imeSetComposition', { text: part, selectionStart: part.length, selectionEnd: part.length });
  }
  await cdp.send('Input.insertText', { text: word });
  const composed = text.slice(0, at) + word + text.slice(at);
  await bench.holds(composed, 'the composed word');
  await bench.caretAt(at + word.length, 'the caret behind the composed word');
  await bench.page.keyboard.type(', ok');
  await bench.holds(`${text.slice(0, at)}${word}, ok${text.slice(at)}`, 'typed on after the composition');
  await bench.caretAt(at + word.length + 4, 'the caret behind what was typed');
  await cdp.detach();
}
