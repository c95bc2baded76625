// Marks are made for one state of the draft. Until the next answer they are carried through the edits since then, and
// those that an edit touches are dropped: an underline in the wrong place is worse than none.

import type { Mark } from './generated/wire.js';

const WORD = /[\p{L}\p{N}\p{M}'’]/u;

/** The marks of `before`, moved to where the same words stand in `after`. */
export function carry(marks: readonly Mark[], before: string, after: string): Mark[] {
  if (before === after || marks.length === 0) return [...marks];
  const prefix = commonPrefix(before, after);
  const suffix = commonSuffix(before, after, prefix);
  const shift = after.length - before.length;
  const changedTo = before.length - suffix;
  const carried: Mark[] = [];
  for (const mark of marks) {
    if (mark.end <= prefix) {
      if (mark.end < prefix || !WORD.test(characterAt(after, prefix))) carried.push(mark);
    } else if (mark.start >= changedTo) {
      const start = mark.start + shift;
      if (mark.start > changedTo || !WORD.test(characterBefore(after, start))) {
        carried.push({ ...mark, start, end: mark.end + shift });
      }
    }
  }
  return carried;
}

/** How many UTF-16 units two texts have in common at their beginning. */
export function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

/** How many at their end, without those of the common beginning. */
export function commonSuffix(a: string, b: string, prefix: number): number {
  const most = Math.min(a.length, b.length) - prefix;
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length++;
  return length;
}

function characterAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}

function characterBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  return characterAt(text, low >= 0xdc00 && low <= 0xdfff ? at - 2 : at - 1);
}
