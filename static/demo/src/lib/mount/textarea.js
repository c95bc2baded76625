// Textareas: a plain one is its own model; a controlled one has its value in React's state.

import * as newer from '../../../new-editors/react.js';
import * as older from '../../../old-editors/react.js';
import { expose } from '../editors.js';
import { exposeTextarea, textareaOffsets } from '../textarea.js';
import { documentText } from './document.js';

const VERSIONS = { new: newer, old: older };

const shared = (dom) => ({
  select(start, end = start) {
    dom().focus();
    dom().setSelectionRange(start, end);
  },
});

/** A `<textarea>` without a library. There is one version of it. */
export function mountTextarea(_version, name, container, { attributes = {}, placeholder = '', changed } = {}) {
  const field = document.createElement('textarea');
  for (const [key, value] of Object.entries({ placeholder, rows: '3', ...attributes })) field.setAttribute(key, value);
  container.append(field);
  const editor = exposeTextarea(name, field, changed);
  // Set without an event: the browser makes none for a script, and many scripts make none themselves.
  return Object.assign(editor, shared(() => field), { setDocument: (paragraphs) => editor.set(documentText(paragraphs)) });
}

/** A `<textarea>` that React controls. */
export function mountReactTextarea(version, name, container, { attributes = {}, placeholder = '', changed } = {}) {
  const lib = VERSIONS[version];
  let model = '';
  let redraw;
  const dom = () => container.querySelector('textarea');
  const change = (next) => {
    model = next;
    redraw?.(next);
    changed?.(next);
  };
  function Composer() {
    const [value, setValue] = lib.useState('');
    lib.useEffect(() => {
      redraw = setValue;
      for (const [key, own] of Object.entries(attributes)) dom().setAttribute(key, own);
    }, []);
    return lib.createElement('textarea', { value, placeholder, rows: 3, onChange: (event) => change(event.target.value) });
  }
  lib.render(lib.createElement(Composer), container);
  // As scripts do that write into a field of React's: past React's own setter, then the event that React listens for.
  const native = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set;
  const set = (text) => {
    native.call(dom(), text);
    dom().dispatchEvent(new Event('input', { bubbles: true }));
  };
  return expose(name, {
    kind: 'react-textarea',
    dom,
    read: () => model,
    set,
    setDocument: (paragraphs) => set(documentText(paragraphs)),
    selectionOffsets: () => (dom() ? textareaOffsets(dom()) : null),
    ...shared(dom),
  });
}
