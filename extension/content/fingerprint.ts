// Which editor library an element really has: what the library leaves in the page is surer than what our data says of
// the site, which may have changed its editor since, or shows one of two.

import { matches } from './dom.js';
import { FINGERPRINTS, type Composer } from './generated/platforms.js';

/** The entry, with the editor that the element itself shows. */
export function recognised(element: Element, entry: Composer): Composer {
  const editor = FINGERPRINTS.find(({ select }) => matches(element, select))?.editor ?? entry.editor;
  return editor === entry.editor ? entry : { ...entry, editor };
}
