// The test bench: one editor, in the place that some platform of ours gives to an editor of its kind, so that the
// extension attaches to it as it would there. The address says which: `/bench?kind=draft&version=old`.

import { h } from './lib/dom.js';
import { MOUNTS } from './lib/mount/index.js';

const query = new URLSearchParams(location.search);
const kind = query.get('kind');

/** The attributes of the editable and the elements around it, as the platform's entry looks for them. */
const PLACES = {
  textarea: { around: () => h('form', { class: 'compose-form' }), attributes: { class: 'autosuggest-textarea__textarea' } },
  'react-textarea': { around: () => h('form', null), attributes: { 'aria-label': 'Add a comment…' } },
  contenteditable: { around: () => h('ytd-backstage-post-dialog-renderer', null), attributes: { id: 'contenteditable-root', 'aria-label': 'Add a comment...' } },
  draft: { around: () => h('div', null), attributes: { 'data-testid': 'tweetTextarea_0' } },
  lexical: { around: () => h('div', { role: 'dialog' }), attributes: { 'aria-label': 'What is on your mind?' } },
  quill: { around: () => h('div', { class: 'share-box-v2__modal' }), attributes: { role: 'textbox' } },
  prosemirror: { around: () => h('div', { 'data-testid': 'composePostView' }), attributes: {} },
  // No platform of ours has Slate: it stands where X has another editor, and must be known by itself.
  slate: { around: () => h('div', null), attributes: { 'data-testid': 'tweetTextarea_0' } },
};

const place = PLACES[kind];
const around = place.around();
const container = h('div', { class: kind === 'quill' ? 'ql-container' : null });
around.append(container);
document.querySelector('#bench').append(around);
MOUNTS[kind](query.get('version') ?? 'new', 'bench', container, { attributes: place.attributes });
