// A textarea has no text nodes to underline. Its mirror is a transparent copy of its text over it, in our closed root,
// with the same computed styles, clipped to the padding box and scrolled along; the highlights lie on the copy.

import { commonPrefix, commonSuffix } from './carry.js';
import { style, type Host } from './host.js';
import { Reading } from './reading.js';
import type { Teardown } from './teardown.js';

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

export class Mirror {
  private readonly clip = document.createElement('div');
  private readonly sheet = document.createElement('div');
  private readonly copy = document.createTextNode('');
  private aligned = false;

  constructor(
    private readonly textarea: HTMLTextAreaElement,
    host: Host,
    teardown: Teardown,
  ) {
    this.clip.setAttribute('aria-hidden', 'true');
    this.sheet.append(this.copy);
    this.clip.append(this.sheet);
    // Under the frame, which comes later in the root.
    host.root.prepend(this.clip);
    teardown.add(() => this.clip.remove());
    teardown.listen(textarea, 'scroll', () => this.scroll());
  }

  /** The mirror's text as a draft to paint on; empty while the copy cannot be laid exactly over the original. */
  reading(text: string): Reading {
    this.write(text);
    if (!this.aligned || text === '') return new Reading(text, []);
    return new Reading(text, [{ node: this.copy, from: 0, at: 0, length: text.length }]);
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
    const box = this.textarea.getBoundingClientRect();
    // A scaled or turned textarea cannot be followed: no underlines rather than wrong ones.
    const { offsetWidth, offsetHeight } = this.textarea;
    this.aligned = visible && Math.abs(box.width - offsetWidth) < 1 && Math.abs(box.height - offsetHeight) < 1;
    const computed = getComputedStyle(this.textarea);
    const { clientWidth, clientHeight, clientLeft, clientTop } = this.textarea;
    style(this.clip, {
      ...QUIET,
      position: 'fixed',
      left: `${box.x + clientLeft}px`,
      top: `${box.y + clientTop}px`,
      width: `${clientWidth}px`,
      height: `${clientHeight}px`,
      overflow: 'hidden',
      visibility: this.aligned ? 'visible' : 'hidden',
    });
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
    this.scroll();
  }

  /** Follows without reading the styles again. */
  follow(box: DOMRectReadOnly, visible: boolean): void {
    const { clientLeft, clientTop } = this.textarea;
    style(this.clip, {
      left: `${box.x + clientLeft}px`,
      top: `${box.y + clientTop}px`,
      visibility: this.aligned && visible ? 'visible' : 'hidden',
    });
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
