// Carries out one edit: verify → select → wait until the editor has heard → write → let it settle → read back. What
// was planned is compared with what the composer holds afterwards. Where it differs, one undo, and no second attempt:
// trying another way on top of a first has lost people's drafts.

import { nextFrame } from './dom.js';
import type { ComposerInfo, Outcome, ToDriver } from './generated/wire.js';
import { Person } from './person.js';
import { read } from './reader.js';
import { hasFocus, select, selectAndWait, selectionIn, type Span } from './selection.js';
import { apply, GROUPS, undo } from './techniques.js';
import type { Teardown } from './teardown.js';
import { isFirefox } from './webext.js';
import { ours, same } from './written.js';

export type EditRequest = Extract<ToDriver, { type: 'edit' }>;

/** How long an editor may take to show what was written (ms). */
const SETTLED_WITHIN = 400;

/** By which an editor hears of a text that comes. */
const EVENTS = ['beforeinput', 'paste'] as const;

/** What an edit has to know of the composer besides its element. */
export interface Circumstances {
  readonly editor: ComposerInfo['editor'];
  /** The selection to go back to if nothing comes of it, when the composer has lost it. */
  readonly restore: Span | null;
  /** Whom the page posts as, now. */
  readonly account: () => string;
  /** When the draft last changed (`performance.now()`). */
  readonly changedAt: number;
  /** Ends with the edit, or before it with the composer. */
  readonly teardown: Teardown;
}

/** Writes into the composer. */
export async function carryOut(element: HTMLElement, request: EditRequest, given: Circumstances): Promise<Outcome> {
  // At once: whatever is typed after the click is meant for the draft. Who goes elsewhere during the pause stays there.
  if (!hasFocus(element)) element.focus({ preventScroll: true });
  await pause((GROUPS[given.editor] ?? 0) - (performance.now() - given.changedAt));
  const person = new Person(given.teardown);
  const before = read(element).text;
  const theirs = (): boolean => given.account() === request.account;
  if (!stands(before, request) || !theirs()) return 'stale';
  // A site may unfold its composer when it gets the focus. And what the editor itself has just selected must have been
  // heard: two selections of one task make one event, which Lexical takes for its own and passes over.
  await nextFrame();
  const fresh = read(element);
  const caret = given.restore ?? selectionIn(element, fresh);
  const giveUp = (outcome: Outcome): Outcome => {
    if (caret) caretTo(element, caret, person);
    return outcome;
  };
  if (fresh.text !== before || !element.isConnected || !hasFocus(element)) return giveUp('stale');
  const { start, end } = request;
  // Plain text in the place of a mention would be no mention any more.
  if (fresh.sealedIn(start, end)) return giveUp('rolled-back');
  const took = await selectAndWait(element, fresh, { start, end });
  if (read(element).text !== before || !hasFocus(element) || !theirs()) return giveUp('stale');
  if (!took) return giveUp('rolled-back');

  const planned = before.slice(0, start) + request.insert + before.slice(end);
  const write = (): void => apply(element, request.technique, request.insert, isFirefox());
  if (!person.apart(() => underWatch(element, before, { start, end }, write))) return giveUp('stale');
  const { text: after, stood } = await settled(element, planned, person);
  // Once it stood there, whatever the person does to it is theirs.
  if (same(after, planned) || (stood && person.acted)) {
    const behind = start + request.insert.length;
    caretTo(element, { start: behind, end: behind }, person);
    return 'applied';
  }
  if (same(after, before)) return giveUp('rolled-back');
  // It was written, and then the page made something else of it, or took it all away, or the person went on before the
  // editor was done: an undo would undo their doing.
  if (stood || after === '' || !ours(after, before, request) || !element.isConnected || person.acted) return 'differs';
  person.apart(() => undo(element, given.editor));
  return giveUp(same((await settled(element, before, person)).text, before) ? 'rolled-back' : 'differs');
}

/**
 * Writes, with a last look where the editor takes the event: a listener of the page's may change the draft just before.
 * False when nothing was let through. Only the first event is looked at; those of further lines find our own first line.
 */
function underWatch(element: HTMLElement, text: string, span: Span, write: () => void): boolean {
  let through = true;
  const look = (event: Event): void => {
    stop();
    const reading = read(element);
    const at = selectionIn(element, reading);
    through = reading.text === text && at?.start === span.start && at.end === span.end;
    if (through) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const stop = (): void => EVENTS.forEach((type) => element.removeEventListener(type, look, true));
  EVENTS.forEach((type) => element.addEventListener(type, look, true));
  try {
    write();
  } finally {
    stop();
  }
  return through;
}

async function pause(ms: number): Promise<void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
}

/** Whether the draft still holds what the edit was made for. */
function stands(text: string, { start, end, expect }: EditRequest): boolean {
  return start <= end && end <= text.length && text.slice(start, end) === expect;
}

/**
 * Reads the draft once it is what it should be and stays so for a frame (Draft.js and Lexical render later, and a
 * controlled field may be set back), or once the person goes on with it, or when the time is over. `stood` when it was so
 * for a moment, however short: it is looked at whenever the page's nodes change.
 */
async function settled(element: HTMLElement, wanted: string, person: Person): Promise<{ text: string; stood: boolean }> {
  const end = performance.now() + SETTLED_WITHIN;
  let stood = false;
  const look = (): string => {
    const { text } = read(element);
    stood ||= same(text, wanted);
    return text;
  };
  const changes = new MutationObserver(look);
  changes.observe(element, { childList: true, characterData: true, subtree: true });
  try {
    let text = look();
    do {
      const held = same(text, wanted);
      await nextFrame();
      text = look();
      if ((held && same(text, wanted)) || (stood && person.acted)) break;
    } while (performance.now() < end);
    return { text, stood };
  } finally {
    changes.disconnect();
  }
}

/**
 * Puts the caret where it belongs after an edit, unless the person has gone on: there, or elsewhere, where they have the
 * focus now. (A selection inside an editable takes the focus in Firefox.)
 */
function caretTo(element: HTMLElement, span: Span, person: Person): void {
  if (person.acted || !hasFocus(element)) return;
  const reading = read(element);
  const now = selectionIn(element, reading);
  if (now?.start === span.start && now.end === span.end) return;
  const within = (at: number): number => Math.min(at, reading.text.length);
  select(element, reading, { ...span, start: within(span.start), end: within(span.end) });
}
