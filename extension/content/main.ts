// The page driver's beginning. It runs only on the hosts that the manifest lists and on those that the person added, in
// pages and in the frames of the same site. Where it has no business, or somebody switched it off, it attaches nothing
// to the page: it only waits for the switch.

import { Driver } from './driver.js';
import { ownPage, siteOfPage } from './frames.js';
import { removeLeftovers } from './leftovers.js';
import { listedPlatform, platformFinder, type FindPlatform } from './platform.js';
import { Teardown } from './teardown.js';
import { alive, isAdded, switchedOff } from './webext.js';

/** How long the card says that Cuecard is paused before everything is taken away (ms). */
const FAREWELL = 4000;

declare global {
  /**
   * The document in which a driver runs: a second one, injected into an open page, leaves at once. A frame's first, empty
   * document hands its window on to the next, which has lost the listeners and needs a driver of its own.
   */
  var drivenDocument: Document | undefined;
}

const site = siteOfPage();
const { host } = site;
const page = document;

function run(find: FindPlatform, mayRun: (stored: Record<string, unknown>) => boolean): void {
  let teardown: Teardown | null = null;
  let driver: Driver | null = null;
  let farewell: ReturnType<typeof setTimeout> | undefined;

  const stop = (): void => {
    clearTimeout(farewell);
    teardown?.run();
    teardown = null;
    driver = null;
  };
  const start = (): void => {
    stop();
    if (page !== document) return;
    teardown = new Teardown();
    driver = new Driver(find, teardown, hidden);
    if (window !== window.parent) startAnew(teardown);
  };
  // A script that writes a frame's page (`document.open`) takes all listeners off it, and leaves the document what it was.
  const startAnew = (until: Teardown): void => {
    const written = new MutationObserver(() => {
      if (alive()) void follow().catch(stop);
      else stop();
    });
    written.observe(page, { childList: true });
    until.add(() => written.disconnect());
  };
  // A page that comes back from the browser's cache gets a new card: the old one did not survive.
  const hidden = (): void => {
    stop();
    const back = (event: PageTransitionEvent): void => {
      if (event.persisted && alive()) void follow().catch(stop);
    };
    addEventListener('pageshow', back, { once: true, passive: true });
  };
  const leave = (): void => {
    driver?.pause();
    farewell = setTimeout(stop, FAREWELL);
  };

  const follow = async (): Promise<void> => {
    if (mayRun(await chrome.storage.local.get(['sites', 'servers']))) start();
  };

  chrome.storage.onChanged.addListener((changes, area) => {
    if (area !== 'local') return;
    const { sites, servers } = changes;
    if (servers) {
      // The server was taken off the list, or came back to it.
      const listed = mayRun({ servers: servers.newValue });
      if (!listed) stop();
      else if (!teardown) void follow().catch(stop);
    }
    if (!sites) return;
    const was = switchedOff(sites.oldValue, host);
    const off = switchedOff(sites.newValue, host);
    if (off && !was) leave();
    else if (!off && was) void follow().catch(stop);
  });
  void follow().catch(stop);
}

if (globalThis.drivenDocument !== page && host !== '' && ownPage()) {
  globalThis.drivenDocument = page;
  removeLeftovers();
  const listed = listedPlatform(site);
  if (listed) run(() => listed, ({ sites }) => !switchedOff(sites, host));
  else run(platformFinder(), ({ sites, servers }) => isAdded(servers, host) && !switchedOff(sites, host));
}
