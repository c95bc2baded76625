// Which platform this page belongs to, and which of its composers an element is. The knowledge is data
// (crates/platforms); here it is only matched.

import { closestAcross, find, matches } from './dom.js';
import { recognised } from './fingerprint.js';
import type { Site } from './frames.js';
import { PLATFORMS, type Composer, type Platform } from './generated/platforms.js';

/** An element of the page that somebody writes into. */
export type Editable = HTMLElement;

/** An element together with the entry that describes it. */
export interface Found {
  readonly element: Editable;
  readonly entry: Composer;
}

/** Gives the page's platform, or null as long as the page shows none. */
export type FindPlatform = () => Platform | null;

/** The platform of a host, exactly as listed; of a host that serves much else only the pages that are the platform's. */
export function listedPlatform({ host, path }: Site): Platform | null {
  const platform = PLATFORMS.find(({ hosts }) => hosts.includes(host));
  return platform && path.startsWith(platform.paths[host] ?? '/') ? platform : null;
}

/**
 * The platform whose software this page runs, told by what stands in the page: for hosts that the person added. It is
 * looked for until it is found, for such pages draw themselves after they are loaded.
 */
export function platformFinder(): FindPlatform {
  let known: Platform | null = null;
  return () => (known ??= PLATFORMS.find(isHere) ?? null);
}

const isHere = ({ detect }: Platform): boolean =>
  detect.length > 0 && detect.every((selector) => find(document, selector) !== null);

/** Editors of programs, which some sites embed: what is typed there is no post. */
const CODE = '.CodeMirror, .cm-editor, .monaco-editor, .ace_editor';

/** What says that it takes no text now. */
const LOCKED = '[readonly], [disabled], [aria-readonly="true"], [aria-disabled="true"], [inert]';

function writable(element: Element): element is Editable {
  const takesText =
    element instanceof HTMLTextAreaElement || (element instanceof HTMLElement && element.isContentEditable);
  // `:disabled` knows of a fieldset around it too.
  return takesText && !matches(element, `${LOCKED}, :disabled`) && closestAcross(element, `${CODE}, [inert]`) === null;
}

/**
 * The composer on the path of a focus event, innermost element first. Entries are tried in the platform's order: the
 * most particular stands first.
 */
export function composerOn(path: readonly EventTarget[], platform: Platform): Found | null {
  const editable = path.filter((target): target is Editable => target instanceof Element && writable(target));
  for (const entry of platform.composers) {
    const element = editable.find((candidate) => isOf(candidate, entry));
    if (element) return { element, entry: recognised(element, entry) };
  }
  return null;
}

/** Whether an entry means this element. */
function isOf(element: Element, { select, shadow }: Composer): boolean {
  if (!matches(element, select)) return false;
  if (shadow === undefined) return true;
  const root = element.getRootNode();
  return root instanceof ShadowRoot && matches(root.host, shadow);
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
