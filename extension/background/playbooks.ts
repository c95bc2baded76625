// The stored playbooks. `playbooks` is the index: one line a playbook, with its id, brand, accounts and when it was saved,
// and which of them holds where no account tells. Each document stands under a key of its own, with its compiled form, so
// that a card reads only the one that it needs. The first that was ever saved has the empty id, and so the key of the
// versions that knew one playbook only. One writer: what is read, changed and written back must not meet another change.
//
// What a line says is Rust's (crates/app/src/shell/books.rs).

const INDEX = 'playbooks';
const ID = /^\d{0,20}$/;

const document = (id: string): string => (id === '' ? 'playbook' : `playbook:${id}`);

interface Entry {
  readonly id: string;
}

interface Index {
  readonly preferred: string;
  readonly list: Entry[];
  /** Lines of those that were taken out: what is remembered for them waits for them. */
  readonly removed: Entry[];
}

interface Stored {
  readonly source: string;
  readonly compiled: string;
}

/** A change, by what is given of it. */
export interface Change {
  /** A playbook's line, which is new or replaces that with the same id; and its document, if that changes. */
  readonly entry?: unknown;
  readonly document?: unknown;
  /** Id of the playbook that goes. */
  readonly remove?: unknown;
  /** Id of the playbook that holds where no account tells. */
  readonly prefer?: unknown;
  /** Id of the playbook whose document is packed anew, if it is still this one. */
  readonly repack?: unknown;
  readonly source?: unknown;
  readonly compiled?: unknown;
}

const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && 'id' in value && isId(value.id);

const isStored = (value: unknown): value is Stored =>
  typeof value === 'object' &&
  value !== null &&
  'source' in value &&
  typeof value.source === 'string' &&
  'compiled' in value &&
  typeof value.compiled === 'string';

let turn: Promise<unknown> = Promise.resolve();

/** Changes what is stored; whether it is. Only the extension's own pages may. */
export function shelve(change: Change, sender: webext.Sender): Promise<{ ok: boolean }> {
  const ours = sender.id === chrome.runtime.id && /^(chrome|moz)-extension:/.test(sender.url ?? '');
  if (!ours) return Promise.resolve({ ok: false });
  const done = turn.then(() => carryOut(change));
  turn = done.catch(() => undefined);
  return done.then((ok) => ({ ok }));
}

function carryOut(change: Change): Promise<boolean> {
  const { entry, remove, prefer, repack, source, compiled } = change;
  if (isEntry(entry)) return save(entry, change.document);
  if (isId(remove)) return takeOut(remove);
  if (isId(prefer)) return choose(prefer);
  if (isId(repack) && isStored({ source, compiled })) return packAnew(repack, { source, compiled } as Stored);
  return Promise.resolve(false);
}

const lines = (held: unknown): Entry[] => (Array.isArray(held) ? held.filter(isEntry) : []);

const without = (entries: readonly Entry[], id: string): Entry[] => entries.filter((line) => line.id !== id);

async function index(): Promise<Index> {
  const held = (await chrome.storage.local.get(INDEX))[INDEX] as { [name in keyof Index]?: unknown } | undefined;
  const preferred = held?.preferred;
  return { preferred: isId(preferred) ? preferred : '', list: lines(held?.list), removed: lines(held?.removed) };
}

/** Both in one write: a line without its document, or a document without a line, would be seen by the cards. */
async function save(entry: Entry, saved: unknown): Promise<boolean> {
  if (saved !== undefined && !isStored(saved)) return false;
  const { preferred, list, removed } = await index();
  const known = list.some(({ id }) => id === entry.id);
  const changed: Index = {
    preferred: list.length === 0 ? entry.id : preferred,
    list: known ? list.map((line) => (line.id === entry.id ? entry : line)) : [...list, entry],
    removed: without(removed, entry.id),
  };
  await chrome.storage.local.set({ [INDEX]: changed, ...(saved === undefined ? {} : { [document(entry.id)]: saved }) });
  return true;
}

async function takeOut(id: string): Promise<boolean> {
  const { preferred, list, removed } = await index();
  const left = without(list, id);
  const changed: Index = {
    preferred: left.some((line) => line.id === preferred) ? preferred : (left[0]?.id ?? ''),
    list: left,
    removed: [...without(removed, id), ...list.filter((line) => line.id === id)],
  };
  // In one write: the first, found without a line, would be taken for one that an earlier version has saved.
  await chrome.storage.local.set({ [INDEX]: changed, [document(id)]: null });
  await chrome.storage.local.remove(document(id));
  return true;
}

async function choose(id: string): Promise<boolean> {
  const before = await index();
  if (!before.list.some((line) => line.id === id)) return false;
  await chrome.storage.local.set({ [INDEX]: { ...before, preferred: id } });
  return true;
}

async function packAnew(id: string, { source, compiled }: Stored): Promise<boolean> {
  const key = document(id);
  const held = (await chrome.storage.local.get(key))[key];
  if (typeof held !== 'object' || held === null || (held as Partial<Stored>).source !== source) return false;
  await chrome.storage.local.set({ [key]: { ...held, compiled } });
  return true;
}
