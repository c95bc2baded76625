// The background does a few small things and holds nothing in memory: it issues the nonce that ties a card's frame to the
// frame in which the driver made it, and confirms that nonce once; it registers the driver on the servers that the person
// added; in Firefox it inserts the driver's style sheets; it writes what several cards may remember; and it opens the
// options when the toolbar button is clicked or the card asks for them.

import { note } from './journal.js';
import { keep } from './keep.js';
import { shed, wear } from './livery.js';
import { hush } from './never.js';
import { claim, issue } from './nonces.js';
import { shelve, type Change } from './playbooks.js';
import { forgetForbidden, reconcile } from './servers.js';

interface Asked extends Change {
  readonly type?: unknown;
  readonly nonce?: unknown;
  readonly css?: unknown;
  readonly key?: unknown;
  readonly line?: unknown;
  readonly rule?: unknown;
  readonly on?: unknown;
  readonly why?: unknown;
  readonly name?: unknown;
  readonly value?: unknown;
}

/** Who may ask what: a question that is none of these has no answer. */
function answer(asked: Asked, sender: webext.Sender): Promise<unknown> | null {
  const { type, nonce, css, key, line, rule, on, why, name, value } = asked;
  switch (type) {
    case 'nonce':
      return issue(sender);
    case 'claim':
      return claim(nonce, sender);
    case 'wear':
      return wear(css, sender);
    case 'shed':
      return shed(css, sender);
    case 'journal':
      return note(key, line, sender);
    case 'never':
      return hush(key, rule, on, why, sender);
    case 'keep':
      return keep(key, name, value, sender);
    case 'playbook':
      return shelve(asked, sender);
    case 'options':
      return openOptions(sender);
    default:
      return null;
  }
}

/** For the card: in Firefox a frame in a page cannot open them itself. */
function openOptions({ id, url }: webext.Sender): Promise<unknown> {
  const ours = id === chrome.runtime.id && /^(chrome|moz)-extension:/.test(url ?? '');
  return ours ? chrome.runtime.openOptionsPage() : Promise.resolve();
}

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  if (typeof message !== 'object' || message === null || sender.id !== chrome.runtime.id) return undefined;
  const answered = answer(message as Asked, sender);
  if (!answered) return undefined;
  void answered.then(respond, () => respond({ ok: false }));
  return true;
});

chrome.action.onClicked.addListener(() => void chrome.runtime.openOptionsPage());

const inLine = (): void => void reconcile().catch(() => undefined);
chrome.runtime.onInstalled.addListener(inLine);
chrome.runtime.onStartup.addListener(inLine);
chrome.permissions.onAdded.addListener(inLine);
chrome.permissions.onRemoved.addListener(() => void forgetForbidden().then(inLine, inLine));
chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'local' && changes['servers']) inLine();
});
