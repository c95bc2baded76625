// One-time numbers for the card. They live in the session storage, which survives the service worker's end and which
// no page and no content script can read.

/** A frame that is not there after this long will not come (ms). */
const LASTS = 60_000;

const PREFIX = 'nonce:';
const CARD = '/card.html';

interface Issued {
  readonly tab: number;
  readonly frame: number;
  readonly until: number;
}

const isIssued = (value: unknown): value is Issued =>
  typeof value === 'object' && value !== null && 'tab' in value && 'frame' in value && 'until' in value;

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** What a claim comes to: where the driver is, if the number was true. */
interface Claimed {
  readonly ok: boolean;
  readonly tab?: number;
  readonly frame?: number;
}

/** Claims are taken one after the other, so that two at once cannot both find the same number. */
let turn: Promise<unknown> = Promise.resolve();

/** A new number for the driver in a frame of a tab: a content script, and none of the extension's own pages. */
export async function issue(sender: webext.Sender): Promise<{ nonce?: string }> {
  const tab = sender.tab?.id;
  if (tab === undefined || sender.frameId === undefined || sender.id !== chrome.runtime.id || isOurs(sender)) return {};
  const nonce = hex(crypto.getRandomValues(new Uint8Array(16)));
  const issued: Issued = { tab, frame: sender.frameId, until: Date.now() + LASTS };
  await forgetOld();
  await chrome.storage.session.set({ [PREFIX + nonce]: issued });
  return { nonce };
}

/**
 * True once, for the card's page in the tab that the number was issued to. The card then speaks to the driver in the
 * frame that asked, and to no other; and that driver hears only who connects by the number.
 */
export function claim(nonce: unknown, sender: webext.Sender): Promise<Claimed> {
  const result = turn.then(() => take(nonce, sender));
  turn = result.catch(() => undefined);
  return result;
}

async function take(nonce: unknown, sender: webext.Sender): Promise<Claimed> {
  const tab = sender.tab?.id;
  if (typeof nonce !== 'string' || tab === undefined || !isCard(sender)) return { ok: false };
  const key = PREFIX + nonce;
  const issued = (await chrome.storage.session.get(key))[key];
  await chrome.storage.session.remove(key);
  if (!isIssued(issued) || issued.tab !== tab || issued.frame === sender.frameId || Date.now() > issued.until) return { ok: false };
  return { ok: true, tab, frame: issued.frame };
}

const OURS = ['chrome-extension:', 'moz-extension:'];

/** A page of an extension, and so of this one, under its static or its dynamic address. */
const isOurs = (sender: webext.Sender): boolean =>
  sender.url !== undefined && OURS.includes(new URL(sender.url).protocol);

/** The card's own page. */
const isCard = (sender: webext.Sender): boolean =>
  sender.id === chrome.runtime.id && isOurs(sender) && new URL(sender.url ?? '').pathname === CARD;

async function forgetOld(): Promise<void> {
  const all = await chrome.storage.session.get(null);
  const old = Object.keys(all).filter((key) => {
    const value = all[key];
    return key.startsWith(PREFIX) && isIssued(value) && value.until < Date.now();
  });
  if (old.length > 0) await chrome.storage.session.remove(old);
}
