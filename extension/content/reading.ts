// The draft as text, with the table that leads from an offset in the text to a place in the page and back.
// Offsets are UTF-16 units.

/** A place in the page, as ranges and selections have it. */
export interface Point {
  readonly node: Node;
  readonly offset: number;
}

/**
 * A stretch of the table. With `length > 0` it is text: `node` is a text node and the stretch begins at `from` in it.
 * With `length 0` it is a place: child number `from` of `node`, or, where an editor's filler holds the place open, that
 * offset in its text node.
 */
export interface Stretch {
  readonly node: Node;
  readonly from: number;
  readonly at: number;
  readonly length: number;
  readonly ground: Ground;
}

/**
 * How well a stretch bears a caret or an end of a selection; where several meet at one offset the best one counts.
 * Editors take a place inside something uneditable (a mention) for the whole of it, or for nothing.
 */
export const enum Ground {
  /** Text that cannot be edited. */
  Fixed,
  /** Beside something that cannot be edited. */
  Edge,
  /** A place that the editor keeps for a caret: an empty line, a break, a filler. */
  Place,
  /** Text that can be edited. */
  Text,
}

/** Which neighbour wins where two text nodes meet: the one that begins there, or the one that ends there. */
export type Side = 'begins' | 'ends';

export class Reading {
  constructor(
    /** The draft; lines parted by `\n`. */
    readonly text: string,
    /** In the order of the document. Empty for a textarea, whose value needs no table. */
    readonly table: readonly Stretch[],
  ) {}

  /** Where an offset lies in the page. A range that starts here takes the side that begins. */
  point(offset: number, side: Side): Point | null {
    let best: Stretch | null = null;
    for (const stretch of this.table) {
      if (offset < stretch.at) break;
      if (offset > stretch.at + stretch.length) continue;
      const later = side === 'begins' && stretch.length > 0;
      if (!best || stretch.ground > best.ground || (later && stretch.ground === best.ground)) best = stretch;
    }
    return best && { node: best.node, offset: best.from + offset - best.at };
  }

  /** Which offset a place in the page is; a place that the table does not know is the end of what stands before it. */
  offset(node: Node, offset: number): number {
    const own = this.table.filter((stretch) => stretch.node === node && stretch.length > 0);
    if (own.length > 0) return inside(own, offset);
    const child = node.childNodes[offset];
    if (child) {
      const first = this.table.find(
        (stretch) => child.contains(stretch.node) || (stretch.node === node && stretch.from === offset),
      );
      if (first) return first.at;
    }
    return this.before(node, offset);
  }

  private before(node: Node, offset: number): number {
    const range = document.createRange();
    let last: Stretch | null = null;
    try {
      range.setStart(node, offset);
      for (const stretch of this.table) {
        if (range.comparePoint(stretch.node, stretch.from) <= 0) {
          last = stretch;
          continue;
        }
        // Between two lines: in the block of the line that begins here, and not in the one that has ended.
        if (node.contains(stretch.node) && !(last && node.contains(last.node))) return stretch.at;
        break;
      }
    } catch {
      // The editor has changed its nodes since the table was made.
    }
    return last ? last.at + last.length : 0;
  }

  /** Whether a part of the draft holds, or touches from inside, what cannot be edited. */
  sealedIn(start: number, end: number): boolean {
    return this.table.some(
      ({ ground, at, length }) => ground === Ground.Fixed && length > 0 && at < end && at + length > start,
    );
  }

  /** True when the same nodes hold the same text: what was painted still lies right. */
  sameAs(other: Reading): boolean {
    if (this.text !== other.text || this.table.length !== other.table.length) return false;
    return this.table.every((stretch, index) => {
      const twin = other.table[index];
      return twin?.node === stretch.node && twin.from === stretch.from && twin.length === stretch.length;
    });
  }
}

/** An offset in one text node, which editors' filler characters may part into several stretches. */
function inside(stretches: readonly Stretch[], offset: number): number {
  let at = 0;
  for (const stretch of stretches) {
    at = stretch.at + Math.min(Math.max(offset - stretch.from, 0), stretch.length);
    if (offset <= stretch.from + stretch.length) break;
  }
  return at;
}
