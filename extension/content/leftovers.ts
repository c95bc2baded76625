// Firefox starts the new driver in open pages when the extension is updated, and gives the old one no chance to clean
// up. What the old one has left there (its host with a dead card, its highlights; none of it can be seen, see livery.ts)
// is taken away first. Chromium needs none of this: there the old driver lives on, notices, and cleans up by itself.

type Transparent = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

/** Removes the host and the highlights of an earlier driver. */
export function removeLeftovers(): void {
  const own = chrome.runtime.getURL('');
  for (const element of document.querySelectorAll<HTMLElement>('html > [popover], dialog > [popover]')) {
    const frame = (element as Transparent).openOrClosedShadowRoot?.querySelector('iframe');
    if (!frame?.src.startsWith(own)) continue;
    const token = element.className;
    element.remove();
    for (const name of [...CSS.highlights.keys()]) {
      if (token !== '' && name.startsWith(token)) CSS.highlights.delete(name);
    }
  }
}
