// Side by side with harper.js, the grammar checker that people know: the same drafts, in the same browser, in one run. A
// person types on at the end of a draft, so each text is the last one and a letter more, and caches are warm.
//
// Ours is the card's own page, asked as the driver asks: a message with the draft in, a message with the marks out, so that
// reading and writing the messages is in it. harper.js is called in its page, without a worker or messages around it, so
// that only its checking counts. The two look for different things: harper.js for grammar and spelling, ours for what a
// playbook says. The figures tell what each costs a person who types, and no more.

import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fault, median, percentile, spread, tell } from './figures.mjs';
import { folder, install, VERSIONS } from './npm.mjs';
import { prose } from './page.mjs';

const VERSION = VERSIONS['harper.js'];
export const HARPER_HOST = 'harper.example';

const dist = join(folder('harper.js'), 'dist');

const TYPES = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html; charset=utf-8' };
const PAGE = `<!doctype html><title>harper.js</title><script type="module">
import { LocalLinter } from '/index.js';
import { binary } from '/binary.js';
window.harper = (async () => { const linter = new LocalLinter({ binary }); await linter.setup(); return linter; })();
</script>`;

/** Serves harper.js to its page. */
export async function serveHarper(request, response) {
  const path = new URL(request.url, `https://${HARPER_HOST}`).pathname;
  const file = path === '/' ? null : join(dist, normalize(path));
  const body = file ? await readFile(file).catch(() => null) : PAGE;
  response.writeHead(body === null ? 404 : 200, { 'content-type': TYPES[file ? extname(file) : '.html'] ?? 'text/plain' }).end(body ?? '');
}

/** A draft that grows by a letter: `count` texts around `length` characters. */
function drafts(length, count) {
  const typed = ' and our ER team will be glad to see you there, as every year, with all of your friends ';
  const all = prose(length - Math.round(count / 2)) + typed.repeat(Math.ceil(count / typed.length));
  return Array.from({ length: count }, (_, i) => all.slice(0, length - Math.round(count / 2) + i + 1));
}

/** Milliseconds of each check, in the card's page. */
async function ours(session, texts) {
  const page = await session.newPage(session.extensionUrl('card.html'));
  try {
    return await page.evaluate(async (drafts) => {
      const api = globalThis.cuecardApi;
      let answer = () => undefined;
      // There is no driver in this page: the card is told that there is one, and its way back leads here.
      const port = { postMessage: (message) => answer(JSON.parse(message)) };
      const over = (target, own) => new Proxy({}, { get: (_, name) => own[name] ?? (typeof target[name] === 'function' ? target[name].bind(target) : target[name]) });
      const sendMessage = (message) => (message.type === 'claim' ? Promise.resolve({ ok: true, tab: 1, frame: 0 }) : api.runtime.sendMessage(message));
      globalThis.cuecardApi = over(api, { runtime: over(api.runtime, { sendMessage }), tabs: { connect: () => port } });
      const next = (type) => new Promise((resolve) => (answer = (message) => message.type === type && resolve(message)));

      const nonce = '0';
      const { port1, port2 } = new MessageChannel();
      const ready = next('ready');
      window.postMessage({ nonce }, '*', [port2]);
      await ready;
      const send = (message) => port1.postMessage(JSON.stringify(message));
      send({ type: 'hello', nonce, host: 'www.facebook.com', firefox: false });
      const box = { x: 100, y: 100, w: 600, h: 200 };
      send({
        type: 'composer',
        composer: 1,
        about: { platform: 'facebook', kind: 'post', editor: 'lexical', answering: null, account: '', counter: null },
        geometry: { viewport: { x: 0, y: 0, w: 1280, h: 900 }, composer: box, submit: null, surround: null, controls: [] },
      });
      const times = [];
      for (const [i, text] of drafts.entries()) {
        const started = performance.now();
        let took = 0;
        const done = new Promise((resolve) => {
          answer = (message) => {
            if (message.type !== 'marks' || message.rev !== i + 1) return;
            took = performance.now() - started;
            resolve();
          };
        });
        send({ type: 'draft', composer: 1, rev: i + 1, text });
        await done;
        times.push(took);
        // Drawing the card is not the check; it is over when this frame is.
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      }
      return times;
    }, texts);
  } finally {
    await page.close();
  }
}

/** The same of harper.js. */
async function theirs(page, texts) {
  return page.evaluate(async (drafts) => {
    const linter = await window.harper;
    const times = [];
    for (const text of drafts) {
      const started = performance.now();
      await linter.lint(text, { language: 'plaintext' });
      times.push(performance.now() - started);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }
    return times;
  }, texts);
}

/** Without the first ones, which warm up. */
const WARM = 20;

export async function harper(session, { quick }) {
  try {
    await install(['harper.js']);
  } catch (error) {
    fault(`${session.name}: side by side with harper.js`, `npm could not fetch harper.js ${VERSION}: ${error.message}`);
    return;
  }
  const opened = performance.now();
  const page = await session.newPage(`https://${HARPER_HOST}/`);
  await page.waitForFunction(() => window.harper, { timeout: 20_000 });
  await page.evaluate(() => window.harper.then(() => undefined));
  tell(`${session.name}: harper.js ${VERSION} from its page to ready, s`, ['once', (performance.now() - opened) / 1000]);
  for (const length of [280, 3000]) {
    const texts = drafts(length, WARM + (quick ? 20 : 60));
    const mine = (await ours(session, texts)).slice(WARM);
    const other = (await theirs(page, texts)).slice(WARM);
    const ratios = [['times as long, p50', median(other) / median(mine)], ['p95', percentile(other, 95) / percentile(mine, 95)]];
    tell(`${session.name}: one more letter at ${length} characters, ${mine.length} checks, ms`, ...spread('Cuecard', mine), ...spread('harper.js', other), ...ratios);
  }
  await page.close();
}
