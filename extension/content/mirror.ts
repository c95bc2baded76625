// A textarea has no text nodes to underline. Its mirror is a transparent copy of its text over it, in our closed root,
// with the same computed styles, scaled, turned and zoomed as it is, clipped to its padding box and to the boxes around
// it, and scrolled along; the highlights lie on the copy.

import { commonPrefix, commonSuffix } from './carry.js';
import { style, type Host } from './host.js';
import { Ground, Reading } from './reading.js';
import type { Teardown } from './teardown.js';
import { clipping, opening, point, warpOf, zoomOf, type Warp } from './warp.js';

/** What decides where a textarea breaks its lines and puts its glyphs. */
const COPIED = [
  'direction', 'font-family', 'font-feature-settings', 'font-kerning', 'font-optical-sizing', 'font-size',
  'font-size-adjust', 'font-stretch', 'font-style', 'font-variant', 'font-variation-settings', 'font-weight',
  'hyphens', 'letter-spacing', 'line-break', 'line-height', 'overflow-wrap', 'padding-bottom', 'padding-left',
  'padding-right', 'padding-top', 'tab-size', 'text-align', 'text-indent', 'text-rendering', 'text-transform',
  'text-wrap-mode', 'text-wrap-style', 'unicode-bidi', 'white-space', 'white-space-collapse', 'word-break',
  'word-spacing', 'writing-mode', '-webkit-text-size-adjust',
];

const QUIET = { all: 'initial', display: 'block', 'pointer-events': 'none', 'user-select': 'none' };
const UNSEEN = { ...QUIET, overflow: 'hidden' };

export class Mirror {
  /** What the boxes around the textarea let through of it. */
  private readonly pane = document.createElement('div');
  /** The textarea's padding box, scaled and turned as it is. */
  private readonly clip = document.createElement('div');
  private readonly sheet = document.createElement('div');
  private readonly copy = document.createTextNode('');
  private boxes: readonly Element[] = [];
  private warp: Warp | null = null;
  private inset = { x: 0, y: 0 };
  private linear = 'matrix(1, 0, 0, 1';

  constructor(
    private readonly textarea: HTMLTextAreaElement,
    host: Host,
    teardown: Teardown,
  ) {
    this.pane.setAttribute('aria-hidden', 'true');
    this.sheet.append(this.copy);
    this.clip.append(this.sheet);
    this.pane.append(this.clip);
    host.ground.append(this.pane);
    teardown.add(() => this.pane.remove());
    teardown.listen(textarea, 'scroll', () => this.scroll());
  }

  /** The mirror's text as a draft to paint on; empty while the copy cannot be laid exactly over the original. */
  reading(text: string): Reading {
    this.write(text);
    if (!this.warp || text === '') return new Reading(text, []);
    return new Reading(text, [{ node: this.copy, from: 0, at: 0, length: text.length, ground: Ground.Text }]);
  }

  /** Only what changed is written: the browser keeps the layout of the lines before it. */
  private write(text: string): void {
    const before = this.copy.data;
    if (before === text) return;
    const start = commonPrefix(before, text);
    const rest = commonSuffix(before, text, start);
    this.copy.replaceData(start, before.length - rest - start, text.slice(start, text.length - rest));
  }

  /** Copies the styles again and goes over the textarea. Reads layout. */
  align(visible: boolean): void {
    const computed = getComputedStyle(this.textarea);
    const { clientWidth, clientHeight, clientLeft, clientTop } = this.textarea;
    this.warp = warpOf(this.textarea);
    this.boxes = clipping(this.textarea);
    if (this.warp) {
      const { linear, zoom, dx, dy } = this.warp;
      const { x, y } = point(linear, clientLeft, clientTop);
      this.inset = { x: dx + x, y: dy + y };
      const { a, b, c, d } = linear;
      style(this.clip, {
        ...UNSEEN,
        position: 'absolute',
        left: '0',
        top: '0',
        width: `${clientWidth}px`,
        height: `${clientHeight}px`,
        // Text that is zoomed is laid out for that size; text that is scaled is not.
        zoom: String(zoom),
        'transform-origin': '0 0',
      });
      this.linear = `matrix(${a / zoom}, ${b / zoom}, ${c / zoom}, ${d / zoom}`;
    }
    const copied: Record<string, string> = {};
    for (const name of COPIED) {
      const value = computed.getPropertyValue(name);
      if (value !== '') copied[name] = value;
    }
    style(this.sheet, {
      ...QUIET,
      ...copied,
      'box-sizing': 'border-box',
      width: `${clientWidth}px`,
      color: 'transparent',
      '-webkit-text-fill-color': 'transparent',
    });
    this.follow(this.textarea.getBoundingClientRect(), visible);
    this.scroll();
  }

  /** Follows without reading the styles again. What cannot be followed gets no underlines rather than wrong ones. */
  follow(box: DOMRectReadOnly, visible: boolean): void {
    const through = opening(this.boxes);
    style(this.pane, {
      ...UNSEEN,
      position: 'fixed',
      // The page's own zoom would come on top of what is measured.
      zoom: String(1 / zoomOf(document.documentElement)),
      left: `${through.x}px`,
      top: `${through.y}px`,
      width: `${through.width}px`,
      height: `${through.height}px`,
      visibility: this.warp && visible ? 'visible' : 'hidden',
    });
    const x = box.x + this.inset.x - through.x;
    const y = box.y + this.inset.y - through.y;
    const zoom = this.warp?.zoom ?? 1;
    style(this.clip, { transform: `${this.linear}, ${x / zoom}, ${y / zoom})` });
  }

  /** Brings a line of the draft into the textarea's view. `rect` is that of the line in the mirror. */
  reveal(rect: DOMRectReadOnly): void {
    const view = this.clip.getBoundingClientRect();
    if (rect.top < view.top) this.textarea.scrollTop -= view.top - rect.top;
    else if (rect.bottom > view.bottom) this.textarea.scrollTop += rect.bottom - view.bottom;
  }

  private scroll(): void {
    const { scrollLeft, scrollTop } = this.textarea;
    style(this.sheet, { transform: `translate(${-scrollLeft}px, ${-scrollTop}px)` });
  }
}
