// The page driver's beginning. It runs only on the hosts that the manifest lists. On a site that somebody switched off
// it attaches nothing to the page: it only waits for the switch.

import { Driver } from './driver.js';
import { removeLeftovers } from './leftovers.js';
import type { Platform } from './generated/platforms.js';
import { platformOf } from './platform.js';
import { Teardown } from './teardown.js';
import { alive, switchedOff } from './webext.js';

/** How long the card says that Cuecard is paused before everything is taken away (ms). */
const FAREWELL = 4000;

const host = location.hostname;

function run(platform: Platform): void {
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
    teardown = new Teardown();
    driver = new Driver(platform, teardown);
  };
  const leave = (): void => {
    driver?.pause();
    farewell = setTimeout(stop, FAREWELL);
  };

  const follow = async (): Promise<void> => {
    const stored = await chrome.storage.local.get('sites');
    if (!switchedOff(stored['sites'], host)) start();
  };

  chrome.storage.onChanged.addListener((changes, area) => {
    const sites = changes['sites'];
    if (area !== 'local' || !sites) return;
    const was = switchedOff(sites.oldValue, host);
    const off = switchedOff(sites.newValue, host);
    if (off && !was) leave();
    else if (!off && was) start();
  });
  // A page that comes back from the browser's cache gets a new card: the old one did not survive.
  addEventListener('pagehide', stop);
  addEventListener('pageshow', (event) => {
    if (event.persisted && alive()) void follow().catch(stop);
  });
  void follow().catch(stop);
}

const platform = platformOf(host);
if (platform) {
  removeLeftovers();
  run(platform);
}
