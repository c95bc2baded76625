// Walking the page's tree across open shadow roots, which some sites put around their composers.

/** The parent, or the host when `node` is the top of an open shadow root. */
export function parentOf(node: Node): Element | null {
  const parent = node.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

/** `closest` that goes on outside of a shadow root. An invalid selector finds nothing. */
export function closestAcross(from: Element, selector: string): Element | null {
  try {
    for (let at: Element | null = from; at; ) {
      const found: Element | null = at.closest(selector);
      if (found) return found;
      const root: Node = at.getRootNode();
      at = root instanceof ShadowRoot ? root.host : null;
    }
  } catch {
    // A selector that this browser does not know means "not here".
  }
  return null;
}

/** `matches` with a selector that may be invalid. */
export function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}

/** `querySelectorAll` with a selector that may be invalid. */
export function findAll(scope: ParentNode, selector: string): Element[] {
  try {
    return [...scope.querySelectorAll(selector)];
  } catch {
    return [];
  }
}

/** `querySelector` with a selector that may be invalid. */
export function find(scope: ParentNode, selector: string): Element | null {
  try {
    return scope.querySelector(selector);
  } catch {
    return null;
  }
}

/** The element with the focus, inside open shadow roots too. */
export function deepActive(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Before the next frame is painted, or soon when no frame comes (a page in the background). */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, 60);
    requestAnimationFrame(() => {
      clearTimeout(late);
      resolve();
    });
  });
}
