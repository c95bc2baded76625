// A site that is on no list: the extension must attach nothing here, so no composer of this page looks like a platform's.

import { h } from './lib/dom.js';
import { expose } from './lib/editors.js';
import { recordPost, postedPanel } from './lib/posted.js';
import { exposeTextarea } from './lib/textarea.js';

const textarea = h('textarea', { 'aria-label': 'A plain text box', rows: '2', placeholder: 'A plain text box' });
const editable = h('div', { class: 'editable', contenteditable: 'true', role: 'textbox', 'aria-label': 'A plain editable box' });

const box = (title, field, read) =>
  h('form', {
    class: 'card unlisted-form',
    onsubmit: (event) => {
      event.preventDefault();
      recordPost(read());
    },
  }, h('h2', null, title), field, h('div', { class: 'toolbar' }, h('span', { class: 'tools' }), h('button', { type: 'submit', class: 'submit' }, 'Send')));

/** A plain contenteditable has no model but its tree: one line a block or <br>. */
function read() {
  let text = '';
  const walk = (node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) text += child.data;
      else if (child.localName === 'br') text += child === node.lastChild && text && !text.endsWith('\n') ? '' : '\n';
      else {
        if (text && !text.endsWith('\n')) text += '\n';
        walk(child);
      }
    }
  };
  walk(editable);
  return text.replace(/\n$/, '');
}

document.querySelector('#app').append(box('A text box', textarea, () => textarea.value), box('An editable box', editable, read));
document.querySelector('.demo-column').append(postedPanel());
exposeTextarea('textarea', textarea);
expose('editable', {
  kind: 'contenteditable',
  dom: () => editable,
  read,
  set: (text) => editable.replaceChildren(...text.split('\n').map((line) => h('div', null, line || h('br')))),
  selectionOffsets: () => null,
});
