// Which platform this page belongs to, and which of its composers an element is. The knowledge is data
// (crates/platforms); here it is only matched.

import { matches } from './dom.js';
import { recognised } from './fingerprint.js';
import { PLATFORMS, type Composer, type Platform } from './generated/platforms.js';

/** An element of the page that somebody writes into. */
export type Editable = HTMLElement;

/** An element together with the entry that describes it. */
export interface Found {
  readonly element: Editable;
  readonly entry: Composer;
}

/** The platform of a host, exactly as listed. */
export function platformOf(host: string): Platform | null {
  return PLATFORMS.find((platform) => platform.hosts.includes(host)) ?? null;
}

function writable(element: Element): element is Editable {
  if (element instanceof HTMLTextAreaElement) return !element.disabled && !element.readOnly;
  return element instanceof HTMLElement && element.isContentEditable;
}

/**
 * The composer on the path of a focus event, innermost element first. Entries are tried in the platform's order: the
 * most particular stands first.
 */
export function composerOn(path: readonly EventTarget[], platform: Platform): Found | null {
  const editable = path.filter((target): target is Editable => target instanceof Element && writable(target));
  for (const entry of platform.composers) {
    const element = editable.find((candidate) => matches(candidate, entry.select));
    if (element) return { element, entry: recognised(element, entry) };
  }
  return null;
}

/** The path from an element up to the document, as an event of it would travel. */
export function pathOf(element: Element): EventTarget[] {
  const path: EventTarget[] = [];
  let node: Node | null = element;
  while (node) {
    path.push(node);
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return path;
}
