// The one element that the driver adds to a page: a child of <html> with a closed shadow root, in the top layer, above
// every z-index of the site. It is made when a composer is first focused, and holds the card's frame and the mirror.
//
// The frame would reload if it were moved in the tree, so the host stays where it is. The exception is a modal
// <dialog>, which makes everything outside it inert: `moveBefore` carries the host into it without a reload.

import { Livery } from './livery.js';
import type { Teardown } from './teardown.js';

/** Sets styles that no sheet of the page can override; through the object model, which no CSP forbids. */
export function style(element: HTMLElement, styles: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
}

const NO_BOX = {
  all: 'initial',
  display: 'block',
  position: 'fixed',
  inset: '0 auto auto 0',
  width: '0',
  height: '0',
  margin: '0',
  padding: '0',
  border: '0',
  overflow: 'visible',
  background: 'none',
  'pointer-events': 'none',
  'z-index': '2147483647',
};

type Movable = ParentNode & { moveBefore?(node: Node, child: Node | null): void };

export class Host {
  readonly element = document.createElement('div');
  /** Holds the card's frame. Nothing that the page can get hold of may lie in it. */
  readonly root: ShadowRoot;
  /**
   * Holds the mirrors, under the frame. A root of its own: the page sees the highlights that lie on a mirror, and could walk
   * from them up to the root and everything in it.
   */
  readonly ground: ShadowRoot;
  readonly livery: Livery;
  private composer: Element | null = null;

  constructor(teardown: Teardown) {
    this.root = this.element.attachShadow({ mode: 'closed' });
    style(this.element, NO_BOX);
    const ground = document.createElement('div');
    style(ground, { all: 'initial', display: 'contents' });
    this.ground = ground.attachShadow({ mode: 'closed' });
    this.element.append(ground);
    this.root.append(document.createElement('slot'));
    this.livery = new Livery(this.element, teardown);
    this.element.popover = 'manual';
    document.documentElement.append(this.element);
    teardown.add(() => this.element.remove());
    // A dialog that opens later would lie above: go on top again. The host's own events are not an opening.
    teardown.listen<ToggleEvent>(
      window,
      'toggle',
      (event) => {
        if (event.target !== this.element && event.newState === 'open') this.raise();
      },
      { capture: true, passive: true },
    );
    this.raise();
  }

  /** False when the page has thrown the host out, and the card with it. */
  get attached(): boolean {
    return this.element.isConnected;
  }

  /** Puts the host on top of the top layer, in the modal dialog that holds `composer` if there is one. */
  raise(composer: Element | null = this.composer): void {
    this.composer = composer;
    try {
      this.follow(composer);
      if (this.element.matches(':popover-open')) this.element.hidePopover();
      this.element.showPopover();
    } catch {
      // Without the top layer the z-index has to do.
    }
  }

  private follow(composer: Element | null): void {
    const home = composer?.closest<HTMLElement>('dialog:modal') ?? document.documentElement;
    if (this.element.parentNode === home) return;
    (home as Movable).moveBefore?.(this.element, null);
  }
}
