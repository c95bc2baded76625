// What a key press will make of the draft is known before the browser has carried it out. Sent off at that moment, the
// draft is checked while the editor is still at work, and the answer is there for the frame that shows the letter. It is
// nothing more than a draft sent early: whether it came true is seen when the composer is read, and if it did not, what
// the composer really holds is sent after it.

import type { Reading } from './reading.js';
import { selectionIn } from './selection.js';

/** The draft once `event` (a `beforeinput`) is carried out; null where that depends on the editor. */
export function foresee(event: InputEvent, element: HTMLElement, reading: Reading): string | null {
  if (event.inputType !== 'insertText' || event.isComposing || event.data === null) return null;
  const at = selectionIn(element, reading);
  return at && reading.text.slice(0, at.start) + event.data + reading.text.slice(at.end);
}
