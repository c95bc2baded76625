// A modal dialog the way the sites make one: a `div[role=dialog]` over a dimmed page, not a <dialog> element, so the
// extension's card has to find its own way on top of it.

import { h } from './dom.js';
import { icon } from './icons.js';

/** Opens a dialog and gives the function that closes it. `onclose` runs however it is closed. */
export function dialog({ title, label, labelledby, testid, extraClass, onclose }, ...children) {
  const close = () => {
    backdrop.remove();
    onclose?.();
  };
  const backdrop = h('div', { class: 'demo-backdrop' },
    h('div', {
      role: 'dialog',
      'aria-modal': 'true',
      'aria-label': labelledby ? null : label,
      'aria-labelledby': labelledby,
      class: `demo-dialog ${extraClass ?? ''}`.trim(),
    },
      h('div', { 'data-testid': testid, class: 'demo-dialog-body' },
        h('div', { class: 'demo-dialog-head' },
          h('h2', { id: labelledby }, title),
          h('button', { type: 'button', class: 'tool', 'aria-label': 'Close', onclick: () => close() }, icon('close'))),
        children)));
  document.body.append(backdrop);
  return close;
}
