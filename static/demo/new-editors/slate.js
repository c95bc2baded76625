// The newest Slate, on React 19.
import { createRoot } from 'react-dom/client';
export { createElement, useEffect, useState } from 'react';
export const render = (element, container) => createRoot(container).render(element);
export { createEditor, Editor, Node, Text, Transforms } from 'slate';
export { withHistory } from 'slate-history';
export { Editable, ReactEditor, Slate, withReact } from 'slate-react';
