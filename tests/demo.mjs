// The demo with a window: a browser with the extension on the demo pages, until it is closed.
//
//   cargo xtask demo [--browser firefox]

import { bundleDemo } from './harness/bundle.mjs';
import { launch } from './harness/browsers.mjs';
import { extensionDir } from './harness/extension.mjs';
import { startServer } from './harness/server.mjs';

const browser = process.argv[2] === 'firefox' ? 'firefox' : 'chromium';

await bundleDemo();
const server = await startServer();
const session = await launch({ browser, extensionDir: extensionDir(browser), port: server.port, headless: false });
await session.newPage('https://cuecard.demo/');

console.log(`
The demo pages are open in ${browser}. They stand under the sites' own names, but only here, and nothing is sent.

Try:
  1. X, "New post": type  Our ER is open all night  and click the underlined word, or press Alt+. in it.
  2. Facebook, comment "Long wait": click into the reply box under it. Press "Put into reply", then Ctrl+Z.
  3. LinkedIn: type  Thank you for trusting us with your care  as a reply. It confirms that somebody is a patient.
  4. X, as the page opens (comment "Self-harm"): click into the reply box. The card says whom to call.

Branded Chrome does not take extensions from the command line: open chrome://extensions, switch on
"Developer mode", choose "Load unpacked" and take the folder dist/chromium.

Close the browser to end the demo.`);

await new Promise((resolve) => session.browser.once('disconnected', resolve));
await session.close();
await server.close();
