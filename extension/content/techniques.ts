// The ways in which an editor takes a text (measured: see crates/platforms/src/write.rs, which chooses). Each replaces
// the current selection. None is ever tried on top of another.

import type { ComposerInfo, ToDriver } from './generated/wire.js';

export type Technique = Extract<ToDriver, { type: 'edit' }>['technique'];

/**
 * How long after a key press an editor still counts a change to the same step of its history (ms; the defaults of
 * Quill's history and of prosemirror-history). An edit waits for as long, so that one undo takes back the edit and
 * nothing else.
 */
export const GROUPS: Readonly<Partial<Record<ComposerInfo['editor'], number>>> = { quill: 1000, prosemirror: 500 };

/** Puts `text` in the place of the selection in `element`. */
export function apply(element: HTMLElement, technique: Technique, text: string, firefox: boolean): void {
  if (text === '') {
    if (technique === 'before-input') beforeInput(element, 'deleteContentBackward', null);
    else document.execCommand('delete');
    return;
  }
  switch (technique) {
    case 'exec':
      document.execCommand('insertText', false, text);
      break;
    case 'exec-lines':
      byLines(text, 'insertLineBreak');
      break;
    case 'exec-paragraphs':
      byLines(text, 'insertParagraph');
      break;
    case 'paste':
      paste(element, text, firefox);
      break;
    case 'before-input':
      // Slate makes paragraphs of lines only where they come as data.
      if (text.includes('\n')) beforeInput(element, 'insertFromPaste', null, transfer(text));
      else beforeInput(element, 'insertReplacementText', text);
  }
}

/**
 * One undo, as the editor itself does it: Lexical, Quill, ProseMirror and Slate keep their own history and answer to
 * `historyUndo`, Draft.js only to its key. Where nobody takes it, the browser's own undo is meant.
 */
export function undo(element: HTMLElement, editor: ComposerInfo['editor']): void {
  const free = editor === 'draft' ? element.dispatchEvent(undoKey()) : beforeInput(element, 'historyUndo', null);
  if (free) document.execCommand('undo');
}

function undoKey(): KeyboardEvent {
  const mac = navigator.platform.startsWith('Mac');
  const modifier = mac ? { metaKey: true } : { ctrlKey: true };
  // Draft.js goes by the old `keyCode`.
  const init = { key: 'z', code: 'KeyZ', keyCode: 90, bubbles: true, cancelable: true, ...modifier };
  return new KeyboardEvent('keydown', init);
}

/** Without a pause between the lines: Quill in Firefox loses its place when it is given time. */
function byLines(text: string, newline: 'insertLineBreak' | 'insertParagraph'): void {
  text.split('\n').forEach((line, index) => {
    if (index > 0) document.execCommand(newline);
    if (line !== '') document.execCommand('insertText', false, line);
  });
}

/** False when the editor took the event. */
function beforeInput(
  element: HTMLElement,
  inputType: string,
  data: string | null,
  dataTransfer: DataTransfer | null = null,
): boolean {
  const init = { inputType, data, dataTransfer, bubbles: true, cancelable: true, composed: true };
  return element.dispatchEvent(new InputEvent('beforeinput', init));
}

function transfer(text: string): DataTransfer {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  return data;
}

function paste(element: HTMLElement, text: string, firefox: boolean): void {
  const event = firefox ? legacyPaste(text) : modernPaste(text);
  // An empty paste deletes the selection in Quill: it goes out only if it holds the text.
  if (event.clipboardData?.getData('text/plain') === text) element.dispatchEvent(event);
}

function modernPaste(text: string): ClipboardEvent {
  return new ClipboardEvent('paste', { clipboardData: transfer(text), bubbles: true, cancelable: true, composed: true });
}

/** Firefox drops `clipboardData` (Mozilla bug 1654724), but still takes the two members of its older dictionary. */
function legacyPaste(text: string): ClipboardEvent {
  const init = { dataType: 'text/plain', data: text, bubbles: true, cancelable: true, composed: true };
  return new ClipboardEvent('paste', init);
}
