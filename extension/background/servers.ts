// Servers that the person added on the options page (an instance of Mastodon, say). The storage says which; the browser
// says which of them it permits. From both follows where the driver runs: that is registered, and kept right whenever
// one of them changes, after an update of the extension (which drops what was registered) and when the browser starts.

const SCRIPT = 'servers';
const FILE = 'content.js';

const pattern = (host: string): string => `https://${host}/*`;

/** Changes are made one after the other: each looks anew at what is, so the last one leaves it right. */
let turn: Promise<unknown> = Promise.resolve();

/** Brings the registration in line with the list and the permissions. */
export function reconcile(): Promise<void> {
  const result = turn.then(bringInLine);
  turn = result.catch(() => undefined);
  return result;
}

async function bringInLine(): Promise<void> {
  const wanted = await permitted();
  const [registered] = await chrome.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  const before = registered?.matches ?? [];
  if (wanted.length === before.length && wanted.every((match) => before.includes(match))) return;
  if (registered) await chrome.scripting.unregisterContentScripts({ ids: [SCRIPT] });
  if (wanted.length === 0) return;
  await chrome.scripting.registerContentScripts([
    {
      id: SCRIPT,
      matches: wanted,
      js: [FILE],
      allFrames: true,
      matchOriginAsFallback: true,
      runAt: 'document_idle',
      persistAcrossSessions: true,
    },
  ]);
  await beginInOpenPages(wanted.filter((match) => !before.includes(match)));
}

/**
 * The person took a permission back in the browser's own settings: the list follows, so that it says what is true, and
 * the driver leaves the pages of that server.
 */
export async function forgetForbidden(): Promise<void> {
  const { servers } = await chrome.storage.local.get('servers');
  if (typeof servers !== 'object' || servers === null) return;
  const may = await permitted();
  const left = Object.entries(servers).filter(([host]) => may.includes(pattern(host)));
  if (left.length < Object.keys(servers).length) await chrome.storage.local.set({ servers: Object.fromEntries(left) });
}

/** Patterns of the servers on the list that the browser lets us into. */
async function permitted(): Promise<string[]> {
  const { servers } = await chrome.storage.local.get('servers');
  if (typeof servers !== 'object' || servers === null) return [];
  const all = Object.keys(servers).map(pattern);
  const may = await Promise.all(all.map((match) => chrome.permissions.contains({ origins: [match] })));
  return all.filter((_, i) => may[i]);
}

/** Pages of a new server that are open already need no reload. A driver that is there leaves the second one alone. */
async function beginInOpenPages(matches: string[]): Promise<void> {
  if (matches.length === 0) return;
  for (const tab of await chrome.tabs.query({ url: matches })) {
    if (tab.id === undefined) continue;
    await chrome.scripting
      .executeScript({ target: { tabId: tab.id, allFrames: true }, files: [FILE] })
      // A page that went away meanwhile, or one that shows an error.
      .catch(() => undefined);
  }
}
