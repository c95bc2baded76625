// Quill 2.
export { default as Quill } from 'quill/core';
