// Rules that the person does not want to hear of again, by their ids. One writer, as for the journal: "Never again" and its
// taking back may follow each other quickly, and come from several cards.

const LONGEST = 200;

let turn: Promise<unknown> = Promise.resolve();

/** Remembers that a rule is not wanted (`on`), or wanted again. Only the extension's own pages may. */
export function hush(rule: unknown, on: unknown, sender: webext.Sender): Promise<void> {
  const ours = sender.id === chrome.runtime.id && /^(chrome|moz)-extension:/.test(sender.url ?? '');
  if (!ours || typeof rule !== 'string' || rule === '' || rule.length > LONGEST) return Promise.resolve();
  const done = turn.then(() => put(rule, on === true));
  turn = done.catch(() => undefined);
  return done;
}

async function put(rule: string, on: boolean): Promise<void> {
  const held = (await chrome.storage.local.get('never'))['never'];
  const rules = new Map(Object.entries(typeof held === 'object' && held !== null ? held : {}));
  if (on) rules.set(rule, true);
  else rules.delete(rule);
  await chrome.storage.local.set({ never: Object.fromEntries(rules) });
}
