// Watches where a composer is, while it is attached: scrolling, resizing, changes of the page around it, its leaving.
// Everything is batched into one animation frame. There is no polling, and no timer while the page rests.

import { pagesAround } from './frames.js';
import type { Teardown } from './teardown.js';

/** After a change of the tree the surroundings are looked at again: not sooner, and not more often, than this (ms). */
const SETTLES = 250;
const EVERY = 1000;

export interface Watched {
  /** In an animation frame: the composer may be somewhere else. `measure` when more than a scroll may have happened. */
  moved(measure: boolean): void;
  /** In an animation frame: the page's tree has changed, so that its script may have changed the draft too. */
  stirred(): void;
  /** Some time after the page's tree has changed: other controls, or another comment, may stand around the composer. */
  settled(): void;
  /** In an animation frame: the composer is no longer in the page. */
  gone(): void;
}

/** What is to be looked at in the next frame: each includes what is below it. */
const enum Look {
  Nothing,
  Draft,
  Place,
  Measure,
}

export class Watch {
  /** False while scrolling containers or the viewport hide the composer whole. */
  visible = true;
  private frame = 0;
  private look = Look.Nothing;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private settledAt = -EVERY;

  constructor(
    private readonly element: HTMLElement,
    private readonly watched: Watched,
    private readonly teardown: Teardown,
  ) {
    const everywhere = { capture: true, passive: true };
    // Where it comes to rest is measured afterwards (drift.ts): a page may scroll at every key, as its field grows.
    teardown.listen(window, 'scroll', () => this.schedule(false), everywhere);
    // A page around this frame that scrolls shows another part of the frame.
    for (const page of pagesAround()) {
      for (const type of ['scrollend', 'resize']) teardown.listen(page, type, () => this.schedule(true), everywhere);
    }
    // What moves without scrolling: the window, a dialog that unfolds, a page that loads more above.
    for (const type of ['resize', 'transitionend', 'animationend']) {
      teardown.listen(window, type, () => this.schedule(true), everywhere);
    }
    // Called before the frame is painted: the card goes along without being late.
    const resize = new ResizeObserver(() => {
      if (element.isConnected) this.watched.moved(true);
    });
    resize.observe(element);
    const sight = new IntersectionObserver((entries) => {
      this.visible = entries.at(-1)?.isIntersecting ?? true;
      this.schedule(false);
    });
    sight.observe(element);
    const tree = new MutationObserver((changes) => {
      // What an editor does to its own nodes moves nothing that its size would not tell.
      if (changes.every(({ target }) => element.contains(target))) return;
      // Whether the composer stands elsewhere now is seen without layout (drift.ts).
      this.ask(Look.Draft);
      this.settle();
    });
    tree.observe(document, { childList: true, subtree: true });
    const root = element.getRootNode();
    if (root instanceof ShadowRoot) tree.observe(root, { childList: true, subtree: true });
    teardown.add(() => {
      resize.disconnect();
      sight.disconnect();
      tree.disconnect();
      cancelAnimationFrame(this.frame);
      clearTimeout(this.timer);
    });
  }

  /** Asks for a look in the next frame. */
  schedule(measure: boolean): void {
    this.ask(measure ? Look.Measure : Look.Place);
  }

  private ask(look: Look): void {
    this.look = Math.max(this.look, look);
    if (this.frame !== 0 || this.teardown.ended) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      const look = this.look;
      this.look = Look.Nothing;
      if (!this.element.isConnected) this.watched.gone();
      else if (look === Look.Draft) this.watched.stirred();
      else this.watched.moved(look === Look.Measure);
    });
  }

  /** The timer runs only after a change, and once for all that come meanwhile. */
  private settle(): void {
    if (this.timer !== undefined) return;
    const wait = Math.max(SETTLES, EVERY - (performance.now() - this.settledAt));
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.settledAt = performance.now();
      if (this.element.isConnected) this.watched.settled();
    }, wait);
  }
}
