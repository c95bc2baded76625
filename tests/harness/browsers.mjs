// Starts Chromium or Firefox with a fresh profile and no network: every host name leads to the local server, so pages
// and extension run under the real addresses.
//
// What works with an extension's frame (the card: an extension page in an <iframe> in a closed shadow root), measured with
// puppeteer-core 24.43, Chromium 156 and Firefox ESR 153:
//   - Both: the frame is in page.frames(), though the page's own script cannot reach it. frame.evaluate (in the
//     extension's world, with chrome.* at hand), frame.$, frame.click, element.boundingBox (in page coordinates),
//     element.screenshot, page.keyboard into a focused field of the frame, and page.mouse.click at page coordinates all
//     work and give trusted events. Dark mode reaches the frame too.
//   - Firefox: frame.url() stays 'about:blank', because the frame changes process after it was announced. So a frame is
//     found by the address that it gives itself: extensionFrame() below does that in both.
//   - Chromium: a frame that the page's COEP blocks (/isolated) is there as 'chrome-error://chromewebdata/'.
//   - Extension pages in a tab: newPage(extensionUrl('options.html')) works in both. Firefox refuses the navigation without
//     --remote-allow-system-access, and then reports no load event (page.goto and page.reload time out; open() below
//     polls). It reports no console message and no exception of the extension's pages and frames either: only
//     Chromium's page.problems holds those.
//   - The background: in Chromium a 'service_worker' target of `browser`; in Firefox there is none, so ask it with
//     chrome.runtime.sendMessage from an extension page.

import { accessSync, constants } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { PATIENCE, until } from './report.mjs';

// Branded Chrome is missing on purpose: it refuses extensions that are not from its store.
const PROGRAMS = {
  chromium: { variable: 'CHROMIUM', names: ['chromium', 'chromium-browser'], package: 'chromium' },
  firefox: { variable: 'FIREFOX', names: ['firefox-esr', 'firefox'], package: 'firefox-esr' },
};

function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of the browser's program: the environment's word, else the first usual name on the PATH. */
export function findBrowser(browser) {
  const { variable, names, package: debian } = PROGRAMS[browser];
  const named = process.env[variable];
  if (named) {
    if (executable(named)) return named;
    throw new Error(`${variable}=${named} is no program: set it to the path of ${browser}, or unset it`);
  }
  const dirs = (process.env.PATH ?? '').split(delimiter);
  const found = names.flatMap((name) => dirs.map((dir) => join(dir, name))).find(executable);
  if (found) return found;
  throw new Error(`${browser} was not found: install it (Debian: apt-get install ${debian}) or set ${variable} to its path`);
}

// Where Chromium itself calls whatever its flags say. These names lead nowhere, so the server's record stays the record
// of pages and extension.
const CHROMIUM_OWN = ['accounts.google.com', 'clients*.google.com', '*.clients.google.com', '*.googleapis.com', '*.gvt1.com'].map((host) => `MAP ${host} ~NOTFOUND`);

const chromiumArgs = (port, dark) => [
  `--host-resolver-rules=${[...CHROMIUM_OWN, `MAP * 127.0.0.1:${port}`, 'EXCLUDE localhost'].join(', ')}`,
  '--disable-features=AutofillServerCommunication',
  '--disable-gpu',
  '--disable-quic',
  '--disable-component-update',
  '--no-first-run',
  // acceptInsecureCerts covers pages only; the extension's worker fetches too.
  '--ignore-certificate-errors',
  ...(dark ? ['--force-dark-mode'] : []),
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** Everything of Firefox's own that would ask for an address is off: each would land at the test's server. */
const firefoxPrefs = (port, dark) => ({
  'network.dns.forceResolve': '127.0.0.1',
  'network.socket.forcePort': `443=${port};80=${port}`,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.prefetch-next': false,
  'network.trr.mode': 5,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': '',
  'toolkit.telemetry.unified': false,
  'toolkit.telemetry.shutdownPingSender.enabled': false,
  'datareporting.usage.uploadEnabled': false,
  'app.normandy.enabled': false,
  'browser.safebrowsing.provider.google4.updateURL': '',
  'browser.safebrowsing.provider.mozilla.updateURL': '',
  'browser.region.network.url': '',
  'browser.region.update.enabled': false,
  'browser.topsites.contile.enabled': false,
  'browser.newtabpage.activity-stream.feeds.section.topstories': false,
  'browser.search.geoSpecificDefaults': false,
  'browser.contentblocking.database.enabled': false,
  'dom.push.connection.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.blocklist.enabled': false,
  'media.gmp-provider.enabled': false,
  'security.OCSP.enabled': 0,
  'security.remote_settings.crlite_filters.enabled': false,
  'security.remote_settings.intermediates.enabled': false,
  'signon.management.page.breach-alerts.enabled': false,
  // 0 is dark and 1 is light, for pages and for the extension's frames.
  'ui.systemUsesDarkTheme': dark ? 1 : 0,
  'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
});

// A fixed id in place of the random one that Firefox draws for each profile, so that a test knows the extension's addresses.
const FIREFOX_UUID = 'c0ecad00-0000-4000-8000-000000000001';

async function geckoId(extensionDir) {
  const manifest = JSON.parse(await readFile(join(extensionDir, 'manifest.json'), 'utf8'));
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`${extensionDir}/manifest.json has no browser_specific_settings.gecko.id, which Firefox needs`);
  return id;
}

/** The address that a frame gives itself, or '' while it cannot answer. */
const ownAddress = (frame) =>
  Promise.race([frame.evaluate(() => location.href).catch(() => ''), new Promise((resolve) => setTimeout(resolve, 1000, ''))]);

/** Goes to an address and waits until it is loaded. */
async function open(page, url) {
  if (!url.startsWith('moz-extension:')) return void (await page.goto(url, { waitUntil: 'load' }));
  // Firefox reports no events of an extension's page, its load event included.
  await page.goto(url, { waitUntil: [] });
  await until(() => page.evaluate(() => location.protocol === 'moz-extension:' && document.readyState === 'complete').catch(() => false), `loading ${url}`);
}

/**
 * Starts a browser whose every host name leads to `port` on this machine.
 *
 * `newPage(url)` opens a tab of the given size, and gives the page with `page.problems`: its console errors and
 * uncaught exceptions so far. `firefoxPrefs` are preferences of a test's own. `extensionUrl(path)` is an address inside the installed extension, and
 * `extensionFrame(page, path)` the frame of `page` that shows it, waiting for it to come.
 */
export async function launch({ browser: name, extensionDir: built, port, headless = true, dark = false, width = 1280, height = 900, firefoxPrefs: own = {} }) {
  const executablePath = findBrowser(name);
  const profile = await mkdtemp(join(tmpdir(), `cuecard-${name}-`));
  // A copy: a build that is made meanwhile must not change the extension under a running test.
  const extensionDir = built && join(profile, 'extension');
  if (built) await cp(built, extensionDir, { recursive: true });
  // A person's window keeps its own size; a test's page has the size that was asked for.
  const viewport = headless ? { width, height } : null;
  const common = { executablePath, headless, timeout: 2 * PATIENCE, protocolTimeout: 3 * PATIENCE, userDataDir: join(profile, 'profile'), acceptInsecureCerts: true, defaultViewport: viewport };

  let browser;
  let extensionOrigin;
  const close = async () => {
    await browser?.close().catch(() => browser.process()?.kill('SIGKILL'));
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };

  try {
    if (name === 'chromium') {
      browser = await puppeteer.launch({
        ...common,
        browser: 'chrome',
        pipe: true,
        enableExtensions: true,
        args: [...chromiumArgs(port, dark), `--window-size=${width},${height}`],
      });
    } else {
      const prefs = { ...firefoxPrefs(port, dark), ...own };
      if (extensionDir) {
        prefs['extensions.webextensions.uuids'] = JSON.stringify({ [await geckoId(extensionDir)]: FIREFOX_UUID });
      }
      browser = await puppeteer.launch({
        ...common,
        browser: 'firefox',
        // Without this variable a release build ignores the pref `services.settings.server`.
        env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
        extraPrefsFirefox: prefs,
        args: ['--remote-allow-system-access', '--width', String(width), '--height', String(height)],
      });
    }
    if (extensionDir) {
      const id = await browser.installExtension(extensionDir);
      extensionOrigin = name === 'chromium' ? `chrome-extension://${id}` : `moz-extension://${FIREFOX_UUID}`;
    }
  } catch (error) {
    await close();
    throw error;
  }

  return {
    name,
    browser,
    extensionDir,
    close,
    extensionUrl: (path) => `${extensionOrigin}/${path}`,
    extensionFrame: (page, path = '', options) =>
      until(
        async () => {
          for (const frame of page.frames().slice(1)) {
            // With a dynamic URL the host part is not the extension's id, so the path decides.
            const address = await ownAddress(frame);
            if (/^(chrome|moz)-extension:/.test(address) && new URL(address).pathname.startsWith(`/${path}`)) return frame;
          }
          return null;
        },
        `a frame of the extension with ${path || 'any page'}`,
        options,
      ),
    async newPage(url) {
      const page = await browser.newPage();
      page.setDefaultTimeout(PATIENCE);
      if (viewport) await page.setViewport(viewport);
      page.problems = [];
      page.on('console', (message) => message.type() === 'error' && page.problems.push(message.text()));
      page.on('pageerror', (error) => page.problems.push(String(error)));
      if (url) await open(page, url);
      return page;
    },
  };
}
