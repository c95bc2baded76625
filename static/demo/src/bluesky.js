// Bluesky: TipTap in a dialog. The post that is answered is a button in the same dialog, display name first, then the
// text; the handle stands only on the avatar's link and on the thread item behind.

import { Editor } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { Placeholder, UndoRedo } from '@tiptap/extensions';
import { undoDepth } from '@tiptap/pm/history';
import { EditorState } from '@tiptap/pm/state';
import { avatar, h, roleButton } from './lib/dom.js';
import { dialog } from './lib/dialog.js';
import { expose, makeCurrent, withdraw } from './lib/editors.js';
import { icon } from './lib/icons.js';
import { recordPost } from './lib/posted.js';
import { BRAND, comment, kind, thread } from './lib/scenarios.js';
import { shell } from './lib/shell.js';

const LIMIT = 300;
const handle = (person) => `${person.handle.replaceAll('_', '-')}.example`;
const dark = matchMedia('(prefers-color-scheme: dark)');

const textBefore = (doc, position) => doc.textBetween(0, position, '\n', '\n');

function tiptap(element, placeholder, changed) {
  const editor = new Editor({
    element,
    // TipTap's own <style> would break the page's CSP; bluesky.css has these rules.
    injectCSS: false,
    // Not a string: parsing one would need a Trusted Types policy.
    content: { type: 'doc', content: [{ type: 'paragraph' }] },
    extensions: [Document, Paragraph, Text, HardBreak, UndoRedo, Placeholder.configure({ placeholder })],
    editorProps: { attributes: { class: `ProseMirror-${dark.matches ? 'dark' : 'light'}` } },
    onUpdate: () => changed(read()),
  });
  const read = () => textBefore(editor.state.doc, editor.state.doc.content.size);
  return expose('compose', {
    kind: 'prosemirror',
    dom: () => editor.view.dom,
    read,
    set(text) {
      const { schema, plugins } = editor.state;
      const blocks = text.split('\n').map((line) => schema.nodes.paragraph.create(null, line ? schema.text(line) : null));
      // A fresh state, so that the history starts here.
      editor.view.updateState(EditorState.create({ doc: schema.nodes.doc.create(null, blocks), plugins }));
      changed(read());
    },
    selectionOffsets() {
      if (!editor.isFocused) return null;
      const { doc, selection } = editor.state;
      return [selection.from, selection.to].map((position) => textBefore(doc, position).length);
    },
    undoDepth: () => undoDepth(editor.state),
  });
}

function replyTo(person) {
  return roleButton({
    'aria-label': 'Expand or collapse the full post you are replying to',
    class: 'bsky-reply-to',
  }, () => {},
  h('a', { href: `/profile/${handle(person)}`, 'aria-label': `${person.name}'s avatar`, tabindex: '-1' }, avatar(person)),
  h('div', { dir: 'auto', class: 'bsky-name' }, person.name),
  h('div', { dir: 'auto', class: 'bsky-quoted' }, person.text));
}

/** The picture of a new post, with its alternative text. */
function media() {
  const field = h('textarea', { class: 'bsky-alt', rows: '2', 'aria-label': 'Alt text', placeholder: 'Describe the picture', hidden: true });
  return h('div', { class: 'bsky-media' },
    h('div', { class: 'bsky-picture', role: 'img', 'aria-label': 'Poster of the flu clinic' },
      h('button', { type: 'button', class: 'bsky-alt-button', 'data-testid': 'altTextButton', 'aria-label': 'Add alt text', onclick: () => { field.hidden = !field.hidden; } }, '+ ALT')),
    field);
}

function compose(parent) {
  document.querySelector('.demo-backdrop')?.remove();
  const element = h('div', { class: 'bsky-editor' });
  const counter = h('span', { class: 'bsky-counter' }, String(LIMIT));
  const publish = h('button', {
    type: 'button',
    class: 'submit',
    'data-testid': 'composerPublishBtn',
    'aria-label': parent ? 'Publish reply' : 'Publish post',
    disabled: true,
  }, parent ? 'Reply' : 'Post');
  const attachment = h('div', null, parent ? null : media());
  const close = dialog({
    title: parent ? 'Reply' : 'New post',
    label: parent ? 'Reply' : 'New post',
    testid: 'composePostView',
    onclose: () => withdraw('compose'),
  },
  parent && replyTo(parent),
  h('div', { class: 'bsky-row' }, avatar(BRAND), element),
  attachment,
  h('div', { class: 'toolbar' },
    h('span', { class: 'tools' },
      h('button', { type: 'button', class: 'tool', 'data-testid': 'openMediaBtn', 'aria-label': 'Add media to post', onclick: () => attachment.replaceChildren(media()) }, icon('image')),
      h('button', { type: 'button', class: 'tool', 'aria-label': 'Open emoji picker' }, icon('smile'))),
    counter,
    publish));
  const editor = tiptap(element, parent ? 'Write your reply' : "What's up?", (text) => {
    const left = LIMIT - [...new Intl.Segmenter().segment(text)].length;
    counter.textContent = String(left);
    publish.disabled = left < 0 || text.trim() === '';
  });
  publish.addEventListener('click', () => {
    recordPost(editor.read());
    close();
  });
  makeCurrent('compose');
}

function item(person, testid) {
  return h('div', { class: 'bsky-item', 'data-testid': `${testid}-by-${handle(person)}`, role: 'link', tabindex: '0' },
    avatar(person),
    h('div', null,
      h('div', { class: 'bsky-name' },
        h('a', { href: `/profile/${handle(person)}` }, person.name), ' ',
        h('span', { class: 'bsky-handle' }, `@${handle(person)}`), ' ',
        h('time', { datetime: person.at }, person.when)),
      h('div', { 'data-testid': 'postText', dir: 'auto' }, person.post ?? person.text),
      h('button', { type: 'button', class: 'tool', 'data-testid': 'replyBtn', 'aria-label': 'Reply', onclick: () => compose(person) }, icon('reply'))));
}

document.querySelector('#app').append(
  h('div', { class: 'card bsky-feed' },
    h('div', { class: 'bsky-head' },
      h('h2', null, 'Post'),
      h('button', { type: 'button', class: 'submit', 'data-testid': 'composeFAB', 'aria-label': 'New post', onclick: () => compose(null) }, 'New post')),
    item(BRAND, 'postThreadItem'),
    thread.map((person) => item(person, 'postThreadItem')),
    item({ ...BRAND, post: 'Our Linden Street centre has new opening hours from Monday: 7 to 7.', when: '2d' }, 'feedItem')),
);
shell('Bluesky');
compose(kind === 'post' ? null : comment);
