// The listeners that the extension's content script has in a page. A page's own script cannot see those of another world;
// Chromium's debugger can.

const TARGETS = ['window', 'document', 'document.documentElement', 'document.body', 'document.activeElement'];

/** Watches a page of Chromium; `list()` gives "target type" of each listener of ours, "(active)" where it may hold up a scroll. */
export async function watchListeners(page) {
  const cdp = await page.createCDPSession();
  const worlds = new Map();
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension:')) worlds.set(context.id, context);
  });
  cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => worlds.delete(executionContextId));
  await cdp.send('Runtime.enable');
  return {
    /** How many worlds of the extension there are: one a frame in which its driver was started. */
    worlds: () => worlds.size,
    async list() {
      const found = [];
      for (const contextId of worlds.keys()) {
        for (const target of TARGETS) {
          const { result } = await cdp.send('Runtime.evaluate', { expression: target, contextId });
          if (!result.objectId) continue;
          const { listeners } = await cdp.send('DOMDebugger.getEventListeners', { objectId: result.objectId });
          for (const { type, passive } of listeners) found.push(`${target} ${type}${passive ? '' : ' (active)'}`);
        }
      }
      return found;
    },
  };
}
