// One composer while it is attached: its draft goes to the card, the answer is painted, and an edit is carried out when
// the card says so. It decides nothing about the text.

import { carry } from './carry.js';
import { accountNow, mentionOf, readContext, type Context, type Subject } from './context.js';
import type { Desk } from './desk.js';
import { nextFrame } from './dom.js';
import { Drift } from './drift.js';
import { carryOut, type EditRequest } from './edit.js';
import { foresee } from './foresee.js';
import { Gate } from './gate.js';
import { focusLeftFrame } from './frames.js';
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
  readonly gate: Gate;
  private readonly mirror: Mirror | null;
  private readonly watch: Watch;
  private readonly drift: Drift;
  readonly subject: Subject;
  private context: Context;
  /** The geometry that the card knows, rounded, to see when it is another. */
  private told = '';
  /** Where it was seen last. Whatever moves it has it looked at again, so that an answer forces no layout. */
  private box: DOMRectReadOnly = new DOMRect();
  private reading: Reading;
  private rev = 0;
  /** The draft that the card was sent last; null when it has none of this composer. */
  private offered: string | null = null;
  private painted: Mark[] = [];
  /** The last answer, and the draft that it is for: an answer may be there before the editor has the draft. */
  private answer: { marks: Mark[]; checked: string } | null = null;
  private changes: MutationObserver | null = null;
  private nextLook = 0;
  private shown: Span | null = null;
  private lastSelection: Span | null = null;
  /** A composer that comes back into the page, or takes the focus again, may have been written into a moment ago. */
  private changedAt = performance.now();
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
    this.subject = { element, entry, platform: desk.platform };
    this.context = readContext(this.subject, this.reading.text, null);
    desk.marks.dress(element.getRootNode());
    this.mirror = element instanceof HTMLTextAreaElement ? new Mirror(element, desk.host, teardown) : null;
    if (this.mirror) desk.marks.dress(desk.host.ground);
    this.watch = new Watch(element, this, teardown);
    this.drift = new Drift(element, () => this.watch.schedule(true), teardown);
    this.mirror?.align(true);
    this.gate = new Gate(element, entry, (held) => desk.card.send({ type: 'submit', composer: id, held }), teardown);
    this.listen();
    teardown.add(() => desk.marks.clear());
  }

  private listen(): void {
    const { element, teardown } = this;
    teardown.listen<InputEvent>(element, 'beforeinput', (event) => this.foresee(event));
    teardown.listen(element, 'input', () => {
      // Who types on does not wait for the card any more.
      this.asked = null;
      this.look();
      // A page may set its field to something else in its own listeners, without a further event.
      if (this.mirror) this.lookAgain();
    });
    teardown.add(() => cancelAnimationFrame(this.nextLook));
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
    if (this.mirror) {
      // A script that sets the value (an emoji picker, a suggestion taken) makes no `input`; it moves the caret.
      teardown.listen(element, 'selectionchange', () => this.look());
      // Not always: a caret at the start stays there when a submit clears the box. Then it was something that the person
      // did, anywhere on the page, which its script answered so.
      const anywhere = { capture: true, passive: true };
      for (const type of ['click', 'keydown', 'focusin', 'focusout']) {
        teardown.listen(window, type, () => this.lookAgain(), anywhere);
      }
      // And where a timer of the page does it, nothing tells of it at all: neither of a caret that stays where it is nor,
      // in Chromium, of a focused field that is cleared. Nobody asks at rest; it is seen when the person stirs.
      teardown.listen(window, 'pointermove', () => this.look(), anywhere);
      teardown.listen(document, 'visibilitychange', () => this.lookAgain());
      return;
    }
    const changes = (this.changes = new MutationObserver(() => this.look()));
    changes.observe(element, { childList: true, characterData: true, subtree: true });
    teardown.add(() => changes.disconnect());
  }

  // To the card ------------------------------------------------------------------------------------------------------

  /** Tells the card everything about this composer: on focus, and when the card is new. */
  introduce(): void {
    this.desk.host.raise(this.element);
    this.desk.card.placed.prepare();
    this.context = readContext(this.subject, this.reading.text, null, this.context.about.account);
    this.sendComposer();
    // The card forgets a composer that was left, and a new card knows none.
    this.offered = null;
    this.look();
    if (this.asked !== null) this.open(this.asked, true);
  }

  /** The draft may have changed, or the nodes that hold it. */
  look(): void {
    if (this.composing || this.editing) return;
    // What changed until now is read here; nobody has to come back for it.
    this.changes?.takeRecords();
    const before = this.reading;
    const reading = read(this.element);
    if (reading.text !== before.text) {
      this.reading = reading;
      this.changedAt = performance.now();
      this.sendDraft(reading.text);
      const marks = this.answer?.checked === reading.text ? this.answer.marks : carry(this.painted, before.text, reading.text);
      this.repaint(marks, null);
    } else if (!this.mirror && !reading.sameAs(before)) {
      this.reading = reading;
      this.paint();
    }
    this.sendDraft(reading.text);
  }

  /** Before the next frame: for what a page does to its field without an event that tells of it. */
  private lookAgain(): void {
    if (this.nextLook !== 0 || this.teardown.ended) return;
    this.nextLook = requestAnimationFrame(() => {
      this.nextLook = 0;
      this.look();
    });
  }

  /** Sends off at once what this key press will make of the draft. */
  private foresee(event: InputEvent): void {
    if (this.composing || this.editing) return;
    const text = foresee(event, this.element, this.reading);
    // Whom a draft names may decide which comment it answers: that is read once it stands there.
    if (text === null || mentionOf(text) !== this.context.mention) return;
    this.sendDraft(text);
    // The page may take the key for itself, and nothing else would tell of it.
    this.lookAgain();
  }

  /** Sends a draft, unless it is the one that the card has. */
  private sendDraft(text: string): void {
    if (text === this.offered || !this.desk.card.ready) return;
    this.offered = text;
    if (mentionOf(text) !== this.context.mention) this.lookAround();
    this.rev += 1;
    this.desk.flight.offer({ type: 'draft', composer: this.id, rev: this.rev, text });
  }

  private lookAround(): void {
    const before = JSON.stringify(this.context.about);
    this.context = readContext(this.subject, this.reading.text, this.context);
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
    const geometry = geometryOf(this.element, this.found.entry.submit);
    const { x, y, w, h } = geometry.composer;
    this.box = new DOMRect(x, y, w, h);
    return geometry;
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

  /** The person wants the first reply. A card that is still starting is asked for instead. */
  take(): void {
    if (!this.desk.card.ready) return this.open(this.caret(), true);
    this.remember();
    // It goes behind what was typed before the key, and some of that may be still to be sent.
    this.look();
    this.desk.flight.behind(() => this.desk.card.send({ type: 'take', composer: this.id }));
  }

  /** What the person asked for by a key wants an answer of theirs. */
  takeFocus(): void {
    this.remember();
    this.asked = this.caret();
    this.giveFocus();
  }

  /** Puts the focus into the card if the person asked for it. A frame that is hidden, or not there yet, takes none. */
  private giveFocus(): void {
    // In Firefox one that is shown takes it from the next frame on.
    if (!this.tookFocus()) void nextFrame().then(() => this.tookFocus());
  }

  /** Whether there is nothing to be done any more about a focus that was asked for. */
  private tookFocus(): boolean {
    if (this.asked === null || this.teardown.ended) return true;
    if (!this.desk.card.ready || !this.desk.card.focus()) return false;
    this.asked = null;
    return true;
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
      const inCard = document.activeElement === this.desk.host.element;
      // Firefox may tell only now that the card has taken the focus that it was given.
      if (inCard) this.asked = null;
      const stays = hasFocus(this.element) || inCard;
      if (this.teardown.ended || (stays && !focusLeftFrame())) return;
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
    this.answer = { marks, checked };
    this.repaint(carry(marks, checked, this.reading.text), this.shown);
  }

  /** After a composition or an edit: takes up what had to wait. */
  private resume(): void {
    const held = this.held;
    this.held = null;
    if (this.teardown.ended) return;
    if (held) this.mark(held.marks, held.checked);
    this.look();
  }

  /** The text that is selected on the page, outside of this composer. Read when the person says that it is the comment. */
  selectedElsewhere(): string {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || selection.containsNode(this.element, true)) return '';
    return this.element.contains(selection.anchorNode) ? '' : selection.toString();
  }

  put(placement: Placement): void {
    this.desk.card.placed.put(placement, this.box, this.watch.visible);
    this.giveFocus();
  }

  /** Writes, and tells what became of it. The new draft goes out at once. */
  async edit(request: EditRequest): Promise<Outcome> {
    if (this.composing || this.editing) return 'stale';
    // What goes in between cannot be held against what stands there: the draft must be the one that it was made for.
    this.look();
    if (request.start === request.end && request.rev !== this.rev) return 'stale';
    // What the card wants done now is not to be interrupted by a focus that was asked for before.
    this.asked = null;
    this.editing = true;
    let outcome: Outcome;
    const teardown = this.teardown.child();
    try {
      outcome = await carryOut(this.element, request, {
        editor: this.found.entry.editor,
        restore: hasFocus(this.element) ? null : this.lastSelection,
        account: () => accountNow(this.subject, this.context.about.account),
        changedAt: this.changedAt,
        teardown,
      });
    } catch {
      outcome = 'differs';
    } finally {
      teardown.run();
    }
    this.editing = false;
    // Where the page posts as somebody else by now, the card hears of it before it hears what became of this.
    if (outcome === 'stale') this.lookAround();
    this.resume();
    return outcome;
  }

  /** Brings a part of the draft into view and tints it. The focus stays where it is. */
  show(span: Span): void {
    const { text } = this.reading;
    if (this.mirror) this.look();
    // A script has set the field to something else without a word: the finding is of what it was before.
    if (this.reading.text !== text) return;
    this.shown = span;
    this.paint();
    const [rect] = rectsOf(this.surface(), span.start, span.end);
    if (rect) this.mirror?.reveal(rect);
    const node = this.mirror ? this.element : this.reading.point(span.start, 'begins')?.node;
    const target = node instanceof Element ? node : node?.parentElement;
    // Does nothing where it can be seen already.
    target?.scrollIntoView({ block: 'nearest' });
  }

  /** Gives the focus back, and the selection with it. Where the composer has it, both are the person's already. */
  returnFocus(): void {
    if (hasFocus(this.element)) return;
    const span = this.lastSelection;
    this.element.focus({ preventScroll: true });
    const now = selectionIn(this.element, this.reading);
    if (span && (now?.start !== span.start || now.end !== span.end)) select(this.element, this.reading, span);
  }

  // On the page ------------------------------------------------------------------------------------------------------

  private surface(): Reading {
    return this.mirror ? this.mirror.reading(this.reading.text) : this.reading;
  }

  /** Paints other marks. Most key presses change none. */
  private repaint(marks: Mark[], shown: Span | null): void {
    this.painted = marks;
    this.shown = shown;
    this.paint();
  }

  private paint(): void {
    if (this.painted.length === 0 && !this.shown) this.desk.marks.clear();
    else this.desk.marks.paint(this.painted, this.surface(), this.shown);
  }

  moved(measure: boolean): void {
    const box = (this.box = this.element.getBoundingClientRect());
    this.desk.card.placed.follow(box, this.watch.visible);
    if (!measure) {
      this.drift.moving();
      this.mirror?.follow(box, this.watch.visible);
    } else {
      this.drift.aim(box);
      this.mirror?.align(this.watch.visible);
      if (this.mirror) this.paint();
      this.sendGeometry();
    }
    if (this.mirror) this.look();
  }

  stirred(): void {
    if (this.mirror) this.look();
  }

  settled(): void {
    this.lookAround();
    this.sendGeometry();
  }

  gone(): void {
    this.desk.gone();
  }
}
