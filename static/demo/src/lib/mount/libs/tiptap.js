// TipTap 3.
export { Editor, Mark, Node } from '@tiptap/core';
export { Document } from '@tiptap/extension-document';
export { HardBreak } from '@tiptap/extension-hard-break';
export { Paragraph } from '@tiptap/extension-paragraph';
export { Text } from '@tiptap/extension-text';
export { Placeholder, UndoRedo } from '@tiptap/extensions';
export { undoDepth } from '@tiptap/pm/history';
export { EditorState } from '@tiptap/pm/state';
