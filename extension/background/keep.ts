// What cards and pages remember by name: where the card was put on a host, whether Cuecard is off there, favourites, what
// was used last. One writer: two tabs that read a list, change it and write it back at the same time would lose one change.

/** What is kept so: an object each, from a host or the id of a text to what is remembered of it; of texts for each playbook. */
const KEY = /^(places|sites|(favourites|used)(:\d{1,20})?)$/;
const LONGEST = 200;
/** Of what was used, only the latest are ever shown. */
const LATEST = 50;

let turn: Promise<unknown> = Promise.resolve();

/** Remembers something by its name; nothing forgets it. Only the extension's own pages may. */
export function keep(key: unknown, name: unknown, value: unknown, sender: webext.Sender): Promise<void> {
  const ours = sender.id === chrome.runtime.id && /^(chrome|moz)-extension:/.test(sender.url ?? '');
  if (!ours || typeof key !== 'string' || !KEY.test(key)) return Promise.resolve();
  if (typeof name !== 'string' || name === '' || name.length > LONGEST) return Promise.resolve();
  const done = turn.then(() => put(key, name, value));
  turn = done.catch(() => undefined);
  return done;
}

async function put(key: string, name: string, value: unknown): Promise<void> {
  const held = (await chrome.storage.local.get(key))[key];
  const all = new Map<string, unknown>(Object.entries(typeof held === 'object' && held !== null ? held : {}));
  if (value === undefined || value === null) all.delete(name);
  else all.set(name, value);
  await chrome.storage.local.set({ [key]: Object.fromEntries(key.startsWith('used') ? latest(all) : all) });
}

/** The entries with the latest times. */
function latest(all: Map<string, unknown>): [string, unknown][] {
  const when = (at: unknown): number => (typeof at === 'number' ? at : 0);
  return [...all].sort(([, a], [, b]) => when(b) - when(a)).slice(0, LATEST);
}
