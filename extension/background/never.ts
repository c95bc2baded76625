// Rules that the person does not want to hear of again, by their ids. One writer, as for the journal: "Never again" and its
// taking back may follow each other quickly, and come from several cards.

/** With a playbook's id, where that has one. */
const KEY = /^never(:\d{1,20})?$/;
const LONGEST = 200;
/** Of a reason, which the person writes in their own words (UTF-16 units). */
const LONGEST_REASON = 500;

/** Why and when. Older entries are the reason alone, or `true`. */
interface Hushed {
  readonly why: string;
  /** A day, in the person's own time: `YYYY-MM-DD`. */
  readonly at: string;
}

let turn: Promise<unknown> = Promise.resolve();

/** Remembers that a rule is not wanted (`on`), or wanted again. Only the extension's own pages may. */
export function hush(key: unknown, rule: unknown, on: unknown, why: unknown, sender: webext.Sender): Promise<void> {
  const ours = sender.id === chrome.runtime.id && /^(chrome|moz)-extension:/.test(sender.url ?? '');
  if (!ours || typeof rule !== 'string' || rule === '' || rule.length > LONGEST) return Promise.resolve();
  if (typeof key !== 'string' || !KEY.test(key)) return Promise.resolve();
  const reason = typeof why === 'string' ? why.slice(0, LONGEST_REASON) : '';
  const done = turn.then(() => put(key, rule, on === true, reason));
  turn = done.catch(() => undefined);
  return done;
}

async function put(key: string, rule: string, on: boolean, why: string): Promise<void> {
  const held = (await chrome.storage.local.get(key))[key];
  const rules = new Map<string, unknown>(Object.entries(typeof held === 'object' && held !== null ? held : {}));
  if (on) rules.set(rule, { why, at: today() } satisfies Hushed);
  else rules.delete(rule);
  await chrome.storage.local.set({ [key]: Object.fromEntries(rules) });
}

function today(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
