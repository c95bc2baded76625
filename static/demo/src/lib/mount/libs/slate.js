// The last Slate for a React before 18.
export { createElement, useEffect, useState } from 'react';
export { render } from 'react-dom';
export { createEditor, Editor, Node, Text, Transforms } from 'slate';
export { withHistory } from 'slate-history';
export { Editable, ReactEditor, Slate, withReact } from 'slate-react';
