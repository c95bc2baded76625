// What became of a draft that was written into, compared with what it was and with what was planned.

/** A stretch of the draft and what was to stand in its place. */
interface Planned {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

/** Browsers turn some spaces into no-break spaces, and a last newline comes and goes with the editor's last block. */
const plain = (text: string): string => text.replaceAll('\u00A0', ' ').replace(/\n$/, '');

export const same = (a: string, b: string): boolean => plain(a) === plain(b);

/**
 * Whether a draft can be what the editor alone has made of our write: something else in the planned place, or our text in
 * another one. Anything else is the doing of the page's script, and an undo would take that back, or a part of it: the
 * browser's undo of nodes that an editor has drawn anew leaves neither the one draft nor the other (Quill 1).
 */
export function ours(after: string, before: string, { start, end, insert }: Planned): boolean {
  const [text, head, tail] = [plain(after), plain(before.slice(0, start)), plain(before.slice(end))];
  if (text.length >= head.length + tail.length && text.startsWith(head) && text.endsWith(tail)) return true;
  const at = text.indexOf(plain(insert));
  if (at < 0) return false;
  const rest = text.slice(0, at) + text.slice(at + plain(insert).length);
  return same(rest, before) || same(rest, before.slice(0, start) + before.slice(end));
}
