// A Lexical rich text editor on a given element, as Facebook and Instagram captions have it.

import { lexicalOn } from './mount/lexical.js';

/** Makes `element` a Lexical editor called `name`; `changed` hears of every change of the text. */
export const lexicalEditor = (name, element, changed) => lexicalOn('new', name, element, changed);
