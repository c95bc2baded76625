// Instagram: a React-controlled textarea for comments. "Reply" under a comment prefills `@user ` in the same textarea,
// and Enter submits, so a new line inside a comment is Shift+Enter. The caption of a new post is a Lexical editor.

import { useEffect, useRef, useState } from 'react';
import { render } from 'react-dom';
import { roleButton, h } from './lib/dom.js';
import { dialog } from './lib/dialog.js';
import { expose, makeCurrent, withdraw } from './lib/editors.js';
import { lexicalEditor } from './lib/lexical.js';
import { Avatar } from './lib/react.jsx';
import { recordPost } from './lib/posted.js';
import { BRAND, kind, thread } from './lib/scenarios.js';
import { shell } from './lib/shell.js';
import { autosize, textareaOffsets } from './lib/textarea.js';

function Person({ person, as: Tag = 'h3', text, children }) {
  return (
    <div className="ig-comment">
      <Avatar person={person} />
      <div className="ig-comment-body">
        <Tag className="ig-name"><a role="link" href={`/${person.handle}/`}>{person.handle}</a></Tag>{' '}
        <span dir="auto">{text}</span>
        <div className="meta"><time dateTime={person.at}>{person.when}</time>{children}</div>
      </div>
    </div>
  );
}

function CommentForm({ bind }) {
  const [value, setValue] = useState('');
  const field = useRef(null);
  const model = useRef('');
  model.current = value;
  bind.current = { field, model, setValue };

  useEffect(() => {
    expose('comment', {
      kind: 'react-textarea',
      newline: 'Shift+Enter',
      dom: () => field.current,
      read: () => model.current,
      set: setValue,
      selectionOffsets: () => textareaOffsets(field.current),
    });
  }, []);
  useEffect(() => autosize(field.current), [value]);

  const submit = (event) => {
    event?.preventDefault();
    if (value.trim() === '') return;
    recordPost(value);
    setValue('');
  };
  return (
    <form className="ig-form" method="POST" onSubmit={submit}>
      <textarea
        ref={field}
        aria-label="Add a comment…"
        placeholder="Add a comment…"
        autoComplete="off"
        rows={1}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) submit(event);
        }}
      />
      <div role="button" tabIndex={0} className="ig-post" aria-disabled={value.trim() === ''} onClick={submit}>Post</div>
    </form>
  );
}

function Post() {
  const bind = useRef(null);
  const reply = (person) => {
    bind.current.setValue(`@${person.handle} `);
    bind.current.field.current.focus();
  };
  return (
    <article className="card ig-article">
      <header>
        <Avatar person={BRAND} />
        <a role="link" className="ig-name" href="/wrenfieldhealth/">wrenfieldhealth</a>
      </header>
      <div className="ig-photo" role="img" aria-label="Picture: a poster for the flu clinic on Saturday">Flu clinic<br />Saturday 9 to 1</div>
      <div className="ig-thread">
        <Person person={{ ...BRAND, handle: 'wrenfieldhealth' }} as="h2" text={<h1>{BRAND.post}</h1>} />
        <ul>
          {thread.map((person) => (
            <li key={person.id}>
              <Person person={person} text={person.text}>
                <button type="button" className="ig-reply" onClick={() => reply(person)}>Reply</button>
              </Person>
            </li>
          ))}
        </ul>
      </div>
      <CommentForm bind={bind} />
    </article>
  );
}

/** The dialog of a new post: the caption, with "Share" as a text-only button. */
function captionDialog() {
  const content = h('div', {
    class: 'editable',
    contenteditable: 'true',
    role: 'textbox',
    'aria-label': 'Write a caption...',
    'aria-placeholder': 'Write a caption...',
    'data-lexical-editor': 'true',
    tabindex: '0',
  });
  const editor = lexicalEditor('caption', content);
  const close = dialog({ title: 'Create new post', label: 'Create new post', onclose: () => withdraw('caption') },
    h('div', { class: 'ig-caption' }, content),
    h('div', { class: 'toolbar' }, h('span', { class: 'tools' }),
      roleButton({ class: 'submit' }, () => {
        recordPost(editor.read());
        close();
      }, 'Share')));
  makeCurrent('caption');
}

render(<Post />, document.querySelector('#app'), () => {
  shell('Instagram');
  if (kind === 'post') captionDialog();
});
