// TipTap editors. A mention is an inline atom, hashtags and links are marks.

import * as newer from './libs/tiptap.js';
import * as older from '../../../old-editors/tiptap.js';
import { expose } from '../editors.js';
import { plainDocument } from './document.js';

const VERSIONS = { new: newer, old: older };
const dark = matchMedia('(prefers-color-scheme: dark)');

const leaf = (node) => (node.type.name === 'hardBreak' ? '\n' : (node.attrs.text ?? ''));
const textBefore = (doc, position) => doc.textBetween(0, position, '\n', leaf);

function entities({ Mark, Node }) {
  const mark = (name, tag) =>
    Mark.create({
      name,
      inclusive: false,
      parseHTML: () => [{ tag: `${tag}.entity-${name}` }],
      renderHTML: () => [tag, { class: `entity entity-${name}` }, 0],
    });
  const mention = Node.create({
    name: 'mention',
    group: 'inline',
    inline: true,
    atom: true,
    addAttributes: () => ({ text: { default: '' } }),
    parseHTML: () => [{ tag: 'span.entity-mention' }],
    renderHTML: ({ node }) => ['span', { class: 'entity entity-mention' }, node.attrs.text],
    renderText: ({ node }) => node.attrs.text,
  });
  return [mention, mark('hashtag', 'span'), mark('link', 'a')];
}

/** The document position of an offset in the text. */
function position(doc, offset) {
  let low = 1;
  let high = doc.content.size - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (textBefore(doc, middle).length < offset) low = middle + 1;
    else high = middle;
  }
  // Between two paragraphs lie positions that hold no text; the first one that can have a caret counts.
  while (low < doc.content.size - 1 && !doc.resolve(low).parent.isTextblock) low += 1;
  return low;
}

/** Makes a TipTap editor in `container`; `attributes` go to the editable. */
export function mountTiptap(version, name, container, { attributes = {}, placeholder = '', changed } = {}) {
  const lib = VERSIONS[version];
  const { Document, HardBreak, Paragraph, Placeholder, Text, UndoRedo } = lib;
  const editor = new lib.Editor({
    element: container,
    // TipTap's own <style> would break the page's CSP; the page's style sheet has these rules.
    injectCSS: false,
    // Not a string: parsing one would need a Trusted Types policy.
    content: { type: 'doc', content: [{ type: 'paragraph' }] },
    extensions: [Document, Paragraph, Text, HardBreak, UndoRedo, Placeholder.configure({ placeholder }), ...entities(lib)],
    editorProps: { attributes: { class: `ProseMirror-${dark.matches ? 'dark' : 'light'}`, ...attributes } },
    onUpdate: () => changed?.(read()),
  });
  const read = () => textBefore(editor.state.doc, editor.state.doc.content.size);
  const setDocument = (paragraphs) => {
    const { schema, plugins } = editor.state;
    const inline = (run) => {
      if (typeof run === 'string') return schema.text(run);
      if (run.kind === 'mention') return schema.nodes.mention.create({ text: run.text });
      return schema.text(run.text, [schema.marks[run.kind].create()]);
    };
    const blocks = paragraphs.map((runs) => schema.nodes.paragraph.create(null, runs.map(inline)));
    // A fresh state, so that the history starts here.
    editor.view.updateState(lib.EditorState.create({ doc: schema.nodes.doc.create(null, blocks), plugins }));
    if (editor.view.hasFocus()) editor.commands.setTextSelection(editor.state.doc.content.size - 1);
    changed?.(read());
  };
  return expose(name, {
    kind: 'prosemirror',
    dom: () => editor.view.dom,
    read,
    set: (text) => setDocument(plainDocument(text)),
    setDocument,
    select(start, end = start) {
      editor.view.focus();
      editor.commands.setTextSelection({ from: position(editor.state.doc, start), to: position(editor.state.doc, end) });
    },
    selectionOffsets() {
      if (!editor.view.hasFocus()) return null;
      const { doc, selection } = editor.state;
      return [selection.from, selection.to].map((at) => textBefore(doc, at).length);
    },
    undoDepth: () => lib.undoDepth(editor.state),
  });
}
