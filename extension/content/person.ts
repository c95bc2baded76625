// Whether the person goes on while an edit is under way. From then on the caret and the history are theirs: an undo of
// ours would take back what they did, and a selection of ours would move their caret, in Firefox the focus too.

import type { Teardown } from './teardown.js';

/** What a person does and a script does not; `beforeinput` for what comes without a key (dictation, a drop, a menu). */
const ACTS = ['keydown', 'pointerdown', 'compositionstart', 'beforeinput'] as const;

/** Watches until its teardown runs. */
export class Person {
  private ours = false;
  private hasActed = false;

  constructor(teardown: Teardown) {
    for (const type of ACTS) {
      teardown.listen(window, type, (event) => this.saw(event), { capture: true, passive: true });
    }
  }

  /** The person has done something on the page. What happens in the card's frame is not seen here. */
  get acted(): boolean {
    return this.hasActed;
  }

  /** Does something that makes trusted events of its own, as `execCommand` does. */
  apart<T>(work: () => T): T {
    this.ours = true;
    try {
      return work();
    } finally {
      this.ours = false;
    }
  }

  private saw(event: Event): void {
    if (event.isTrusted && !this.ours) this.hasActed = true;
  }
}
