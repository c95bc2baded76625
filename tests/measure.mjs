// What a person waits for, measured in one run: from the first focus to the card's first answer, and from an input event
// to the frame in which its underline is painted. The page's own clock is read, from an observer in the page.
//
//   cargo xtask measure [chromium|firefox]

import { inBrowsers } from './harness/extension.mjs';
import { composer, focusComposer, setText } from './harness/keys.mjs';
import { waitForSaying } from './harness/card.mjs';
import { until } from './harness/report.mjs';
import { SITES } from './harness/sites.mjs';

const STARTS = 10;
const KEYS = 60;

const percentile = (values, p) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.ceil((p / 100) * values.length) - 1)];
const both = (times) =>
  ['begins', 'over']
    .map((part) => [part, times.map((time) => time[part])])
    .map(([part, list]) => `frame ${part} p50 ${ms(percentile(list, 50))} p95 ${ms(percentile(list, 95))}`)
    .join(', ');
const ms = (value) => value.toFixed(1).padStart(7);

/** Installs the observer: `__from(event)` starts a clock, `__painted` lists milliseconds to the painted underline. */
const observe = (page) =>
  page.evaluate(() => {
    window.__painted = [];
    const total = () => [...CSS.highlights.values()].reduce((n, h) => n + h.size, 0);
    window.__clock = (started, wanted) =>
      new Promise((resolve) => {
        const look = () => {
          if (!wanted(total())) return requestAnimationFrame(look);
          // The highlight stands in the registry and is painted with this frame, which is over when a message gets through.
          const begins = performance.now() - started;
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve({ begins, over: performance.now() - started });
          channel.port2.postMessage(null);
        };
        requestAnimationFrame(look);
      });
  });

/** First focus of a composer that already holds a word to mark → its underline: frame, WASM, playbook, check and paint. */
async function start(session) {
  const page = await session.newPage(SITES.mastodon.post);
  await page.evaluate(() => document.activeElement?.blur());
  await setText(page, 'Our ER is open');
  await observe(page);
  const element = await composer(page);
  await page.evaluate(() => {
    document.addEventListener('focusin', () => (window.__started = window.__clock(performance.now(), (n) => n > 0)), { capture: true, once: true });
  });
  await element.click();
  const took = await page.evaluate(() => window.__started);
  await page.close();
  return took;
}

/** Types the last letter of a marked word, over and over, in a draft of `length` characters. */
async function underline(session, site, length) {
  const page = await session.newPage(site.post);
  await focusComposer(page);
  const frame = await session.extensionFrame(page);
  const filler = 'We look forward to the health fair on Saturday with the whole team. '.repeat(Math.ceil(length / 68)).slice(0, length - 4);
  await setText(page, filler);
  await focusComposer(page);
  await observe(page);
  await page.keyboard.type(' E');
  await waitForSaying(frame, /left|over/);
  const times = [];
  for (let i = 0; i < KEYS; i += 1) {
    // At a person's pace, and at no fixed distance from the browser's frames: 60 to 159 ms, the same in every run.
    await new Promise((resolve) => setTimeout(resolve, 60 + ((i * 37) % 100)));
    await page.evaluate(() => {
      window.__typed = new Promise((resolve) =>
        document.addEventListener('input', () => resolve(window.__clock(performance.now(), (n) => n > window.__base)), { capture: true, once: true }),
      );
      window.__base = [...CSS.highlights.values()].reduce((n, h) => n + h.size, 0);
    });
    await page.keyboard.press('R');
    times.push(await page.evaluate(() => window.__typed));
    await page.keyboard.press('Backspace');
    await until(() => page.evaluate(() => [...CSS.highlights.values()].reduce((n, h) => n + h.size, 0) === window.__base), 'the underline gone');
  }
  await page.close();
  return times;
}

console.log('times in milliseconds, on this machine, in this run');
await inBrowsers(
  async (session) => {
    const starts = [];
    for (let i = 0; i < STARTS; i += 1) starts.push((await start(session)).over);
    console.log(`${session.name}: first focus to first underline (card's frame, WASM, playbook, check), ${STARTS} pages: median ${ms(percentile(starts, 50))}  worst ${ms(Math.max(...starts))}`);
    for (const name of ['mastodon', 'facebook']) {
      for (const length of [280, 3000]) {
        const times = await underline(session, SITES[name], length);
        console.log(`${session.name}: input event to painted underline: its frame begins, and is over; ${name} (${SITES[name].editor}), ${String(length).padStart(4)} characters, ${KEYS} keys: ${both(times)}`);
      }
    }
  },
  { quiet: true },
);
