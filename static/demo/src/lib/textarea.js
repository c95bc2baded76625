// A plain textarea is its own model.

import { expose } from './editors.js';

/** Grows the textarea with its text, as the sites' autosize libraries do. */
export function autosize(textarea) {
  textarea.style.height = 'auto';
  textarea.style.height = `${textarea.scrollHeight + textarea.offsetHeight - textarea.clientHeight}px`;
}

/** Offsets of the selection in a textarea, or null while it is not focused. */
export const textareaOffsets = (textarea) =>
  document.activeElement === textarea ? [textarea.selectionStart, textarea.selectionEnd] : null;

/** Exposes a textarea whose value is the model. `changed` hears of every change. */
export function exposeTextarea(name, textarea, changed) {
  const update = () => {
    autosize(textarea);
    changed?.(textarea.value);
  };
  textarea.addEventListener('input', update);
  update();
  return expose(name, {
    kind: 'textarea',
    dom: () => textarea,
    read: () => textarea.value,
    set(text) {
      textarea.value = text;
      update();
    },
    selectionOffsets: () => textareaOffsets(textarea),
  });
}
