// How an extension leaves a browser while pages are open: switched off, reloaded, updated, removed. And what is there of
// it afterwards.

/** The id of the session's extension. */
const idOf = (session) => (session.name === 'chromium' ? new URL(session.extensionUrl('')).host : 'cuecard@cuecard.example');

/** Runs an expression in the browser's own realm; Firefox only. */
async function inFirefox(session, expression) {
  const { connection } = session.browser;
  const { result: tree } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { result } = await connection.send('script.evaluate', {
    expression: `(async () => {
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const addon = await AddonManager.getAddonByID(${JSON.stringify(idOf(session))});
      ${expression}
    })()`,
    target: { context: tree.contexts[0].context },
    awaitPromise: true,
  });
  if (result.type !== 'success') throw new Error(`the browser says ${JSON.stringify(result.exceptionDetails)}`);
}

/** Runs a function in Chromium's own page of extensions. */
async function inChromium(session, fn) {
  const page = await session.browser.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(fn, idOf(session));
  await page.close();
}

/** Without its developer mode Chromium leaves an unpacked extension switched off after it was reloaded. */
async function reloadInChromium(id) {
  await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
  await chrome.developerPrivate.reload(id, { failQuietly: true });
}

/** Ways in which the extension goes. After `removed` the session has none any more. */
export const LEAVING = {
  'switched off': (session) =>
    session.name === 'chromium' ? inChromium(session, (id) => chrome.management.setEnabled(id, false)) : inFirefox(session, 'await addon.disable();'),
  reloaded: (session) =>
    session.name === 'chromium' ? inChromium(session, reloadInChromium) : inFirefox(session, 'await addon.reload();'),
  // What an update does: the new one is installed over the old one.
  updated: (session) => session.browser.installExtension(session.extensionDir),
  removed: (session) => session.browser.uninstallExtension(idOf(session)),
};

/** Switches the extension on again. */
export const switchOn = (session) =>
  session.name === 'chromium' ? inChromium(session, (id) => chrome.management.setEnabled(id, true)) : inFirefox(session, 'await addon.enable();');
