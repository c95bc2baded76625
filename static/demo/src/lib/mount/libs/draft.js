// The last Draft.js, on the newest React that it can stand.
export { createElement, useEffect, useState } from 'react';
export { render } from 'react-dom';
export { CompositeDecorator, ContentState, convertFromRaw, Editor, EditorState } from 'draft-js';
