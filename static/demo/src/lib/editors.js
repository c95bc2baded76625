// `window.__editor`: the composer's own model, for tests to compare with what the extension believes. A page with
// several composers lists them in `window.__editors`; `__editor` is the one that was last focused.
//
// An editor is { kind, read(), dom(), set(text), caret(), selectionOffsets(), undoDepth(), newline }:
//   read              the model as plain text, blocks joined by "\n"
//   set               replaces the text through the model and forgets the undo history
//   selectionOffsets  [start, end] in that text (UTF-16), or null when the composer holds no selection
//   caret             the one offset of a collapsed selection, or null
//   undoDepth         the steps that the editor's own history could undo, or null where the browser keeps it
//   newline           the key that makes a new line; on some sites a plain Enter submits

window.__editors = {};

/** Makes a composer known to tests. The first one is `__editor` until another is focused. */
export function expose(name, editor) {
  const full = {
    newline: 'Enter',
    undoDepth: () => null,
    caret() {
      const offsets = full.selectionOffsets();
      return offsets && offsets[0] === offsets[1] ? offsets[0] : null;
    },
    ...editor,
    name,
  };
  window.__editors[name] = full;
  window.__editor ??= full;
  return full;
}

// One listener for all: one for each would hold the composers that are gone.
document.addEventListener('focusin', (event) => {
  // The path leads into open shadow roots, the target does not.
  const path = event.composedPath();
  const focused = Object.values(window.__editors).find((editor) => path.includes(editor.dom()));
  if (focused) window.__editor = focused;
});

/** Makes an exposed composer the current one, for a composer that a page opens by itself. */
export function makeCurrent(name) {
  window.__editor = window.__editors[name];
}

/** Takes a closed composer off the list, so that `__editor` never points to one that is gone. */
export function withdraw(name) {
  if (window.__editor === window.__editors[name]) delete window.__editor;
  delete window.__editors[name];
  window.__editor ??= Object.values(window.__editors)[0];
}
