// Firefox starts the new driver in open pages when the extension is updated, and gives the old one no chance to clean
// up. What the old one has left there (its host with a dead card, its highlights; none of it can be seen, see livery.ts)
// is taken away first. Chromium needs none of this: there the old driver lives on, notices, and cleans up by itself.

import { HIGHLIGHTS, highlightName } from './livery.js';

type Transparent = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

/** Removes the host and the highlights of an earlier driver. */
export function removeLeftovers(): void {
  const own = chrome.runtime.getURL('');
  for (const element of document.querySelectorAll<HTMLElement>('html > [popover], dialog > [popover]')) {
    const frame = (element as Transparent).openOrClosedShadowRoot?.querySelector('iframe');
    if (!frame?.src.startsWith(own)) continue;
    const token = element.className;
    element.remove();
    // By their names: Firefox lets a content script not walk the registry.
    for (let number = 0; number < HIGHLIGHTS; number += 1) CSS.highlights.delete(highlightName(token, number));
  }
}
