// X: Draft.js editors. The inline reply stands right after the article that it answers; "New post" and "Reply" open the
// modal composer. Of the editors here Draft.js bears the least: no foreign nodes, and no text set from outside.

import { ContentState, Editor, EditorState } from 'draft-js';
import { useEffect, useRef, useState } from 'react';
import { render } from 'react-dom';
import { expose, makeCurrent, withdraw } from './lib/editors.js';
import { Avatar, Icon, Tool } from './lib/react.jsx';
import { recordPost } from './lib/posted.js';
import { BRAND, comment, kind, thread } from './lib/scenarios.js';
import { shell } from './lib/shell.js';

const plain = (state) => state.getCurrentContent().getPlainText('\n');

function offset(state, key, at) {
  let total = at;
  for (const block of state.getCurrentContent().getBlocksAsArray()) {
    if (block.getKey() === key) return total;
    total += block.getLength() + 1;
  }
  return total;
}

function selectionOffsets(state) {
  const selection = state.getSelection();
  if (!selection.getHasFocus()) return null;
  return [
    offset(state, selection.getStartKey(), selection.getStartOffset()),
    offset(state, selection.getEndKey(), selection.getEndOffset()),
  ];
}

function Composer({ name, modal, placeholder, action, onPosted }) {
  const [state, setState] = useState(() => EditorState.createEmpty());
  const root = useRef(null);
  const current = useRef(state);
  current.current = state;

  const change = (next) => {
    current.current = next;
    setState(next);
  };
  useEffect(() => {
    expose(name, {
      kind: 'draft',
      dom: () => root.current?.querySelector('[contenteditable]'),
      read: () => plain(current.current),
      set: (text) => {
        const fresh = EditorState.createWithContent(ContentState.createFromText(text, '\n'));
        const focused = current.current.getSelection().getHasFocus();
        change(focused ? EditorState.moveFocusToEnd(fresh) : EditorState.moveSelectionToEnd(fresh));
      },
      selectionOffsets: () => selectionOffsets(current.current),
      undoDepth: () => current.current.getUndoStack().size,
    });
    if (modal) makeCurrent(name);
    return () => withdraw(name);
  }, []);

  const empty = plain(state).trim() === '';
  const submit = () => {
    if (empty) return;
    recordPost(plain(state));
    change(EditorState.createEmpty());
    onPosted?.();
  };
  return (
    <div className="x-composer" ref={root}>
      <Avatar person={BRAND} />
      <div className="x-composer-main">
        <label data-testid="tweetTextarea_0_label">
          <div data-testid="tweetTextarea_0RichTextInputContainer" className="editable">
            <Editor
              editorState={state}
              onChange={change}
              placeholder={placeholder}
              ariaLabel="Post text"
              ariaMultiline
              role="textbox"
              spellCheck
              stripPastedStyles
              webDriverTestID="tweetTextarea_0"
            />
          </div>
        </label>
        <div data-testid="toolBar" role="group" className="toolbar">
          <span className="tools"><Tool name="image" label="Add photos or video" /><Tool name="list" label="Add poll" /><Tool name="smile" label="Add emoji" /></span>
          <button type="button" className="submit" data-testid={modal ? 'tweetButton' : 'tweetButtonInline'} disabled={empty} aria-disabled={empty} onClick={submit}>{action}</button>
        </div>
      </div>
    </div>
  );
}

function Tweet({ person, onReply }) {
  const profile = `/${person.handle}`;
  return (
    <article data-testid="tweet" role="article" tabIndex={0} className="x-tweet">
      <Avatar person={person} />
      <div>
        <div data-testid="User-Name" className="x-name">
          <a role="link" href={profile}><strong>{person.name}</strong></a>{' '}
          <a role="link" href={profile} tabIndex={-1}>@{person.handle}</a>
          <span aria-hidden="true"> · </span>
          <a role="link" href={`${profile}/status/${person.id ?? '1990000000000000001'}`}><time dateTime={person.at}>{person.when}</time></a>
        </div>
        <div data-testid="tweetText" dir="auto" lang="en">{person.post ?? person.text}</div>
        {onReply && (
          <div role="group" className="x-actions">
            <button type="button" className="tool" data-testid="reply" aria-label="Reply" onClick={() => onReply(person)}><Icon name="reply" /></button>
            <button type="button" className="tool" data-testid="retweet" aria-label="Repost"><Icon name="repeat" /></button>
            <button type="button" className="tool" data-testid="like" aria-label="Like"><Icon name="heart" /></button>
          </div>
        )}
      </div>
    </article>
  );
}

function Modal({ parent, onClose }) {
  return (
    <div className="demo-backdrop">
      <div role="dialog" aria-modal="true" aria-labelledby="modal-header" className="demo-dialog">
        <div className="demo-dialog-head">
          <h2 id="modal-header">{parent ? 'Reply' : 'New post'}</h2>
          <button type="button" className="tool" data-testid="app-bar-close" aria-label="Close" onClick={onClose}><Icon name="close" /></button>
        </div>
        {parent && <Tweet person={parent} />}
        <Composer name="modal" modal placeholder={parent ? 'Post your reply' : 'What is happening?'} action={parent ? 'Reply' : 'Post'} onPosted={onClose} />
      </div>
    </div>
  );
}

function Page() {
  const [modal, setModal] = useState(kind === 'post' ? { parent: null } : null);
  const reply = (parent) => setModal({ parent });
  return (
    <>
      <section className="card x-feed" aria-label="Conversation">
        <div className="x-head">
          <h2>Post</h2>
          <button type="button" className="submit" data-testid="SideNav_NewTweet_Button" onClick={() => setModal({ parent: null })}>New post</button>
        </div>
        <div data-testid="cellInnerDiv"><Tweet person={BRAND} onReply={reply} /></div>
        <div data-testid="cellInnerDiv"><Tweet person={thread[0]} onReply={reply} /></div>
        <div data-testid="cellInnerDiv">
          <Tweet person={comment} onReply={reply} />
          <div data-testid="inline_reply_offscreen"><Composer name="inline" placeholder="Post your reply" action="Reply" /></div>
        </div>
        <div data-testid="cellInnerDiv"><Tweet person={thread[2]} onReply={reply} /></div>
      </section>
      {modal && <Modal parent={modal.parent} onClose={() => setModal(null)} />}
    </>
  );
}

render(<Page />, document.querySelector('#app'), () => shell('X'));
