// A Lexical rich text editor on a given element, as Facebook and Instagram captions have it.

import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isRangeSelection,
  CLEAR_HISTORY_COMMAND,
  createEditor,
} from 'lexical';
import { expose } from './editors.js';

/** A node's text, with "\n" for a soft line break. */
function text(node) {
  if ($isLineBreakNode(node)) return '\n';
  return $isElementNode(node) ? node.getChildren().map(text).join('') : node.getTextContent();
}

// Lexical's own getTextContent() puts two newlines between paragraphs; a model text of one per block is comparable.
const modelText = () => $getRoot().getChildren().map(text).join('\n');

/** The offset of a selection point in the model text. */
function offset(point) {
  let node = point.getNode();
  let at = point.type === 'text' ? point.offset : 0;
  if (point.type === 'element') {
    const before = node.getChildren().slice(0, point.offset).map(text);
    at = node === $getRoot() ? before.map((block) => block.length + 1).reduce((a, b) => a + b, 0) : before.join('').length;
  }
  for (; node.getParent(); node = node.getParent()) {
    const extra = node.getParent() === $getRoot() ? 1 : 0;
    for (const sibling of node.getPreviousSiblings()) at += text(sibling).length + extra;
  }
  return at;
}

function fill(lines) {
  const root = $getRoot().clear();
  for (const line of lines) {
    const paragraph = $createParagraphNode();
    if (line) paragraph.append($createTextNode(line));
    root.append(paragraph);
  }
}

/** Makes `element` a Lexical editor called `name`; `changed` hears of every change of the text. */
export function lexicalEditor(name, element, changed) {
  const history = createEmptyHistoryState();
  const editor = createEditor({
    namespace: name,
    theme: {},
    onError: (error) => {
      throw error;
    },
  });
  editor.setRootElement(element);
  registerRichText(editor);
  registerHistory(editor, history, 300);

  const set = (value) => {
    editor.update(
      () => {
        fill(value.split('\n'));
        if (document.activeElement === element) $getRoot().selectEnd();
      },
      { discrete: true },
    );
    editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
  };
  set('');

  const read = () => editor.getEditorState().read(modelText);
  editor.registerUpdateListener(() => {
    const value = read();
    element.toggleAttribute('data-blank', value === '');
    changed?.(value);
  });
  element.toggleAttribute('data-blank', true);

  return expose(name, {
    kind: 'lexical',
    dom: () => element,
    read,
    set,
    selectionOffsets: () =>
      editor.getEditorState().read(() => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection)) return null;
        return [offset(selection.anchor), offset(selection.focus)].sort((a, b) => a - b);
      }),
    undoDepth: () => history.undoStack.length,
  });
}
