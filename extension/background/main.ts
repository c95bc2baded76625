// The background does three small things: it issues the nonce that ties a card's frame to the tab in which the driver
// made it, it confirms that nonce once, and it opens the options when the toolbar button is clicked.

import { claim, issue } from './nonces.js';

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, nonce } = message as { type?: unknown; nonce?: unknown };
  if (type === 'nonce') {
    void issue(sender).then(respond, () => respond({}));
    return true;
  }
  if (type === 'claim') {
    void claim(nonce, sender).then(respond, () => respond({ ok: false }));
    return true;
  }
  return undefined;
});

chrome.action.onClicked.addListener(() => void chrome.runtime.openOptionsPage());
