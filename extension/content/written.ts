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
 * Whether an undo of the editor's would take back our write: something else stands in the planned place, or our text
 * stands whole in another one, or in another draft that the page's script has set meanwhile (Slate). Anything else is what
 * a script has left of the two, and the browser's undo of nodes that an editor has drawn anew makes a third of it (Quill 1).
 */
export function ours(after: string, before: string, { start, end, insert }: Planned): boolean {
  const [text, head, tail] = [plain(after), plain(before.slice(0, start)), plain(before.slice(end))];
  if (text.length >= head.length + tail.length && text.startsWith(head) && text.endsWith(tail)) return true;
  return insert !== '' && text.includes(plain(insert));
}
