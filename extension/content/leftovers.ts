// Firefox starts the new driver in open pages when the extension is updated, and gives the old one no chance to clean
// up. What the old one has left there (its host with a dead card, its underlines) is taken away first. Chromium needs
// none of this: there the old driver lives on, notices, and cleans up by itself.

type Transparent = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

/** Removes the host and the highlights of an earlier driver. */
export function removeLeftovers(): void {
  const own = chrome.runtime.getURL('');
  for (const element of document.querySelectorAll<HTMLElement>('html > [popover], dialog > [popover]')) {
    const frame = (element as Transparent).openOrClosedShadowRoot?.querySelector('iframe');
    if (!frame?.src.startsWith(own)) continue;
    element.remove();
    removeHighlights();
  }
}

function removeHighlights(): void {
  for (const sheet of document.adoptedStyleSheets) {
    const names = [...sheet.cssRules].map((rule) => /^::highlight\((h\w{8})\)/.exec(rule.cssText)?.[1]);
    if (names.length === 0 || names.includes(undefined)) continue;
    for (const name of names) if (name !== undefined) CSS.highlights.delete(name);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  }
}
