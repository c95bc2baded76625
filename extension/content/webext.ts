// The extension's side of the page driver: its messages, addresses and whether it is still there.

import type { Teardown } from './teardown.js';

/** False once the extension was updated, switched off or removed while this page stayed open. */
export function alive(): boolean {
  try {
    return chrome.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

/** A text of the interface, from _locales. */
export function message(key: string): string {
  try {
    return chrome.i18n.getMessage(key);
  } catch {
    return '';
  }
}

/** Firefox takes other ways of writing than Chromium; its extensions have addresses of their own. */
export function isFirefox(): boolean {
  return chrome.runtime.getURL('').startsWith('moz-extension:');
}

/** A one-time number that ties the card's frame to this frame of this tab, or null when the extension is gone. */
export async function requestNonce(): Promise<string | null> {
  try {
    const answer = await chrome.runtime.sendMessage({ type: 'nonce' });
    const nonce = (answer as { nonce?: unknown } | undefined)?.nonce;
    return typeof nonce === 'string' ? nonce : null;
  } catch {
    return null;
  }
}

/** Has the background insert a style sheet into this document until the teardown; whether the browser let it. */
export async function insertStyles(css: string, teardown: Teardown): Promise<boolean> {
  try {
    const answer = await chrome.runtime.sendMessage({ type: 'wear', css });
    if ((answer as { ok?: unknown } | undefined)?.ok !== true) return false;
  } catch {
    return false;
  }
  teardown.add(() => {
    if (alive()) void chrome.runtime.sendMessage({ type: 'shed', css }).catch(() => undefined);
  });
  return true;
}

/** Whether the person added this server. `servers` is the value of that key in the local storage. */
export function isAdded(servers: unknown, host: string): boolean {
  return typeof servers === 'object' && servers !== null && Object.hasOwn(servers, host);
}

/** Whether somebody switched Cuecard off for `host`. `sites` is the value of that key in the local storage. */
export function switchedOff(sites: unknown, host: string): boolean {
  if (typeof sites !== 'object' || sites === null) return false;
  const site = (sites as Record<string, unknown>)[host];
  return typeof site === 'object' && site !== null && (site as { off?: unknown }).off === true;
}
