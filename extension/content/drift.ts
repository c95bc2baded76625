// Tells when an element stands somewhere else, though nothing said so: a class that scales a box around it, a banner
// that is shown above it. An intersection observer whose frame is drawn just around the element sees any of it leave,
// and costs nothing while all stays where it is.

import type { Teardown } from './teardown.js';

/** Fractions of a pixel that come and go with rounding. */
const SLACK = 1;

export class Drift {
  private observer: IntersectionObserver | null = null;

  constructor(
    private readonly element: Element,
    private readonly drifted: () => void,
    teardown: Teardown,
  ) {
    teardown.add(() => this.rest());
  }

  /** Watches for the element leaving `box`, where it is now. Once it has left, it is to be aimed again. */
  aim(box: DOMRectReadOnly): void {
    this.rest();
    if (box.width === 0 || box.height === 0) return;
    const inset = (px: number): string => `${-Math.floor(px - SLACK)}px`;
    const margins = [box.top, innerWidth - box.right, innerHeight - box.bottom, box.left].map(inset);
    let before: number | null = null;
    this.observer = new IntersectionObserver(
      (entries) => {
        const ratio = entries.at(-1)?.intersectionRatio ?? 0;
        // The first report says what can be seen of it at all.
        if (before !== null && Math.abs(ratio - before) > 0.001) {
          this.rest();
          this.drifted();
        }
        before ??= ratio;
      },
      { root: document, rootMargin: margins.join(' '), threshold: STEPS },
    );
    this.observer.observe(this.element);
  }

  /** Looks no longer: the element is known to move. */
  rest(): void {
    this.observer?.disconnect();
    this.observer = null;
  }
}

/** Every per cent that is hidden is told of. */
const STEPS = Array.from({ length: 101 }, (_, step) => step / 100);
