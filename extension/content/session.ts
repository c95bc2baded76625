// One composer while it is attached: its draft goes to the card, the answer is painted, and an edit is carried out when
// the card says so. It decides nothing about the text.

import { carry } from './carry.js';
import { mentionOf, readContext, type Context } from './context.js';
import type { Desk } from './desk.js';
import { carryOut, type EditRequest } from './edit.js';
import type { Geometry, Mark, Outcome } from './generated/wire.js';
import { fingerprint, geometryOf } from './geometry.js';
import { rectsOf } from './marks.js';
import { Mirror } from './mirror.js';
import type { Placement } from './place.js';
import type { Found } from './platform.js';
import { read } from './reader.js';
import type { Reading } from './reading.js';
import { hasFocus, select, selectionIn, type Span } from './selection.js';
import type { Teardown } from './teardown.js';
import { Watch, type Watched } from './watch.js';

/** From a composer's focus to its leaving. */
export class Session implements Watched {
  readonly element: HTMLElement;
  private readonly mirror: Mirror | null;
  private readonly watch: Watch;
  private context: Context;
  /** The geometry that the card knows, rounded, to see when it is another. */
  private told = '';
  private reading: Reading;
  private rev = 0;
  private painted: Mark[] = [];
  private shown: Span | null = null;
  private lastSelection: Span | null = null;
  private changedAt = 0;
  private composing = false;
  private editing = false;
  /** Where the caret was when the person asked for the card by the keyboard and it could not take the focus yet. */
  private asked: number | null = null;
  /** An answer that came while the draft must not be touched. */
  private held: { marks: Mark[]; checked: string } | null = null;

  constructor(
    /** Number of the composer on this page. */
    readonly id: number,
    private readonly found: Found,
    private readonly desk: Desk,
    readonly teardown: Teardown,
  ) {
    const { element, entry } = found;
    this.element = element;
    this.reading = read(element);
    this.context = readContext(element, entry, desk.platform, this.reading.text);
    desk.marks.dress(element.getRootNode());
    this.mirror = element instanceof HTMLTextAreaElement ? new Mirror(element, desk.host, teardown) : null;
    if (this.mirror) desk.marks.dress(desk.host.root);
    this.watch = new Watch(element, this, teardown);
    this.mirror?.align(true);
    this.listen();
    teardown.add(() => desk.marks.clear());
  }

  private listen(): void {
    const { element, teardown } = this;
    teardown.listen(element, 'input', () => {
      // Who types on does not wait for the card any more.
      this.asked = null;
      this.look();
      // A page may set its field to something else in its own listeners, without a further event.
      if (this.mirror) this.watch.schedule(false);
    });
    // On the window, so that it is known before the editor's own listener changes the text.
    teardown.listen<CompositionEvent>(
      window,
      'compositionstart',
      (event) => {
        if (event.composedPath().includes(element)) this.composing = true;
      },
      { capture: true, passive: true },
    );
    teardown.listen(element, 'compositionend', () => {
      this.composing = false;
      this.resume();
    });
    teardown.listen(element, 'focusout', () => this.left(), { capture: true, passive: true });
    // The focus may come back from the card to another part of the page.
    teardown.listen(window, 'focus', () => this.left());
    if (this.mirror) return;
    const observer = new MutationObserver(() => this.look());
    observer.observe(element, { childList: true, characterData: true, subtree: true });
    teardown.add(() => observer.disconnect());
  }

  // To the card ------------------------------------------------------------------------------------------------------

  /** Tells the card everything about this composer: on focus, and when the card is new. */
  introduce(): void {
    this.desk.host.raise(this.element);
    this.desk.card.placed.prepare();
    this.readContext();
    this.sendComposer();
    const before = this.reading;
    this.look();
    // The card forgets a composer that was left, and a new card knows none.
    if (before.text === this.reading.text) this.sendDraft();
    if (this.asked !== null) this.open(this.asked, true);
  }

  /** The draft may have changed, or the nodes that hold it. */
  look(): void {
    if (this.composing || this.editing) return;
    const reading = read(this.element);
    if (reading.text === this.reading.text) {
      if (!this.mirror && !reading.sameAs(this.reading)) {
        this.reading = reading;
        this.paint();
      }
      return;
    }
    this.painted = carry(this.painted, this.reading.text, reading.text);
    this.shown = null;
    this.changedAt = performance.now();
    this.reading = reading;
    this.paint();
    this.sendDraft();
  }

  private sendDraft(): void {
    if (!this.desk.card.ready) return;
    if (mentionOf(this.reading.text) !== this.context.mention) this.lookAround();
    this.rev += 1;
    this.desk.flight.offer({ type: 'draft', composer: this.id, rev: this.rev, text: this.reading.text });
  }

  private readContext(): void {
    this.context = readContext(this.element, this.found.entry, this.desk.platform, this.reading.text);
  }

  private lookAround(): void {
    const before = JSON.stringify(this.context.about);
    this.readContext();
    if (JSON.stringify(this.context.about) !== before) this.sendComposer();
  }

  private sendComposer(): void {
    const geometry = this.geometry();
    this.told = fingerprint(geometry);
    this.desk.card.send({ type: 'composer', composer: this.id, about: this.context.about, geometry });
  }

  private sendGeometry(): void {
    const geometry = this.geometry();
    const now = fingerprint(geometry);
    if (now === this.told) return;
    this.told = now;
    this.desk.card.send({ type: 'geometry', composer: this.id, geometry });
  }

  private geometry(): Geometry {
    return geometryOf(this.element, this.found.entry.submit);
  }

  /** The person points at a mark, or asks for the card. */
  open(at: number, keyboard: boolean): void {
    if (keyboard) {
      this.remember();
      this.asked = at;
    }
    this.desk.card.send({ type: 'open', composer: this.id, at, keyboard });
    this.giveFocus();
  }

  /** Puts the focus into the card if the person asked for it. A frame that is hidden, or not there yet, takes none. */
  private giveFocus(): void {
    if (this.asked !== null && this.desk.card.ready && this.desk.card.focus()) this.asked = null;
  }

  /** The caret's offset, if the composer has it. */
  caret(): number {
    return selectionIn(this.element, this.reading)?.end ?? this.lastSelection?.end ?? 0;
  }

  /** The mark under a point of the viewport. */
  markAt(x: number, y: number): Mark | null {
    const surface = this.surface();
    // A little below the line too: the underline is part of the word.
    const hit = ({ left, right, top, bottom }: DOMRect): boolean =>
      x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 4;
    return this.painted.findLast((mark) => rectsOf(surface, mark.start, mark.end).some(hit)) ?? null;
  }

  private left(): void {
    this.remember();
    // Where the focus went is known when the events of this change are over.
    setTimeout(() => {
      if (this.teardown.ended || hasFocus(this.element) || document.activeElement === this.desk.host.element) return;
      this.desk.card.send({ type: 'blur', composer: this.id });
    }, 0);
  }

  private remember(): void {
    this.lastSelection = selectionIn(this.element, this.reading) ?? this.lastSelection;
  }

  // From the card ----------------------------------------------------------------------------------------------------

  /** The answer to a draft: the marks are carried to what the composer holds by now. */
  mark(marks: Mark[], checked: string): void {
    if (this.composing || this.editing) {
      this.held = { marks, checked };
      return;
    }
    this.painted = carry(marks, checked, this.reading.text);
    this.paint();
  }

  /** After a composition or an edit: takes up what had to wait. */
  private resume(): void {
    const held = this.held;
    this.held = null;
    if (this.teardown.ended) return;
    if (held) this.mark(held.marks, held.checked);
    this.look();
  }

  put(placement: Placement): void {
    this.desk.card.placed.put(placement, this.element.getBoundingClientRect(), this.watch.visible);
    this.giveFocus();
  }

  /** Writes, and tells what became of it. The new draft goes out at once. */
  async edit(request: EditRequest): Promise<Outcome> {
    if (this.composing || this.editing) return 'stale';
    this.editing = true;
    let outcome: Outcome;
    try {
      outcome = await carryOut(this.element, request, {
        editor: this.found.entry.editor,
        restore: hasFocus(this.element) ? null : this.lastSelection,
        changedAt: this.changedAt,
      });
    } catch {
      outcome = 'differs';
    }
    this.editing = false;
    this.resume();
    return outcome;
  }

  /** Brings a part of the draft into view and tints it. The focus stays where it is. */
  show(span: Span): void {
    this.shown = span;
    this.paint();
    const [rect] = rectsOf(this.surface(), span.start, span.end);
    if (rect) this.mirror?.reveal(rect);
    const node = this.mirror ? this.element : this.reading.point(span.start, 'begins')?.node;
    const target = node instanceof Element ? node : node?.parentElement;
    // Does nothing where it can be seen already.
    target?.scrollIntoView({ block: 'nearest' });
  }

  returnFocus(): void {
    const span = this.lastSelection;
    this.element.focus({ preventScroll: true });
    const now = selectionIn(this.element, this.reading);
    if (span && (now?.start !== span.start || now.end !== span.end)) select(this.element, this.reading, span);
  }

  // On the page ------------------------------------------------------------------------------------------------------

  private surface(): Reading {
    return this.mirror ? this.mirror.reading(this.reading.text) : this.reading;
  }

  private paint(): void {
    this.desk.marks.paint(this.painted, this.surface(), this.shown);
  }

  moved(measure: boolean): void {
    const box = this.element.getBoundingClientRect();
    this.desk.card.placed.follow(box, this.watch.visible);
    if (!this.mirror) {
      if (measure) this.sendGeometry();
      return;
    }
    if (measure) {
      this.mirror.align(this.watch.visible);
      this.paint();
      this.sendGeometry();
    } else {
      this.mirror.follow(box, this.watch.visible);
    }
    this.look();
  }

  settled(): void {
    this.lookAround();
    this.sendGeometry();
  }

  gone(): void {
    this.desk.gone();
  }
}
