// Draft.js editors. Entities are ranges of the text that a decorator draws, as X has them.

import * as newer from './libs/draft.js';
import * as older from '../../../old-editors/draft.js';
import { expose, withdraw } from '../editors.js';
import { inParagraph, paragraphText, plainDocument } from './document.js';

const VERSIONS = { new: newer, old: older };

const plain = (state) => state.getCurrentContent().getPlainText('\n');

function offset(state, key, at) {
  let total = at;
  for (const block of state.getCurrentContent().getBlocksAsArray()) {
    if (block.getKey() === key) return total;
    total += block.getLength() + 1;
  }
  return total;
}

function selectionOffsets(state) {
  const selection = state.getSelection();
  if (!selection.getHasFocus()) return null;
  return [
    offset(state, selection.getStartKey(), selection.getStartOffset()),
    offset(state, selection.getEndKey(), selection.getEndOffset()),
  ];
}

/** Draft.js's raw form of a document. */
function raw(paragraphs) {
  const entityMap = {};
  const blocks = paragraphs.map((runs) => {
    const entityRanges = [];
    let at = 0;
    for (const run of runs) {
      const text = paragraphText([run]);
      if (typeof run !== 'string') {
        const key = Object.keys(entityMap).length;
        entityMap[key] = { type: run.kind, mutability: 'MUTABLE', data: {} };
        entityRanges.push({ offset: at, length: text.length, key });
      }
      at += text.length;
    }
    return { text: paragraphText(runs), type: 'unstyled', depth: 0, inlineStyleRanges: [], entityRanges };
  });
  return { blocks, entityMap };
}

/** `container` is left to React; `attributes` go to the editable. */
export function mountDraft(version, name, container, { attributes = {}, placeholder = '', changed } = {}) {
  const lib = VERSIONS[version];
  const decorator = new lib.CompositeDecorator([
    {
      strategy: (block, found, content) =>
        block.findEntityRanges((character) => character.getEntity() !== null, found, content),
      component: ({ children, contentState, entityKey }) =>
        lib.createElement(contentState.getEntity(entityKey).getType() === 'link' ? 'a' : 'span', { className: 'entity' }, children),
    },
  ]);
  let state = lib.EditorState.createEmpty(decorator);
  let redraw;
  const change = (next) => {
    const before = plain(state);
    state = next;
    redraw?.(next);
    if (plain(next) !== before) changed?.(plain(next));
  };
  const dom = () => container.querySelector('[contenteditable]');
  const setDocument = (paragraphs) => {
    const content = paragraphs.some((runs) => runs.some((run) => typeof run !== 'string'))
      ? lib.convertFromRaw(raw(paragraphs))
      : lib.ContentState.createFromText(paragraphs.map(paragraphText).join('\n'), '\n');
    const fresh = lib.EditorState.createWithContent(content, decorator);
    const focused = state.getSelection().getHasFocus();
    change(focused ? lib.EditorState.moveFocusToEnd(fresh) : lib.EditorState.moveSelectionToEnd(fresh));
  };

  function Composer() {
    const [shown, setShown] = lib.useState(state);
    lib.useEffect(() => {
      redraw = setShown;
      for (const [key, value] of Object.entries(attributes)) dom().setAttribute(key, value);
      return () => withdraw(name);
    }, []);
    return lib.createElement(lib.Editor, {
      editorState: shown,
      onChange: change,
      placeholder,
      ariaMultiline: true,
      role: 'textbox',
      spellCheck: true,
      stripPastedStyles: true,
    });
  }
  lib.render(lib.createElement(Composer), container);

  return expose(name, {
    kind: 'draft',
    dom,
    read: () => plain(state),
    set: (text) => setDocument(plainDocument(text)),
    setDocument,
    select(start, end = start) {
      const blocks = state.getCurrentContent().getBlocksAsArray();
      const lengths = blocks.map((block) => block.getLength());
      const [from, to] = [inParagraph(lengths, start), inParagraph(lengths, end)];
      const selection = state.getSelection().merge({
        anchorKey: blocks[from.index].getKey(),
        anchorOffset: from.at,
        focusKey: blocks[to.index].getKey(),
        focusOffset: to.at,
        isBackward: false,
        hasFocus: true,
      });
      change(lib.EditorState.forceSelection(state, selection));
    },
    selectionOffsets: () => selectionOffsets(state),
    undoDepth: () => state.getUndoStack().size,
  });
}
