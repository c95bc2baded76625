// What a person does at a composer, with real key presses and clicks, and what a test reads back. Nothing here goes
// through the page's script except reading, so an editor that only works for scripts does not pass.

import { until } from './report.mjs';

/** Presses a chord such as `chord(page, 'Control', 'KeyZ')`: all down, then up in reverse. */
export async function chord(page, ...keys) {
  for (const key of keys) await page.keyboard.down(key);
  for (const key of keys.reverse()) await page.keyboard.up(key);
}

/** The editable element of the current composer, or of the one called `name`. */
export async function composer(page, name) {
  const handle = await page.evaluateHandle((wanted) => (wanted ? window.__editors[wanted] : window.__editor)?.dom() ?? null, name ?? null);
  const element = handle.asElement();
  if (!element) throw new Error(name ? `the page has no composer called ${name}` : 'the page has no composer');
  return element;
}

/** Clicks into a composer and puts the caret at the end of its text. */
export async function focusComposer(page, name) {
  const element = await composer(page, name);
  await element.evaluate((node) => node.scrollIntoView({ block: 'nearest' }));
  await element.click();
  await until(() => element.evaluate((node) => node.matches(':focus-within')), 'focus in the composer');
  await caretTo(page, 'end');
  return element;
}

/** Types at `delay` milliseconds a character. "\n" is the key that makes a new line on this site, which is not always Enter. */
export async function typeText(page, text, { delay = 5 } = {}) {
  const newline = (await page.evaluate(() => window.__editor.newline)).split('+');
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (index > 0) await chord(page, ...newline);
    if (line) await page.keyboard.type(line, { delay });
  }
}

/**
 * Lets the page see a moved caret. `selectionchange` comes after the key press has been answered, and the editors' models
 * follow that event.
 */
export const settled = (page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))));

/** Moves the caret to the 'start' or 'end' of the text. */
export async function caretTo(page, place) {
  await chord(page, 'Control', place === 'start' ? 'Home' : 'End');
  await settled(page);
}

/** Presses an arrow (or any key) `times`; `select` holds Shift, so the selection grows. */
export async function move(page, key, times = 1, { select = false } = {}) {
  if (select) await page.keyboard.down('Shift');
  for (let i = 0; i < times; i += 1) await page.keyboard.press(key);
  if (select) await page.keyboard.up('Shift');
  await settled(page);
}

/** Selects the whole text with Ctrl+A. */
export async function selectAll(page) {
  await chord(page, 'Control', 'KeyA');
  await settled(page);
}

/** One undo, as a person does it. */
export const undo = (page) => chord(page, 'Control', 'KeyZ');

/** One redo; Ctrl+Shift+Z works in both browsers and in every editor here. */
export const redo = (page) => chord(page, 'Control', 'Shift', 'KeyZ');

/**
 * What the current composer (or the one called `name`) holds: `text` is the editor's model, `shown` is what stands in the
 * DOM, read block by block and never with innerText. The two differ when an editor and its tree have parted.
 */
export function readEditor(page, name) {
  return page.evaluate((wanted) => {
    const editor = wanted ? window.__editors[wanted] : window.__editor;
    const root = editor.dom();
    const block = (node) => {
      let text = '';
      for (const child of node.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) text += child.data;
        // A line break at the end of a block only holds the line open.
        else if (child.localName === 'br') text += child === node.lastChild ? '' : '\n';
        else if (child.isContentEditable !== false) text += block(child);
      }
      return text;
    };
    const blocks = editor.kind === 'draft' ? root.querySelectorAll('[data-block="true"]') : root.children;
    return {
      name: editor.name,
      kind: editor.kind,
      text: editor.read(),
      shown: 'value' in root ? root.value : editor.kind === 'contenteditable' ? editor.read() : [...blocks].map(block).join('\n'),
      caret: editor.caret(),
      selection: editor.selectionOffsets(),
      undoDepth: editor.undoDepth(),
      // In an open shadow root too, where the document's active element is the host.
      focused: root.matches(':focus-within'),
    };
  }, name ?? null);
}

/** Replaces the text through the editor's own model and forgets its history: a starting point for a test. */
export const setText = (page, text, name) =>
  page.evaluate((value, wanted) => (wanted ? window.__editors[wanted] : window.__editor).set(value), text, name ?? null);

/** Waits until the model of the current composer is `text`. */
export const waitForText = (page, text, options) =>
  until(async () => (await readEditor(page)).text === text, `the text ${JSON.stringify(text)} in the composer`, options);

/** What the page noticed (`window.__events`) and what it would have posted (`window.__posted`). */
export const noticed = (page) => page.evaluate(() => ({ events: structuredClone(window.__events), posted: [...window.__posted] }));

/** How many places are underlined: the page can count them too. */
export const highlighted = (page) => page.evaluate(() => [...CSS.highlights.values()].reduce((n, h) => n + h.size, 0));

/** Model and page hold `text`, exactly. */
export async function holds(view, text, what) {
  let now;
  await until(async () => {
    now = await readEditor(view);
    return now.text === text && now.shown === text;
  }, `${what}: ${JSON.stringify(text)} in model and page`).catch((error) => {
    throw new Error(`${error.message}; model ${JSON.stringify(now.text)}, page ${JSON.stringify(now.shown)}`);
  });
}
