// How an extension leaves a browser while pages are open: switched off, reloaded, updated, removed. And what is there of
// it afterwards.

import { inFirefox } from './realm.mjs';

/** The id of the session's extension. */
const idOf = (session) => (session.name === 'chromium' ? new URL(session.extensionUrl('')).host : 'cuecard@cuecard.example');

/** Runs an expression in Firefox, with `addon` at hand. */
const withAddon = (session, expression) =>
  inFirefox(session, `
    const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    const addon = await AddonManager.getAddonByID(${JSON.stringify(idOf(session))});
    ${expression}`);

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
    session.name === 'chromium' ? inChromium(session, (id) => chrome.management.setEnabled(id, false)) : withAddon(session, 'await addon.disable();'),
  reloaded: (session) =>
    session.name === 'chromium' ? inChromium(session, reloadInChromium) : withAddon(session, 'await addon.reload();'),
  // What an update does: the new one is installed over the old one.
  updated: (session) => session.browser.installExtension(session.extensionDir),
  removed: (session) => session.browser.uninstallExtension(idOf(session)),
};

/** Switches the extension on again. */
export const switchOn = (session) =>
  session.name === 'chromium' ? inChromium(session, (id) => chrome.management.setEnabled(id, true)) : withAddon(session, 'await addon.enable();');
