// Style sheets that live as long as the extension. Only Firefox asks for them (see content/livery.ts): it ends a content
// script without a word, but takes away what was inserted for it.

const LONGEST = 4000;

/** Inserts a sheet into the frame that asks, or takes it out again. */
async function change(css: unknown, sender: webext.Sender, method: 'insertCSS' | 'removeCSS'): Promise<{ ok: boolean }> {
  const tabId = sender.tab?.id;
  const { frameId } = sender;
  if (typeof css !== 'string' || css.length > LONGEST || tabId === undefined || frameId === undefined) return { ok: false };
  await chrome.scripting[method]({ target: { tabId, frameIds: [frameId] }, css, origin: 'USER' });
  return { ok: true };
}

export const wear = (css: unknown, sender: webext.Sender): Promise<{ ok: boolean }> => change(css, sender, 'insertCSS');
export const shed = (css: unknown, sender: webext.Sender): Promise<{ ok: boolean }> => change(css, sender, 'removeCSS');
