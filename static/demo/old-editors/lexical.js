// Lexical of 2024.
export * from 'lexical';
export { createEmptyHistoryState, registerHistory } from '@lexical/history';
export { registerRichText } from '@lexical/rich-text';
