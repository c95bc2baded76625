// Lexical editors. Mentions and hashtags are text nodes of their own kind, links are inline elements, as Meta has them.

import * as newer from './libs/lexical.js';
import * as older from '../../../old-editors/lexical.js';
import { expose } from '../editors.js';
import { inParagraph, plainDocument } from './document.js';

const VERSIONS = { new: newer, old: older };

/** The nodes for entities, for one release of the library: a class belongs to the release that it extends. */
const entityNodes = new WeakMap();

function nodesOf(lib) {
  const known = entityNodes.get(lib);
  if (known) return known;
  const entity = (type) =>
    class extends lib.TextNode {
      static getType() {
        return type;
      }
      static clone(node) {
        return new this(node.__text, node.__key);
      }
      static importJSON(json) {
        return new this(json.text);
      }
      exportJSON() {
        return { ...super.exportJSON(), type, version: 1 };
      }
      createDOM(config) {
        const element = super.createDOM(config);
        element.className = 'entity';
        return element;
      }
    };
  class LinkNode extends lib.ElementNode {
    static getType() {
      return 'link';
    }
    static clone(node) {
      return new LinkNode(node.__key);
    }
    static importJSON() {
      return new LinkNode();
    }
    exportJSON() {
      return { ...super.exportJSON(), type: 'link', version: 1 };
    }
    createDOM() {
      const element = document.createElement('a');
      element.className = 'entity';
      return element;
    }
    updateDOM() {
      return false;
    }
    isInline() {
      return true;
    }
    canBeEmpty() {
      return false;
    }
  }
  const nodes = { mention: entity('mention'), hashtag: entity('hashtag'), link: LinkNode };
  entityNodes.set(lib, nodes);
  return nodes;
}

/** A node for a run. */
function nodeOf(lib, run) {
  if (typeof run === 'string') return lib.$createTextNode(run);
  const Kind = nodesOf(lib)[run.kind];
  if (run.kind !== 'link') return lib.$applyNodeReplacement(new Kind(run.text));
  return lib.$applyNodeReplacement(new Kind()).append(lib.$createTextNode(run.text));
}

/** A node's text, with "\n" for a soft line break. */
function text(lib, node) {
  if (lib.$isLineBreakNode(node)) return '\n';
  return lib.$isElementNode(node) ? node.getChildren().map((child) => text(lib, child)).join('') : node.getTextContent();
}

/** The offset of a selection point in the model text. */
function offset(lib, point) {
  const root = lib.$getRoot();
  let node = point.getNode();
  let at = point.type === 'text' ? point.offset : 0;
  if (point.type === 'element') {
    const before = node.getChildren().slice(0, point.offset).map((child) => text(lib, child));
    at = node === root ? before.map((block) => block.length + 1).reduce((a, b) => a + b, 0) : before.join('').length;
  }
  for (; node.getParent(); node = node.getParent()) {
    const extra = node.getParent() === root ? 1 : 0;
    for (const sibling of node.getPreviousSiblings()) at += text(lib, sibling).length + extra;
  }
  return at;
}

/** Sets a selection point to an offset of a paragraph. */
function place(lib, point, paragraph, at) {
  let left = at;
  for (const node of paragraph.getAllTextNodes()) {
    const length = node.getTextContentSize();
    if (left <= length) return point.set(node.getKey(), left, 'text');
    left -= length;
  }
  return point.set(paragraph.getKey(), paragraph.getChildrenSize(), 'element');
}

/** Makes `element`, an editable already, a Lexical editor. */
export function lexicalOn(version, name, element, changed) {
  const lib = VERSIONS[version];
  const history = lib.createEmptyHistoryState();
  const editor = lib.createEditor({
    namespace: name,
    theme: {},
    nodes: Object.values(nodesOf(lib)),
    onError: (error) => {
      throw error;
    },
  });
  editor.setRootElement(element);
  lib.registerRichText(editor);
  lib.registerHistory(editor, history, 300);

  const setDocument = (paragraphs) => {
    editor.update(
      () => {
        const root = lib.$getRoot().clear();
        for (const runs of paragraphs) {
          root.append(lib.$createParagraphNode().append(...runs.map((run) => nodeOf(lib, run))));
        }
        if (document.activeElement === element) root.selectEnd();
      },
      { discrete: true },
    );
    editor.dispatchCommand(lib.CLEAR_HISTORY_COMMAND, undefined);
  };
  setDocument([[]]);

  // Lexical's own getTextContent() puts two newlines between paragraphs; one per block is comparable.
  const blocks = () => lib.$getRoot().getChildren();
  const read = () => editor.getEditorState().read(() => blocks().map((block) => text(lib, block)).join('\n'));
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
    set: (value) => setDocument(plainDocument(value)),
    setDocument,
    select(start, end = start) {
      element.focus();
      editor.update(
        () => {
          const lengths = blocks().map((block) => text(lib, block).length);
          const [from, to] = [inParagraph(lengths, start), inParagraph(lengths, end)];
          const selection = lib.$createRangeSelection();
          place(lib, selection.anchor, blocks()[from.index], from.at);
          place(lib, selection.focus, blocks()[to.index], to.at);
          lib.$setSelection(selection);
        },
        { discrete: true },
      );
    },
    selectionOffsets: () =>
      editor.getEditorState().read(() => {
        const selection = lib.$getSelection();
        if (!lib.$isRangeSelection(selection)) return null;
        return [offset(lib, selection.anchor), offset(lib, selection.focus)].sort((a, b) => a - b);
      }),
    undoDepth: () => history.undoStack.length,
  });
}

/** Makes a Lexical editor in `container`; `attributes` go to the editable. */
export function mountLexical(version, name, container, { attributes = {}, placeholder = '', changed } = {}) {
  const element = document.createElement('div');
  const own = { class: 'editable', contenteditable: 'true', role: 'textbox', spellcheck: 'true', tabindex: '0', 'data-lexical-editor': 'true' };
  for (const [key, value] of Object.entries({ ...own, 'aria-placeholder': placeholder, ...attributes })) element.setAttribute(key, value);
  container.append(element);
  return lexicalOn(version, name, element, changed);
}
