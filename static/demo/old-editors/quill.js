// Quill 1, as LinkedIn's older page has it.
export { default as Quill } from 'quill/core';
