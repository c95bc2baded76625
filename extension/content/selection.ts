// The selection of a composer as offsets in its draft, read and set.

import { deepActive } from './dom.js';
import type { Reading } from './reading.js';

/** Offsets in UTF-16 units; `start` is before `end`, `backward` tells which of them is the moving one. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly backward?: boolean;
}

/** True when the composer, or something inside it, has the focus of the page. */
export function hasFocus(element: HTMLElement): boolean {
  const active = deepActive();
  return active !== null && (active === element || element.contains(active));
}

interface Boundary {
  readonly start: Node;
  readonly startOffset: number;
  readonly end: Node;
  readonly endOffset: number;
  readonly backward: boolean;
}

/** The document's selection, seen inside the open shadow root where the composer stands, if it stands in one. */
function boundary(element: HTMLElement): Boundary | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const root = element.getRootNode();
  if (root instanceof ShadowRoot && 'getComposedRanges' in selection) {
    const range = selection.getComposedRanges({ shadowRoots: [root] })[0];
    if (!range) return null;
    const { startContainer: start, startOffset, endContainer: end, endOffset } = range;
    return { start, startOffset, end, endOffset, backward: selection.direction === 'backward' };
  }
  const range = selection.getRangeAt(0);
  const backward = selection.anchorNode !== range.startContainer || selection.anchorOffset !== range.startOffset;
  return {
    start: range.startContainer,
    startOffset: range.startOffset,
    end: range.endContainer,
    endOffset: range.endOffset,
    backward: backward && !range.collapsed,
  };
}

/** Where the selection is in the draft; null when it is somewhere else in the page. */
export function selectionIn(element: HTMLElement, reading: Reading): Span | null {
  if (element instanceof HTMLTextAreaElement) {
    const { selectionStart: start, selectionEnd: end, selectionDirection } = element;
    return { start, end, backward: selectionDirection === 'backward' };
  }
  const found = boundary(element);
  if (!found || !element.contains(found.start) || !element.contains(found.end)) return null;
  return {
    start: reading.offset(found.start, found.startOffset),
    end: reading.offset(found.end, found.endOffset),
    backward: found.backward,
  };
}

/** Selects a part of the draft. False when the page has no place for it. */
export function select(element: HTMLElement, reading: Reading, span: Span): boolean {
  if (element instanceof HTMLTextAreaElement) {
    element.setSelectionRange(span.start, span.end, span.backward === true ? 'backward' : 'forward');
    return true;
  }
  const caret = span.start === span.end;
  const end = reading.point(span.end, 'ends');
  const start = caret ? end : reading.point(span.start, 'begins');
  const selection = document.getSelection();
  if (!selection || !start || !end) return false;
  const [anchor, focus] = span.backward === true ? [end, start] : [start, end];
  selection.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
  return true;
}

const same = (a: Span | null, b: Span): boolean => a !== null && a.start === b.start && a.end === b.end;

/** How long an editor may take to hear of a selection (ms); it was 1 to 3 ms when measured. */
const HEARD = 300;

/**
 * Selects a part of the draft and waits until the editor has heard of it: an editor that is written into before it
 * has seen `selectionchange` writes somewhere else. Where the selection is right already no event comes, and none is
 * waited for. False when the selection did not take.
 */
export async function selectAndWait(element: HTMLElement, reading: Reading, span: Span): Promise<boolean> {
  if (element instanceof HTMLTextAreaElement) return select(element, reading, span);
  if (same(selectionIn(element, reading), span)) return true;
  const heard = new Promise<void>((resolve) => {
    const finish = (): void => {
      clearTimeout(late);
      document.removeEventListener('selectionchange', finish, true);
      // The editor's own listeners may stand after this one in the same dispatch.
      setTimeout(resolve, 0);
    };
    const late = setTimeout(finish, HEARD);
    document.addEventListener('selectionchange', finish, true);
  });
  if (!select(element, reading, span)) return false;
  await heard;
  return same(selectionIn(element, reading), span);
}
