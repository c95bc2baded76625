// LinkedIn, the older of its two DOMs: Quill editors in `.comments-comment-box`. The reply box stands inside the
// comment that it answers; another one under the post comments on the post.

import './lib/trusted.js';
import Quill from 'quill/core';
import { avatar, h } from './lib/dom.js';
import { dialog } from './lib/dialog.js';
import { expose, makeCurrent, withdraw } from './lib/editors.js';
import { icon } from './lib/icons.js';
import { recordPost } from './lib/posted.js';
import { BRAND, comment, kind, thread } from './lib/scenarios.js';
import { shell } from './lib/shell.js';

/** Makes a Quill editor in `container`; `attributes` go to the editable element that Quill creates. */
function quillEditor(name, container, { placeholder, changed, ...attributes }) {
  const quill = new Quill(container, { formats: [], placeholder, modules: { history: { userOnly: true } } });
  for (const [key, value] of Object.entries(attributes)) quill.root.setAttribute(key, value);
  // Quill's text always ends with a newline of its own, which is not part of what somebody wrote.
  const read = () => quill.getText().replace(/\n$/, '');
  quill.on('text-change', () => changed(read()));
  return expose(name, {
    kind: 'quill',
    dom: () => quill.root,
    read,
    set(text) {
      quill.setText(text, 'api');
      quill.history.clear();
    },
    selectionOffsets() {
      const range = quill.hasFocus() ? quill.getSelection() : null;
      return range && [range.index, range.index + range.length];
    },
    undoDepth: () => quill.history.stack.undo.length,
  });
}

const tools = () =>
  h('span', { class: 'tools' },
    h('button', { type: 'button', class: 'tool', 'aria-label': 'Open emoji keyboard' }, icon('smile')),
    h('button', { type: 'button', class: 'tool', 'aria-label': 'Add a photo' }, icon('image')));

function commentBox(name, { label, action, reply }) {
  const container = h('div', { class: 'ql-container' });
  const submit = h('button', { type: 'button', class: 'comments-comment-box__submit-button submit', disabled: true }, action);
  const editor = quillEditor(name, container, {
    placeholder: label,
    changed: (text) => {
      submit.disabled = text.trim() === '';
    },
    'data-test-ql-editor-contenteditable': 'true',
    'aria-label': 'Text editor for creating content',
    'aria-multiline': 'true',
    role: 'textbox',
  });
  submit.addEventListener('click', () => {
    recordPost(editor.read());
    editor.set('');
    submit.disabled = true;
  });
  return h('form', { class: `comments-comment-box ${reply ? 'comments-comment-box--reply' : ''} comments-comment-box--cr`.replace(/ +/g, ' ') },
    avatar(BRAND, 'avatar-small'),
    h('div', { class: 'comments-comment-texteditor li-box' },
      h('div', { class: 'editor-container' }, container),
      h('div', { class: 'toolbar' }, tools(), submit)));
}

function entity(person) {
  return h('article', { class: 'comments-comment-entity', 'data-id': `urn:li:comment:(activity:7300000000000000001,${person.id})` },
    h('div', { class: 'comments-comment-meta__container' },
      avatar(person, 'avatar-small'),
      h('a', { class: 'comments-comment-meta__image-link', href: `/in/${person.handle}/` },
        h('h3', { class: 'comments-comment-meta__description' },
          h('span', { class: 'comments-comment-meta__description-title' }, person.name))),
      h('time', { datetime: person.at, class: 'comments-comment-meta__data' }, person.when)),
    h('section', { class: 'comments-comment-entity__content' },
      h('span', { class: 'comments-comment-item__main-content' },
        h('div', { class: 'update-components-text' }, h('span', { dir: 'ltr' }, person.text)))),
    kind === 'reply' && person === comment && h('div', { class: 'comments-replies' },
      commentBox('reply', { label: 'Add a reply…', action: 'Reply', reply: true })));
}

function shareBox() {
  const container = h('div', { class: 'ql-container' });
  const submit = h('button', { type: 'button', class: 'share-actions__primary-action submit', disabled: true }, 'Post');
  const body = h('div', { class: 'share-box-v2__modal', 'data-test-modal-id': 'sharebox' },
    h('div', { class: 'editor-container li-share' }, container),
    h('div', { class: 'toolbar' }, tools(), submit));
  const close = dialog({ title: 'Create a post', label: 'Create a post', onclose: () => withdraw('post') }, body);
  const editor = quillEditor('post', container, {
    placeholder: 'What do you want to talk about?',
    changed: (text) => {
      submit.disabled = text.trim() === '';
    },
    'data-test-ql-editor-contenteditable': 'true',
    'aria-label': 'Text editor for creating content',
    'aria-multiline': 'true',
    role: 'textbox',
  });
  submit.addEventListener('click', () => {
    recordPost(editor.read());
    close();
  });
  makeCurrent('post');
}

document.querySelector('#app').append(
  h('div', { class: 'card li-opener' }, avatar(BRAND), h('button', { type: 'button', class: 'li-start', onclick: shareBox }, 'Start a post')),
  h('div', { class: 'card feed-shared-update-v2', 'data-urn': 'urn:li:activity:7300000000000000001', role: 'article' },
    h('div', { class: 'byline update-components-actor__container' },
      avatar(BRAND),
      h('span', { class: 'update-components-actor__name' }, BRAND.name),
      h('time', { datetime: BRAND.at }, BRAND.when)),
    h('div', { class: 'update-components-text' }, h('span', { dir: 'ltr' }, BRAND.post)),
    h('div', { class: 'comments-comments-list' }, thread.map(entity)),
    commentBox('comment', { label: 'Add a comment…', action: 'Comment' })),
);
shell('LinkedIn');
// The reply is what the page is for; the box under the post is the second one.
if (kind === 'reply') makeCurrent('reply');
else shareBox();
