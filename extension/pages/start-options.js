// Starts the WASM of options.html. A module of its own, for the page's CSP allows no inline script.

import init from './options.js';

await init({ module_or_path: new URL('options_bg.wasm', import.meta.url) });
