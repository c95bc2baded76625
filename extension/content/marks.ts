// Underlines as CSS Custom Highlights: no node of ours ever stands inside an editor. The registry is shared with the
// page, which can see, replace or clear it; so the names are random and say nothing, and the registry is looked at
// before each paint.

import type { Mark, MarkLevel } from './generated/wire.js';
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

const randomName = (): string =>
  'h' + Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => (byte % 36).toString(36)).join('');

/** Paints marks on a page. One for the whole page, whatever composer has the focus. */
export class Marks {
  private readonly names = new Map<Kind, string>();
  private readonly highlights = new Map<Kind, Highlight>();
  private readonly sheet = new CSSStyleSheet();
  private readonly dressed = new Set<DocumentOrShadowRoot>();

  constructor(teardown: Teardown) {
    const rules: string[] = [];
    KINDS.forEach((kind, priority) => {
      const name = randomName();
      const highlight = new Highlight();
      highlight.priority = priority;
      this.names.set(kind, name);
      this.highlights.set(kind, highlight);
      rules.push(`::highlight(${name}) { ${LOOKS[kind]}; text-decoration-skip-ink: none }`);
    });
    this.sheet.replaceSync(rules.join('\n'));
    teardown.add(() => this.remove());
  }

  /** Puts the rules where ranges will lie: the document, the mirror's root, an open root around a composer. */
  dress(root: Node): void {
    const scope = root instanceof ShadowRoot ? root : document;
    if (scope.adoptedStyleSheets.includes(this.sheet)) return;
    scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, this.sheet];
    this.dressed.add(scope);
  }

  /** Paints the marks over the text of `reading`, in place of those painted before. */
  paint(marks: readonly Mark[], reading: Reading, shown: Pick<Mark, 'start' | 'end'> | null): void {
    for (const highlight of this.highlights.values()) highlight.clear();
    for (const mark of marks) this.add(mark.level, reading, mark.start, mark.end);
    if (shown) this.add('shown', reading, shown.start, shown.end);
    if (marks.length > 0 || shown) this.register();
  }

  clear(): void {
    for (const highlight of this.highlights.values()) highlight.clear();
  }

  private add(kind: Kind, reading: Reading, start: number, end: number): void {
    const range = rangeOf(reading, start, end);
    if (range) this.highlights.get(kind)?.add(range);
  }

  /** Only what is painted is registered, so that a page without a draft shows nothing of us. */
  private register(): void {
    for (const [kind, highlight] of this.highlights) {
      const name = this.names.get(kind);
      if (name !== undefined && CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
    }
    for (const scope of this.dressed) {
      if (!scope.adoptedStyleSheets.includes(this.sheet)) {
        scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, this.sheet];
      }
    }
  }

  private remove(): void {
    this.clear();
    for (const name of this.names.values()) CSS.highlights.delete(name);
    for (const scope of this.dressed) {
      scope.adoptedStyleSheets = scope.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet);
    }
  }
}

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
