// Facebook: Lexical editors. Comments are `div[role=article]` whose label names the author; the reply composer stands
// after the comment that it answers and names its author again, "Comment as" stands under the post.

import { avatar, h, roleButton } from './lib/dom.js';
import { dialog } from './lib/dialog.js';
import { makeCurrent, withdraw } from './lib/editors.js';
import { icon } from './lib/icons.js';
import { lexicalEditor } from './lib/lexical.js';
import { recordPost } from './lib/posted.js';
import { BRAND, comment, kind, thread } from './lib/scenarios.js';
import { shell } from './lib/shell.js';

const AGO = { m: 'minutes', h: 'hours' };
const ago = (when) => `${when.slice(0, -1)} ${AGO[when.at(-1)]} ago`.replace(/^1 (\w+)s ago$/, '1 $1 ago');

/** A Lexical composer with its toolbar and submit button. */
function composer(name, { label, submitLabel, onPosted }) {
  const content = h('div', {
    class: 'editable',
    contenteditable: 'true',
    role: 'textbox',
    spellcheck: 'true',
    tabindex: '0',
    'aria-label': label,
    'aria-placeholder': label,
    'data-lexical-editor': 'true',
  });
  const submit = roleButton({ 'aria-label': submitLabel, 'aria-disabled': 'true', class: 'submit' }, () => {
    recordPost(editor.read());
    editor.set('');
    onPosted?.();
  }, submitLabel);
  const editor = lexicalEditor(name, content, (text) => submit.setAttribute('aria-disabled', String(text.trim() === '')));
  return h('form', { role: 'presentation', class: 'fb-composer' },
    avatar(BRAND, 'avatar-small'),
    h('div', { class: 'fb-box' },
      content,
      h('div', { class: 'toolbar' },
        h('span', { class: 'tools' },
          h('button', { type: 'button', class: 'tool', 'aria-label': 'Insert an emoji' }, icon('smile')),
          h('button', { type: 'button', class: 'tool', 'aria-label': 'Attach a photo or video' }, icon('image'))),
        h('div', { id: name === 'post' ? null : 'focused-state-composer-submit' }, submit))));
}

function commentArticle(person) {
  return h('div', { role: 'article', 'aria-label': `Comment by ${person.name} ${ago(person.when)}`, tabindex: '-1', class: 'fb-comment' },
    avatar(person, 'avatar-small'),
    h('div', null,
      h('div', { class: 'fb-bubble' },
        h('a', { role: 'link', href: `/${person.handle}`, tabindex: '0' }, h('span', { dir: 'auto', class: 'fb-name' }, person.name)),
        h('div', { dir: 'auto' }, person.text)),
      h('div', { class: 'meta' }, h('time', { datetime: person.at }, person.when), h('span', null, 'Like'), h('span', null, 'Reply'))));
}

function postDialog() {
  const close = dialog(
    { title: 'Create post', label: 'Create post', onclose: () => withdraw('post') },
    composer('post', { label: "What's on your mind, Wrenfield Health?", submitLabel: 'Post', onPosted: () => close() }),
  );
  makeCurrent('post');
}

const answered = (person) => kind === 'reply' && person === comment;

document.querySelector('#app').append(
  h('div', { class: 'card fb-opener' },
    avatar(BRAND),
    roleButton({ 'aria-label': 'Create a post', class: 'fb-open' }, postDialog, "What's on your mind, Wrenfield Health?")),
  h('div', { role: 'article', 'aria-posinset': '1', class: 'card fb-post' },
    h('div', { class: 'byline' },
      avatar(BRAND),
      h('h2', { class: 'fb-name' }, h('span', { 'data-ad-rendering-role': 'profile_name' }, BRAND.name)),
      h('time', { datetime: BRAND.at }, BRAND.when)),
    h('div', { 'data-ad-rendering-role': 'story_message', 'data-ad-preview': 'message' }, h('div', { dir: 'auto' }, BRAND.post)),
    h('div', { class: 'fb-comments' },
      thread.map((person) =>
        h('div', { class: 'fb-thread' },
          commentArticle(person),
          answered(person) && h('div', { class: 'fb-replies' }, composer('reply', { label: `Reply to ${comment.name}`, submitLabel: 'Comment' })))),
      composer('comment', { label: `Comment as ${BRAND.name}`, submitLabel: 'Comment' }))),
);
shell('Facebook');
if (kind === 'post') postDialog();
