// The first script of every extension page. It keeps the driver's first message, which may come before the page's
// module has started, tells the driver when the extension goes, and puts the page into the browser's language.

globalThis.cuecardApi = globalThis.browser ?? globalThis.chrome;

/** Opens the side panel of this window; only straight from a click. Chromium has a `sidePanel`, Firefox a `sidebarAction`. */
globalThis.cuecardPanel = () => {
  const { sidePanel, sidebarAction, windows } = globalThis.cuecardApi;
  if (sidebarAction) return void sidebarAction.open();
  sidePanel?.open({ windowId: windows?.WINDOW_ID_CURRENT ?? -2 });
};

/** The packed form of a playbook's document. The compiler is in the options page's module, which is fetched for it. */
globalThis.cuecardCompile = async (source) => {
  const options = await import('./options.js');
  await options.default({ module_or_path: new URL('options_bg.wasm', document.baseURI) });
  return options.compile(source);
};

/** `{ nonce, port }` from the driver. Whoever awaits it asks the background whether the nonce is true. */
globalThis.cuecardFirst = new Promise((resolve) => {
  const take = (event) => {
    const nonce = event.data?.nonce;
    const port = event.ports[0];
    // The driver's context and the page's window cannot be told apart here: the nonce is what decides.
    if (event.source !== window.parent || typeof nonce !== 'string' || !port) return;
    window.removeEventListener('message', take);
    resolve({ nonce, port });
  };
  window.addEventListener('message', take);
});

// A panic poisons the card's WASM for good. The driver is told at once.
for (const kind of ['error', 'unhandledrejection']) {
  window.addEventListener(kind, ({ error, reason }) => {
    if ((error ?? reason) instanceof WebAssembly.RuntimeError) void globalThis.cuecardFirst.then(({ port }) => port.postMessage('dead'));
  });
}

// Chromium leaves this frame and the driver in the page when the extension is switched off, updated or removed, and tells
// neither of them; but it takes the extension's worker away, and that is heard here. The driver is told to go.
void globalThis.navigator.serviceWorker?.ready.then(({ active }) =>
  active?.addEventListener('statechange', () => {
    if (active.state === 'redundant') void globalThis.cuecardFirst.then(({ port }) => port.postMessage('{"type":"refused"}'));
  }),
);

{
  const { i18n } = globalThis.cuecardApi;
  const root = document.documentElement;
  root.lang = i18n.getMessage('@@ui_locale').replaceAll('_', '-');
  root.dir = i18n.getMessage('@@bidi_dir');
  document.title = i18n.getMessage(root.dataset.title ?? '') || document.title;
}
