// Draft.js of 2018, on the React that it asks for.
export { createElement, useEffect, useState } from 'react';
export { render } from 'react-dom';
export { CompositeDecorator, ContentState, convertFromRaw, Editor, EditorState } from 'draft-js';
