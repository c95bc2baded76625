// The first script of every demo page. It counts what a page can notice of an extension, so it has to listen before
// anything else runs: tests read `window.__events` to prove that the extension caused no CSP violation, posted no
// message to the page's window and did not let its key presses through.

const events = { violations: 0, inputs: 0, keydowns: 0, focusouts: 0, pastes: 0, messages: 0, errors: 0, log: [] };
window.__events = events;
window.__posted = [];

// Draft.js makes its setImmediate from messages to its own window (and tries it with an empty one); those are not news.
const own = (event) => event.type === 'message' && /^$|^setImmediate\$/.test(event.data);

const count = (type, key, describe) =>
  window.addEventListener(
    type,
    (event) => {
      if (own(event)) return;
      events[key] += 1;
      if (describe) events.log.push(`${type}: ${describe(event)}`);
    },
    true,
  );

count('securitypolicyviolation', 'violations', (e) => `${e.effectiveDirective} ${e.blockedURI} ${e.sample} ${e.sourceFile}:${e.lineNumber}`);
count('message', 'messages', (e) => e.origin);
count('error', 'errors', (e) => e.message ?? `${e.target?.localName} did not load`);
count('input', 'inputs');
count('keydown', 'keydowns');
count('focusout', 'focusouts');
count('paste', 'pastes');
