// Tells when an element stands somewhere else, or is larger or smaller, though nothing said so: a class that scales a box
// around it, a banner that is shown above it. An intersection observer whose frame begins inside the element, a quarter
// from its left and upper edges, sees another share of it then, and costs nothing while all stays where it is.

import type { Teardown } from './teardown.js';

/** Where the frame begins in the element, and shares of it that are told of: half a pixel of a usual composer. */
const INSIDE = 0.25;
const STEPS = Array.from({ length: 1001 }, (_, step) => step / 1000);
/** So long after the last that was seen of a movement it is over (ms). */
const RESTS = 200;
/** What comes and goes with rounding. */
const SLACK = 0.0005;

export class Drift {
  private observer: IntersectionObserver | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

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
    const top = Math.round(box.top + box.height * INSIDE);
    const left = Math.round(box.left + box.width * INSIDE);
    let share: number | null = null;
    this.observer = new IntersectionObserver(
      (entries) => {
        const now = entries.at(-1)?.intersectionRatio ?? 0;
        // The first report says where it is.
        if (share !== null && Math.abs(now - share) > SLACK) {
          this.rest();
          this.drifted();
        }
        share ??= now;
      },
      { root: document, rootMargin: `${-top}px 0px 0px ${-left}px`, threshold: STEPS },
    );
    this.observer.observe(this.element);
  }

  /** It is known to be on its way: where it has come to rest is looked at afterwards. Not every scroll tells of its end. */
  moving(): void {
    this.rest();
    this.timer = setTimeout(this.drifted, RESTS);
  }

  private rest(): void {
    clearTimeout(this.timer);
    this.observer?.disconnect();
    this.observer = null;
  }
}
