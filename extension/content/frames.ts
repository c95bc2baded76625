// Pages inside pages. A composer may stand in a frame of the site's own (Google's review window does); the driver then
// runs in that frame, and its card stands there too: it moves with the frame, and the site's own window stays on top of
// what it shall be on top of. What the frame cannot show, because its page has scrolled it away, is no place for a card.

import type { Rect } from './generated/wire.js';

/** Host and path of the page that a document belongs to. */
export interface Site {
  readonly host: string;
  readonly path: string;
}

/**
 * The site that a document belongs to. A document without an address of its own (`about:blank`, `srcdoc`) belongs to the
 * page around it. The host is empty where there is none: a file, a sandboxed frame.
 */
export function siteOfPage(): Site {
  try {
    for (let at: Window = window; ; at = at.parent) {
      const { hostname, pathname } = at.location;
      if (hostname !== '') return { host: hostname, path: pathname };
      if (at === at.parent) break;
    }
    // A window that a page has opened and writes into.
    return { host: new URL(self.origin).hostname, path: '/' };
  } catch {
    // Another origin around it, or an opaque one: a sandboxed frame.
    return { host: '', path: '/' };
  }
}

/**
 * True in a page of its own, and in a frame whose pages up to the top are all of the same origin. A site's widget on a
 * page of somebody else's (a comment box, a share button) is no place for us.
 */
export function ownPage(): boolean {
  try {
    for (let at: Window = window; at !== at.parent; at = at.parent) {
      if (at.parent.document.defaultView === null) return false;
    }
    return true;
  } catch {
    return false;
  }
}

/** The pages around this frame, from the nearest to the top; none for a page of its own. */
export function pagesAround(): Window[] {
  const pages: Window[] = [];
  for (let at: Window = window; at !== at.parent; at = at.parent) pages.push(at.parent);
  return pages;
}

/** The part of the viewport that can be seen: all of it, but for what the pages around a frame have scrolled away. */
export function visiblePart(): Rect {
  let left = 0;
  let top = 0;
  let right = document.documentElement.clientWidth || innerWidth;
  let bottom = innerHeight;
  // Where this viewport begins in the page that is looked at.
  let x = 0;
  let y = 0;
  for (let at: Window = window; at !== at.parent; at = at.parent) {
    const frame = at.frameElement;
    if (!frame) break;
    const box = frame.getBoundingClientRect();
    x += box.x + frame.clientLeft;
    y += box.y + frame.clientTop;
    const around = at.parent;
    left = Math.max(left, -x);
    top = Math.max(top, -y);
    right = Math.min(right, (around.document.documentElement.clientWidth || around.innerWidth) - x);
    bottom = Math.min(bottom, around.innerHeight - y);
  }
  return { x: left, y: top, w: Math.max(0, right - left), h: Math.max(0, bottom - top) };
}

/** The focus went from this frame to another part of the page around it, and not to another window. */
export function focusLeftFrame(): boolean {
  if (window === window.parent || document.hasFocus()) return false;
  try {
    return window.top?.document.hasFocus() ?? false;
  } catch {
    return false;
  }
}
