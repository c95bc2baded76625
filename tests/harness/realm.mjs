// Firefox's own realm, in which what no page may do is done, and the colours that a person has chosen, in both browsers.

/** Runs an expression in the browser's own realm; Firefox only. */
export async function inFirefox(session, expression) {
  const { connection } = session.browser;
  const { result: tree } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { result } = await connection.send('script.evaluate', {
    expression: `(async () => { ${expression} })()`,
    target: { context: tree.contexts[0].context },
    awaitPromise: true,
  });
  if (result.type !== 'success') throw new Error(`the browser says ${JSON.stringify(result.exceptionDetails)}`);
}

/** Makes a page dark or light, as the person's own setting does. In Firefox it is every page. */
export async function setDark(session, page, dark) {
  if (session.name === 'firefox') await inFirefox(session, `Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${dark ? 0 : 1});`);
  else await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
}
