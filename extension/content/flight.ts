// One draft is under way to the card at a time. Those that come meanwhile replace each other; the newest goes when the
// answer is back. A draft without an answer means that the card is dead. Nothing runs while no draft is under way.

import type { ToCard } from './generated/wire.js';
import { afterAwake } from './patience.js';

export type Draft = Extract<ToCard, { type: 'draft' }>;

/**
 * An answer takes a few milliseconds, on a machine that is busy with other things a few seconds. Without one for this long
 * the card hangs (ms). One that has died says so before (early.js).
 */
const ANSWER_WITHIN = 10_000;

export class Flight {
  private current: Draft | null = null;
  private waiting: Draft | null = null;
  /** The draft that was answered last: the card may think again about it ("Not here", another playbook). */
  private last: Draft | null = null;
  private stopWaiting: (() => void) | undefined;
  /** What is sent behind the draft that waits. */
  private followers: (() => void)[] = [];

  constructor(
    private readonly send: (draft: Draft) => void,
    private readonly overdue: () => void,
  ) {}

  /** Sends a draft, now or when the one under way is answered. */
  offer(draft: Draft): void {
    if (this.current) {
      this.waiting = draft;
      return;
    }
    this.current = draft;
    this.stopWaiting = afterAwake(ANSWER_WITHIN, this.overdue);
    this.send(draft);
  }

  /** Sends something that is about the newest draft: behind it. The card reads all in order. */
  behind(send: () => void): void {
    if (this.waiting) this.followers.push(send);
    else send();
  }

  /** Takes an answer and gives the draft that it is for; null for an answer that nobody waits for. */
  answered(composer: number, rev: number): Draft | null {
    const draft = this.current ?? this.last;
    if (!draft || draft.composer !== composer || draft.rev !== rev) return null;
    if (!this.current) return draft;
    const { waiting: next, followers } = this;
    this.reset();
    this.last = draft;
    if (next) this.offer(next);
    for (const send of followers) send();
    return draft;
  }

  /** Forgets what was under way: the card was reloaded, or is not needed any more. */
  reset(): void {
    this.stopWaiting?.();
    this.current = null;
    this.waiting = null;
    this.last = null;
    this.followers = [];
  }
}
