// Keeps a box of ours (the card's frame, or the "checks paused" chip) beside its composer while the page scrolls and
// changes. Where it goes is the card's decision; here it is only carried along.

import { style } from './host.js';

/** Offset from the composer's upper left corner and size (CSS px). A size of 0 hides. */
export interface Placement {
  readonly dx: number;
  readonly dy: number;
  readonly w: number;
  readonly h: number;
}

/** A hidden frame keeps a size, so that the card can lay itself out and measure before it asks for a place. */
const HIDDEN = { w: 340, h: 480 };

export class Placed {
  private placement: Placement = { dx: 0, dy: 0, w: 0, h: 0 };

  constructor(private readonly box: HTMLElement) {
    style(box, { position: 'fixed', left: '0', top: '0', visibility: 'hidden', 'pointer-events': 'auto' });
    this.resize(HIDDEN.w, HIDDEN.h);
  }

  /** Takes a new place, and goes there. */
  put(placement: Placement, composer: DOMRectReadOnly, visible: boolean): void {
    this.placement = placement;
    if (placement.w > 0 && placement.h > 0) this.resize(placement.w, placement.h);
    this.follow(composer, visible);
  }

  /** Goes where the composer is now. Hidden while no part of the composer can be seen. */
  follow(composer: DOMRectReadOnly, visible: boolean): void {
    const { dx, dy, w, h } = this.placement;
    // Whether it is in the viewport is in `visible`; asking for the viewport's height here would force a layout.
    const gone = composer.width === 0 || composer.height === 0;
    const show = visible && !gone && w > 0 && h > 0;
    style(this.box, {
      left: `${Math.round(composer.x + dx)}px`,
      top: `${Math.round(composer.y + dy)}px`,
      visibility: show ? 'visible' : 'hidden',
    });
  }

  /** Gives a hidden box room to lay itself out. */
  prepare(): void {
    if (this.placement.w === 0 || this.placement.h === 0) this.resize(HIDDEN.w, HIDDEN.h);
  }

  /** Takes no room at all until the next composer. */
  hide(): void {
    this.placement = { dx: 0, dy: 0, w: 0, h: 0 };
    style(this.box, { visibility: 'hidden' });
    this.resize(0, 0);
  }

  private resize(w: number, h: number): void {
    style(this.box, { width: `${Math.ceil(w)}px`, height: `${Math.ceil(h)}px` });
  }
}
