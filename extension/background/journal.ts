// The journal has one writer: several cards may have something to note at the same time, and storage knows no appending.
// What a line says is Rust's (crates/journal); here lines are only put behind each other.

/** With a playbook's id, where that has one. */
const KEY = /^journal:(\d{1,20}:)?\d{4}-\d{2}$/;
/** Longer lines are no entries. */
const LONGEST = 4000;

let turn: Promise<unknown> = Promise.resolve();

/** Adds a line to a month's journal. Only the extension's own pages may: a content script stands in the site's page. */
export function note(key: unknown, line: unknown, sender: webext.Sender): Promise<void> {
  const ours = sender.id === chrome.runtime.id && /^(chrome|moz)-extension:/.test(sender.url ?? '');
  if (!ours || typeof key !== 'string' || !KEY.test(key)) return Promise.resolve();
  if (typeof line !== 'string' || line.length > LONGEST || /[\r\n]/.test(line)) return Promise.resolve();
  const done = turn.then(() => append(key, line));
  turn = done.catch(() => undefined);
  return done;
}

async function append(key: string, line: string): Promise<void> {
  const held = (await chrome.storage.local.get(key))[key];
  await chrome.storage.local.set({ [key]: `${typeof held === 'string' ? held : ''}${line}\n` });
}
