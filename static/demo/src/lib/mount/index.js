// Every editor that a composer may be, each at two versions where the sites' own is unknown. All take
// `(version, name, container, { attributes, placeholder, changed })` with the version 'new' or 'old', put the editor into
// the empty `container`, the attributes on its editable element, and give what `expose` (../editors.js) makes known.
// Pages that want one kind import its file alone.

import { mountDraft } from './draft.js';
import { mountLexical } from './lexical.js';
import { mountPlain } from './plain.js';
import { mountQuill } from './quill.js';
import { mountSlate } from './slate.js';
import { mountReactTextarea, mountTextarea } from './textarea.js';
import { mountTiptap } from './tiptap.js';

export const MOUNTS = {
  textarea: mountTextarea,
  'react-textarea': mountReactTextarea,
  contenteditable: mountPlain,
  draft: mountDraft,
  lexical: mountLexical,
  quill: mountQuill,
  prosemirror: mountTiptap,
  slate: mountSlate,
};
