// Reads a composer in one walk over its nodes, without layout. `innerText` is never used: it doubles the newlines of
// block editors and forces layout.
//
// A line is what one leaf block holds: a block element without blocks inside, or a run of inline content beside blocks.
// `<br>` is a newline, except the last of its line: editors and browsers put it there so that the line has a height
// (ProseMirror's trailing break, the empty blocks of Draft.js, Lexical, Quill and Slate). A newline character at the
// end of a line has the same purpose in Draft.js, Slate and Chromium.

import { Ground, Reading, type Stretch } from './reading.js';

const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI ' +
    'MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TH TR UL'
  ).split(' '),
);

/** The editor's own widgets and placeholders, which are no part of the draft. */
const WIDGET = '.ProseMirror-widget, [data-slate-placeholder], .ql-ui, script, style';

/** Quill, Slate and others put this character where a caret needs a text node; it is never part of a draft. */
const FILLER = '\uFEFF';

/** Whitespace with a line feed, beside blocks, is how the page's source was written; a space alone is somebody's. */
const SOURCE = /^[\t\r ]*\n[\t\r\n ]*$/;

/** Reads the draft of a composer. */
export function read(element: HTMLElement): Reading {
  if (element instanceof HTMLTextAreaElement) return new Reading(element.value, []);
  const walk = new Walk();
  walk.children(element);
  walk.closeLine();
  return new Reading(walk.text, walk.table);
}

const isBlock = (node: Node): boolean => BLOCKS.has(node.nodeName);

function isWidget(element: Element): boolean {
  if (element.matches(WIDGET)) return true;
  // A block that cannot be written into is a card or a cursor of the editor; inline it is a mention, which counts.
  return isBlock(element) && element.getAttribute('contenteditable') === 'false';
}

class Walk {
  text = '';
  readonly table: Stretch[] = [];
  private lines = 0;
  private open = false;
  private lineStart = 0;
  /** Inside something that cannot be edited. */
  private fixed = false;
  /** A break that counts only if something follows it in its line. */
  private pending: { node: Node; from: number } | null = null;

  children(parent: Node): void {
    let index = 0;
    for (const child of parent.childNodes) this.node(child, parent, index++);
  }

  private node(node: Node, parent: Node, index: number): void {
    if (node instanceof Text) this.words(node, parent);
    else if (!(node instanceof Element) || isWidget(node)) return;
    else if (node.tagName === 'BR') this.break(parent, index);
    else if (isBlock(node)) this.block(node);
    else if (!this.fixed && node.getAttribute('contenteditable') === 'false') this.sealed(node, parent, index);
    else this.children(node);
  }

  /** A mention or the like: its text counts, and a caret stands beside it. */
  private sealed(node: Element, parent: Node, index: number): void {
    const before = this.table.length;
    this.fixed = true;
    this.children(node);
    this.fixed = false;
    const first = this.table[before];
    if (!first) return;
    this.table.splice(before, 0, { node: parent, from: index, at: first.at, length: 0, ground: Ground.Edge });
    this.place(parent, index + 1, Ground.Edge);
  }

  private block(block: Element): void {
    this.closeLine();
    const before = this.lines;
    this.children(block);
    if (this.lines === before) {
      this.openLine();
      this.place(block, 0);
    }
    this.closeLine();
  }

  private break(parent: Node, index: number): void {
    this.openLine();
    this.countPending();
    this.place(parent, index);
    this.pending = { node: parent, from: index + 1 };
  }

  private words(node: Text, parent: Node): void {
    const data = node.data;
    if (data === '' || (!this.open && SOURCE.test(data) && isBetweenBlocks(parent))) return;
    this.openLine();
    let from = 0;
    for (const part of data.split(FILLER)) {
      if (part !== '') {
        this.countPending();
        const ground = this.fixed ? Ground.Fixed : Ground.Text;
        this.table.push({ node, from, at: this.text.length, length: part.length, ground });
        this.text += part;
      } else if (data === FILLER) {
        this.place(node, data.length);
      }
      from += part.length + 1;
    }
  }

  private place(node: Node, from: number, ground = Ground.Place): void {
    this.table.push({ node, from, at: this.text.length, length: 0, ground: this.fixed ? Ground.Fixed : ground });
  }

  private openLine(): void {
    if (this.open) return;
    if (this.lines > 0) this.text += '\n';
    this.lines += 1;
    this.open = true;
    this.lineStart = this.text.length;
  }

  private countPending(): void {
    if (!this.pending) return;
    this.text += '\n';
    this.place(this.pending.node, this.pending.from);
    this.pending = null;
  }

  closeLine(): void {
    if (!this.open) return;
    this.open = false;
    if (this.pending) {
      this.pending = null;
    } else if (this.text.length > this.lineStart && this.text.endsWith('\n')) {
      this.text = this.text.slice(0, -1);
      const last = this.table.pop();
      if (last && last.length > 1) this.table.push({ ...last, length: last.length - 1 });
      else if (last) this.table.push({ ...last, length: 0 });
    }
  }
}

function isBetweenBlocks(parent: Node): boolean {
  for (const child of parent.childNodes) if (isBlock(child)) return true;
  return false;
}
