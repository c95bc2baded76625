// Starts the WASM of card.html. A module of its own, for the page's CSP allows no inline script.

import init from './card.js';

await init({ module_or_path: new URL('card_bg.wasm', import.meta.url) });
