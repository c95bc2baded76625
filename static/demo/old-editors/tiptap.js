// TipTap 2 on a ProseMirror of its time, as Bluesky has it.
export { Editor, Mark, Node } from '@tiptap/core';
export { Document } from '@tiptap/extension-document';
export { HardBreak } from '@tiptap/extension-hard-break';
export { History as UndoRedo } from '@tiptap/extension-history';
export { Paragraph } from '@tiptap/extension-paragraph';
export { Placeholder } from '@tiptap/extension-placeholder';
export { Text } from '@tiptap/extension-text';
export { undoDepth } from '@tiptap/pm/history';
export { EditorState } from '@tiptap/pm/state';
