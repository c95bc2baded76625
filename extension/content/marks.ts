// Underlines as CSS Custom Highlights: no node of ours ever stands inside an editor. The registry is shared with the
// page, which can see, replace or clear it; so the names are random and say nothing, and the registry is looked at
// before each paint. How they look hangs on the livery: it goes with the extension.

import type { Mark, MarkLevel } from './generated/wire.js';
import type { Livery } from './livery.js';
import type { Reading } from './reading.js';
import type { Teardown } from './teardown.js';

/** `shown` is the tint of the finding that the card points at. */
type Kind = MarkLevel | 'shown';

const KINDS: readonly Kind[] = ['shown', 'suggestion', 'warning', 'error'];

/** Levels differ in shape as well as in colour; the colours have a contrast of 3:1 on white and on black. */
const LOOKS: Readonly<Record<Kind, string>> = {
  shown: 'background-color: rgb(60 130 246 / 0.28)',
  suggestion: 'text-decoration: underline dotted #2f7de1 2px',
  warning: 'text-decoration: underline wavy #b9770e 2px',
  error: 'text-decoration: underline double #dc3545 1.5px; text-underline-offset: 3px',
};

/** Paints marks on a page. One for the whole page, whatever composer has the focus. */
export class Marks {
  private readonly names = new Map<Kind, string>();
  private readonly highlights = new Map<Kind, Highlight>();
  /** What each highlight holds. */
  private readonly painted = new Map<Kind, readonly StaticRange[]>();

  constructor(
    private readonly livery: Livery,
    teardown: Teardown,
  ) {
    const rules: string[] = [];
    KINDS.forEach((kind, priority) => {
      const name = livery.name(priority);
      const highlight = new Highlight();
      highlight.priority = priority;
      this.names.set(kind, name);
      this.highlights.set(kind, highlight);
      rules.push(`::highlight(${name}) { ${LOOKS[kind]}; text-decoration-skip-ink: none }`);
    });
    livery.wear(rules);
    teardown.add(() => this.remove());
  }

  /** Puts the rules where ranges will lie: the document, the mirror's root, an open root around a composer. */
  dress(root: Node): void {
    this.livery.dress(root instanceof ShadowRoot ? root : document);
  }

  /** Paints the marks over the text of `reading`, in place of those painted before. */
  paint(marks: readonly Mark[], reading: Reading, shown: Pick<Mark, 'start' | 'end'> | null): void {
    for (const [kind, highlight] of this.highlights) {
      const spans = kind === 'shown' ? (shown ? [shown] : []) : marks.filter((mark) => mark.level === kind);
      const ranges = spans.map(({ start, end }) => rangeOf(reading, start, end)).filter((range) => range !== null);
      this.fill(kind, highlight, ranges);
    }
    if (marks.length > 0 || shown) this.register();
  }

  clear(): void {
    for (const [kind, highlight] of this.highlights) this.fill(kind, highlight, []);
  }

  /** A highlight that stays what it is is not touched: each change of one has the browser paint the page again. */
  private fill(kind: Kind, highlight: Highlight, ranges: readonly StaticRange[]): void {
    const before = this.painted.get(kind) ?? [];
    const same = highlight.size === before.length && before.length === ranges.length;
    if (same && ranges.every((range, index) => equal(range, before[index]))) return;
    highlight.clear();
    for (const range of ranges) highlight.add(range);
    this.painted.set(kind, ranges);
  }

  /** Only what is painted is registered, so that a page without a draft shows nothing of us. */
  private register(): void {
    for (const [kind, highlight] of this.highlights) {
      const name = this.names.get(kind);
      if (name !== undefined && CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
    }
    this.livery.keep();
  }

  private remove(): void {
    this.clear();
    for (const name of this.names.values()) CSS.highlights.delete(name);
  }
}

const equal = (a: StaticRange, b: StaticRange | undefined): boolean =>
  a.startContainer === b?.startContainer &&
  a.startOffset === b.startOffset &&
  a.endContainer === b.endContainer &&
  a.endOffset === b.endOffset;

/** A part of the draft as a static range: it costs nothing while the editor changes its nodes. */
export function rangeOf(reading: Reading, start: number, end: number): StaticRange | null {
  const from = reading.point(start, 'begins');
  const to = reading.point(end, 'ends');
  if (!from || !to || start >= end) return null;
  return new StaticRange({
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  });
}

/** The rectangles of a part of the draft in the viewport. Reads layout: only after a click or a command. */
export function rectsOf(reading: Reading, start: number, end: number): DOMRect[] {
  const at = rangeOf(reading, start, end);
  if (!at) return [];
  try {
    const range = document.createRange();
    range.setStart(at.startContainer, at.startOffset);
    range.setEnd(at.endContainer, at.endOffset);
    return [...range.getClientRects()];
  } catch {
    return [];
  }
}
