// How a person asks for the card from the composer: a click on an underlined word, or Alt+. from anywhere in the page
// while a composer is attached; and Alt+, for the first reply, from the composer alone. Only trusted events count: a page
// cannot ask.

import { hasFocus } from './selection.js';
import type { Session } from './session.js';
import type { Teardown } from './teardown.js';

/** Listens while a composer is attached. */
export function listenForKeys(session: Session, teardown: Teardown): void {
  teardown.listen<KeyboardEvent>(
    window,
    'keydown',
    (event) => {
      if (!event.isTrusted || event.isComposing) return;
      const first = isShortcut(event, 'Comma') && hasFocus(session.element);
      if (!first && !isShortcut(event, 'Period')) return;
      // The site must not see it: it may have a shortcut of its own, and Option+. types a character on a Mac.
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!first) session.open(session.caret(), true);
      else if (!event.repeat) session.take();
    },
    { capture: true, passive: false },
  );
  teardown.listen<MouseEvent>(
    session.element,
    'click',
    (event) => {
      if (!event.isTrusted || event.button !== 0) return;
      const mark = session.markAt(event.clientX, event.clientY);
      if (mark) session.open(Math.min(Math.max(session.caret(), mark.start), mark.end), false);
    },
    { capture: true, passive: true },
  );
}

const isShortcut = (event: KeyboardEvent, code: string): boolean =>
  event.altKey && event.code === code && !event.ctrlKey && !event.metaKey && !event.shiftKey;
