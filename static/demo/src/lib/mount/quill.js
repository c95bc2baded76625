// Quill editors. A mention is an embed, hashtags and links are formats, as LinkedIn has them.

import '../trusted.js';
import * as newer from './libs/quill.js';
import * as older from '../../../old-editors/quill.js';
import { expose } from '../editors.js';
import { plainDocument } from './document.js';

const VERSIONS = { new: newer.Quill, old: older.Quill };
const ready = new WeakSet();

/** Teaches a release of Quill the entities, once. */
function register(Quill) {
  if (ready.has(Quill)) return;
  ready.add(Quill);
  const Embed = Quill.import('blots/embed');
  const Inline = Quill.import('blots/inline');
  class Mention extends Embed {
    static create(value) {
      const node = super.create(value);
      node.textContent = value;
      return node;
    }
    static value(node) {
      // The embed puts a filler on both sides of what it was made of.
      return node.textContent.replaceAll('\uFEFF', '');
    }
  }
  Object.assign(Mention, { blotName: 'mention', tagName: 'SPAN', className: 'entity' });
  class Link extends Inline {
    static create(value) {
      const node = super.create(value);
      node.setAttribute('href', value);
      return node;
    }
    static formats(node) {
      return node.getAttribute('href');
    }
  }
  Object.assign(Link, { blotName: 'link', tagName: 'A' });
  class Hashtag extends Inline {}
  Object.assign(Hashtag, { blotName: 'hashtag', tagName: 'STRONG' });
  Quill.register({ 'formats/mention': Mention, 'formats/link': Link, 'formats/hashtag': Hashtag });
}

const textOf = (insert) => (typeof insert === 'string' ? insert : insert.mention);

/** Quill counts an embed as 1, the text as what it shows: an index for an offset, and back. */
function convert(quill, wanted, fromIndex) {
  let index = 0;
  let offset = 0;
  for (const { insert } of quill.getContents().ops) {
    const text = textOf(insert);
    const size = typeof insert === 'string' ? insert.length : 1;
    const left = wanted - (fromIndex ? index : offset);
    if (left <= (fromIndex ? size : text.length)) {
      if (typeof insert === 'string') return (fromIndex ? offset : index) + left;
      return (fromIndex ? offset : index) + (left > 0 ? (fromIndex ? text.length : 1) : 0);
    }
    index += size;
    offset += text.length;
  }
  return fromIndex ? offset : index;
}

/** Makes a Quill editor in `container`; `attributes` go to the editable that Quill creates. */
export function mountQuill(version, name, container, { attributes = {}, placeholder = '', changed } = {}) {
  const Quill = VERSIONS[version];
  register(Quill);
  const quill = new Quill(container, { formats: ['mention', 'link', 'hashtag'], placeholder, modules: { history: { userOnly: true } } });
  for (const [key, value] of Object.entries(attributes)) quill.root.setAttribute(key, value);
  // Quill's text always ends with a newline of its own, which is not part of what somebody wrote.
  const read = () => quill.getContents().ops.map(({ insert }) => textOf(insert)).join('').replace(/\n$/, '');
  quill.on('text-change', () => changed?.(read()));
  const setDocument = (paragraphs) => {
    const ops = [];
    for (const runs of paragraphs) {
      for (const run of runs) {
        if (typeof run === 'string') ops.push({ insert: run });
        else if (run.kind === 'link') ops.push({ insert: run.text, attributes: { link: 'https://example.org/' } });
        else if (run.kind === 'hashtag') ops.push({ insert: run.text, attributes: { hashtag: true } });
        else ops.push({ insert: { mention: run.text } });
      }
      ops.push({ insert: '\n' });
    }
    quill.setContents(ops, 'api');
    if (quill.hasFocus()) quill.setSelection(quill.getLength() - 1, 0, 'api');
    quill.history.clear();
  };
  return expose(name, {
    kind: 'quill',
    dom: () => quill.root,
    read,
    set: (text) => setDocument(plainDocument(text)),
    setDocument,
    select(start, end = start) {
      const from = convert(quill, start, false);
      quill.focus();
      quill.setSelection(from, convert(quill, end, false) - from, 'api');
    },
    selectionOffsets() {
      const range = quill.hasFocus() ? quill.getSelection() : null;
      return range && [range.index, range.index + range.length].map((index) => convert(quill, index, true));
    },
    undoDepth: () => quill.history.stack.undo.length,
  });
}
