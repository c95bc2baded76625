// Slate editors. A mention is an inline void, hashtags and links are inline elements.

import * as newer from '../../../new-editors/slate.js';
import * as older from './libs/slate.js';
import { expose } from '../editors.js';
import { inParagraph, plainDocument } from './document.js';

const VERSIONS = { new: newer, old: older };

function blockOf(runs) {
  const children = runs.map((run) => {
    if (typeof run === 'string') return { text: run };
    if (run.kind === 'mention') return { type: 'mention', name: run.text, children: [{ text: '' }] };
    return { type: run.kind, children: [{ text: run.text }] };
  });
  // Slate wants a text on both sides of every inline element.
  const parted = children.flatMap((child) => (child.type ? [{ text: '' }, child] : [child]));
  return { type: 'paragraph', children: [...parted, { text: '' }].filter(keep) };
}

/** An empty text is needed only beside an inline element, or in an empty paragraph. */
function keep(child, index, all) {
  if (child.type || child.text !== '' || all.length === 1) return true;
  const before = all[index - 1];
  const after = all[index + 1];
  return (!before || Boolean(before.type)) && (!after || Boolean(after.type));
}

/** The leaves of a paragraph, each with its path in it and the text that it shows. */
function leaves(children, path = []) {
  return children.flatMap((child, index) => {
    const at = [...path, index];
    if (child.type === 'mention') return [{ path: [...at, 0], text: child.name, atom: true }];
    return child.type ? leaves(child.children, at) : [{ path: at, text: child.text }];
  });
}

const textOf = (block) => leaves(block.children).map((leaf) => leaf.text).join('');

/** Makes a Slate editor in `container`; `attributes` go to the editable. */
export function mountSlate(version, name, container, { attributes = {}, placeholder, changed } = {}) {
  const lib = VERSIONS[version];
  const editor = lib.withHistory(lib.withReact(lib.createEditor()));
  const { isInline, isVoid } = editor;
  editor.isInline = (element) => ['mention', 'hashtag', 'link'].includes(element.type) || isInline(element);
  editor.isVoid = (element) => element.type === 'mention' || isVoid(element);

  const renderElement = ({ attributes: own, children, element }) => {
    if (element.type === 'paragraph') return lib.createElement('div', own, children);
    if (element.type !== 'mention') return lib.createElement(element.type === 'link' ? 'a' : 'span', { ...own, className: 'entity' }, children);
    return lib.createElement('span', { ...own, className: 'entity', contentEditable: false }, element.name, children);
  };
  const read = () => editor.children.map(textOf).join('\n');
  let last = '';
  function Composer() {
    return lib.createElement(
      lib.Slate,
      {
        editor,
        initialValue: [blockOf([])],
        onChange: () => {
          const now = read();
          if (now !== last) changed?.(now);
          last = now;
        },
      },
      lib.createElement(lib.Editable, { renderElement, placeholder, spellCheck: true, ...attributes }),
    );
  }
  lib.render(lib.createElement(Composer), container);

  const offset = ({ path, offset: at }) => {
    let total = 0;
    for (const block of editor.children.slice(0, path[0])) total += textOf(block).length + 1;
    for (const leaf of leaves(editor.children[path[0]].children)) {
      if (leaf.path.join() === path.slice(1).join()) return total + (leaf.atom ? 0 : at);
      total += leaf.text.length;
    }
    return total;
  };
  const point = (wanted) => {
    const { index, at } = inParagraph(editor.children.map((block) => textOf(block).length), wanted);
    let left = at;
    const all = leaves(editor.children[index].children);
    for (const leaf of all) {
      if (!leaf.atom && left <= leaf.text.length) return { path: [index, ...leaf.path], offset: left };
      left -= leaf.text.length;
    }
    throw new RangeError(`offset ${wanted} lies inside a mention`);
  };
  const setDocument = (paragraphs) => {
    const focused = lib.ReactEditor.isFocused(editor);
    editor.children = paragraphs.map(blockOf);
    editor.selection = null;
    if (focused) {
      const end = lib.Editor.end(editor, []);
      editor.selection = { anchor: end, focus: end };
    }
    editor.history = { undos: [], redos: [] };
    editor.onChange();
  };
  return expose(name, {
    kind: 'slate',
    dom: () => container.querySelector('[data-slate-editor]'),
    read,
    set: (text) => setDocument(plainDocument(text)),
    setDocument,
    select(start, end = start) {
      lib.ReactEditor.focus(editor);
      lib.Transforms.select(editor, { anchor: point(start), focus: point(end) });
    },
    selectionOffsets() {
      if (!editor.selection || !lib.ReactEditor.isFocused(editor)) return null;
      return [offset(editor.selection.anchor), offset(editor.selection.focus)].sort((a, b) => a - b);
    },
    undoDepth: () => editor.history.undos.length,
  });
}
