// The soft gate. With errors open, and where the playbook says so, the card asks before the site's own submit goes
// through: the person's click or key is held in the capture phase, before the site sees it. Nothing is ever pressed
// here; once the person has decided, they submit again themselves, as on any other day.
//
// Whether the gate is closed is the card's decision. Open, it only tells that the submit was used.

import { find } from './dom.js';
import type { Composer } from './generated/platforms.js';
import { submitOf } from './geometry.js';
import type { Teardown } from './teardown.js';

export class Gate {
  /** Hold what submits. */
  closed = false;

  /** Listens while a composer is attached. Only what a person does counts: a page can press its own buttons. */
  constructor(
    private readonly element: HTMLElement,
    private readonly entry: Composer,
    private readonly used: (held: boolean) => void,
    teardown: Teardown,
  ) {
    const first = { capture: true, passive: false };
    teardown.listen<MouseEvent>(window, 'click', (event) => this.clicked(event), first);
    teardown.listen<KeyboardEvent>(window, 'keydown', (event) => this.pressed(event), first);
  }

  private clicked(event: MouseEvent): void {
    if (!event.isTrusted || event.button !== 0 || this.entry.submit === undefined) return;
    const submit = submitOf(this.element, this.entry.submit);
    if (submit && event.composedPath().includes(submit) && !isDisabled(submit)) this.pass(event);
  }

  private pressed(event: KeyboardEvent): void {
    if (!event.isTrusted || event.key !== 'Enter' || event.isComposing || event.repeat) return;
    if (!event.composedPath().includes(this.element)) return;
    // Ctrl+Enter, or Cmd+Enter, submits on most sites; Enter alone where the platform's entry says so.
    const submits = event.ctrlKey || event.metaKey || (this.entry.enterSubmits === true && !event.shiftKey);
    // A list that completes a name takes the key for itself.
    if (submits && !completes(this.element)) this.pass(event);
  }

  private pass(event: Event): void {
    const held = this.closed;
    if (held) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    this.used(held);
  }
}

const isDisabled = (control: Element): boolean => control.matches(':disabled, [aria-disabled="true"]');

/** Whether the editor shows a list of suggestions in which Enter chooses. */
function completes(element: Element): boolean {
  if (element.getAttribute('aria-expanded') === 'true') return true;
  const owned = element.getAttribute('aria-activedescendant');
  return owned !== null && owned !== '' && find(document, `#${CSS.escape(owned)}`) !== null;
}
