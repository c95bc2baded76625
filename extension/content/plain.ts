// What an element of the page says, as plain text.

import { matches } from './dom.js';

/** Longer texts are cut here (UTF-16 units): enough for any comment, and a bound on what is sent about. */
const LONGEST = 5000;

/** Elements inside a comment whose text is not what its author wrote. */
const NOT_TEXT = 'script, style, template, [hidden], button, [role="button"]';

const BLOCK = /^(?:ADDRESS|ARTICLE|BLOCKQUOTE|DD|DIV|DL|DT|H[1-6]|HR|LI|OL|P|PRE|SECTION|TABLE|TR|UL)$/;

/** Parts `selector@attribute`. The `@` inside a selector (`a[href^="/@"]`) is none of ours. */
export function withAttribute(selector: string): [selector: string, attribute: string | null] {
  const [, where, attribute] = /^(.+)@([a-z-]+)$/.exec(selector) ?? [];
  return where === undefined || attribute === undefined ? [selector, null] : [where, attribute];
}

/** The first of the elements' texts, or of their values of an attribute, that is not empty. */
export function valueOf(elements: readonly Element[], attribute: string | null): string {
  for (const element of elements) {
    const value = attribute === null ? plainText(element) : collapse(element.getAttribute(attribute) ?? '');
    if (value !== '') return value;
  }
  return '';
}

/**
 * The text of an element without layout: blocks and breaks part words, pictures of emoji count by their alternative
 * text, and the site's own buttons ("See more") are left out.
 */
export function plainText(element: Element): string {
  let text = '';
  const walk = (node: Node): void => {
    if (text.length > LONGEST * 2) return;
    if (node instanceof Text) {
      text += node.data;
    } else if (node instanceof HTMLImageElement) {
      text += node.alt;
    } else if (node instanceof Element) {
      if (node !== element && matches(node, NOT_TEXT)) return;
      const apart = BLOCK.test(node.tagName) || node.tagName === 'BR';
      if (apart) text += ' ';
      node.childNodes.forEach(walk);
      if (apart) text += ' ';
    }
  };
  walk(element);
  return collapse(text);
}

export const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** At most `LONGEST`, never half of a surrogate pair. */
export function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  const last = text.charCodeAt(LONGEST - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? LONGEST - 1 : LONGEST);
}
