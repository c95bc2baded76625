// Mastodon: a plain textarea inside `form.compose-form`, the answered post in `.reply-indicator`.

import { avatar, h } from './lib/dom.js';
import { icon } from './lib/icons.js';
import { recordPost } from './lib/posted.js';
import { BRAND, comment, kind, thread } from './lib/scenarios.js';
import { shell } from './lib/shell.js';
import { autosize, exposeTextarea } from './lib/textarea.js';

const LIMIT = 500;
const account = (person) => (person === BRAND ? '@wrenfield' : `@${person.handle}@social.example`);
const length = (text) => [...new Intl.Segmenter().segment(text)].length;

const displayName = (person) =>
  h('span', { class: 'display-name' },
    h('bdi', null, h('strong', { class: 'display-name__html' }, person.name)),
    h('span', { class: 'display-name__account' }, account(person)));

function status(person, detailed) {
  const name = detailed ? 'detailed-status' : 'status';
  return h('article', { class: `${name} card` },
    h('div', { class: 'byline' },
      avatar(person),
      h('a', { class: `${name}__display-name`, href: `/@${person.handle}` }, displayName(person)),
      h('time', { datetime: person.at }, person.when)),
    h('div', { class: 'status__content' }, h('p', null, person.post ?? person.text)));
}

function replyIndicator() {
  return h('div', { class: 'reply-indicator' },
    h('a', { class: 'reply-indicator__avatar', href: `/@${comment.handle}`, tabindex: '-1' }, avatar(comment)),
    h('div', { class: 'reply-indicator__main' },
      h('a', { class: 'detailed-status__display-name', href: `/@${comment.handle}` }, displayName(comment)),
      h('div', { class: 'reply-indicator__content translate' }, h('p', null, comment.text))));
}

function composeForm() {
  const spoiler = h('input', { id: 'cw-spoiler-input', class: 'spoiler-input__input', type: 'text', placeholder: 'Content warning', 'aria-label': 'Content warning', hidden: true });
  const textarea = h('textarea', {
    class: 'autosuggest-textarea__textarea',
    placeholder: "What's on your mind?",
    'aria-label': "What's on your mind?",
    'aria-autocomplete': 'list',
    rows: '1',
    dir: 'auto',
    lang: 'en',
  });
  const counter = h('span', { class: 'character-counter' });
  const submit = h('button', { type: 'submit', class: 'button submit' }, kind === 'post' ? 'Post' : 'Reply');

  const update = () => {
    const left = LIMIT - length(spoiler.hidden ? '' : spoiler.value) - length(textarea.value);
    counter.textContent = String(left);
    counter.classList.toggle('character-counter--over', left < 0);
    submit.disabled = left < 0 || textarea.value.trim() === '';
  };
  spoiler.addEventListener('input', update);

  const form = h('form', { class: 'compose-form card' },
    kind === 'reply' && replyIndicator(),
    h('div', { class: 'compose-form__highlightable' },
      h('div', { class: 'compose-form__dropdowns' },
        h('button', { type: 'button', class: 'dropdown-button', title: 'Change post privacy', 'aria-expanded': 'false' },
          icon('globe'), h('span', { class: 'dropdown-button__label' }, 'Public'))),
      h('div', { class: 'spoiler-input' }, spoiler),
      h('div', { class: 'autosuggest-textarea' }, textarea),
      h('div', { class: 'compose-form__footer toolbar' },
        h('div', { class: 'compose-form__buttons tools' },
          h('button', { type: 'button', class: 'tool', 'aria-label': 'Add images' }, icon('image')),
          h('button', { type: 'button', class: 'tool', 'aria-label': 'Add a poll' }, icon('list')),
          h('button', {
            type: 'button',
            class: 'tool tool-text',
            'aria-label': 'Add content warning',
            onclick: () => {
              spoiler.hidden = !spoiler.hidden;
              update();
            },
          }, 'CW')),
        counter,
        h('div', { class: 'compose-form__submit' }, submit))));

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (submit.disabled) return;
    recordPost(textarea.value);
    textarea.value = '';
    autosize(textarea);
    update();
  });
  return { form, textarea, update };
}

const { form, textarea, update } = composeForm();
document.querySelector('#mastodon').append(
  ...(kind === 'post' ? [form, status(BRAND, true)] : [status(BRAND, true), ...thread.slice(0, 2).map((person) => status(person)), form, status(thread[2])]),
);
shell('Mastodon');
exposeTextarea('compose', textarea, update);
