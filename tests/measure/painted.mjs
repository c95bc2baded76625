// From an input event to its underline: the last letter of a marked word is typed, over and over. The page's own clock
// is read, from listeners of the page; what the browser does to put a frame on the screen is read from its trace.
//
// A frame cannot be shown before the display takes one: at 60 Hz an event waits 0 to 16.7 ms for the next. So three
// moments are told of: the frame that holds the underline begins (its animation frame callbacks run), it is over on the
// page's thread (style, layout, paint), and, in Chromium, it is presented.

import { SITES } from '../harness/sites.mjs';
import { until } from '../harness/report.mjs';
import { judge, percentile, spread, tell } from './figures.mjs';
import { count, drafting, pace, restingCount } from './page.mjs';
import { record } from './trace.mjs';

const TARGETS = { 280: 16, 3000: 33 };
const PLACES = ['mastodon', 'facebook'];

/** `__watch(n)` starts a clock at the next input event; `__seen` is when more than `n` places were highlighted. */
const install = (page) =>
  page.evaluate(() => {
    const total = () => [...CSS.highlights.values()].reduce((n, h) => n + h.size, 0);
    window.__watch = (base) => {
      window.__seen = new Promise((resolve) => {
        const typed = () => {
          const started = performance.now();
          const look = () => {
            if (total() <= base) return requestAnimationFrame(look);
            const begins = performance.now() - started;
            performance.mark('painted');
            // A message gets through when the frame is over.
            const channel = new MessageChannel();
            channel.port1.onmessage = () => resolve({ begins, over: performance.now() - started });
            channel.port2.postMessage(null);
          };
          requestAnimationFrame(look);
        };
        document.addEventListener('input', typed, { capture: true, once: true });
      });
    };
  });

/** Types `keys` times. */
async function times(page, keys) {
  const taken = [];
  await page.keyboard.type(' E');
  const base = await restingCount(page);
  for (let i = 0; i < keys; i += 1) {
    await pace(i);
    await page.evaluate((n) => window.__watch(n), base);
    await page.keyboard.press('R');
    taken.push(await page.evaluate(() => window.__seen));
    await page.keyboard.press('Backspace');
    await until(async () => (await count(page)) === base, 'the underline gone');
  }
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  return taken;
}

/** When a page's frames were presented and its inputs came, from Chromium's trace (ms). */
async function presented(page, keys) {
  const trace = await record(page, ['blink.user_timing', 'devtools.timeline'], () => times(page, keys));
  const inputs = trace.main.filter((e) => e.name === 'EventDispatch' && e.args.data.type === 'input').map((e) => e.ts);
  const marks = trace.main.filter((e) => e.name === 'painted' && /user_timing/.test(e.cat)).map((e) => e.ts);
  const answers = trace.answers.map((e) => e.ts + e.dur);
  const shown = trace.shown();
  return marks.flatMap((mark) => {
    const input = inputs.findLast((ts) => ts <= mark);
    const answer = answers.find((ts) => ts > input);
    const end = shown(mark);
    return input === undefined || end === null ? [] : [{ answered: (answer - input) / 1000, presented: (end - input) / 1000 }];
  });
}

export async function painted(session, { quick }) {
  const keys = quick ? 20 : 60;
  for (const name of PLACES) {
    for (const length of [280, 3000]) {
      const { page } = await drafting(session, SITES[name], length);
      await install(page);
      const taken = await times(page, keys);
      const what = `${session.name}: input event to painted underline, ${name} (${SITES[name].editor}), ${length} characters`;
      const part = (key) => taken.map((time) => time[key]);
      tell(`${what}, ${keys} keys, ms`, ...spread('frame begins', part('begins')), ...spread('frame over', part('over')));
      judge(`${what}, p95 to the end of its frame`, percentile(part('over'), 95), TARGETS[length], ' ms');
      if (session.name === 'chromium') {
        const traced = await presented(page, Math.ceil(keys / 2));
        const of = (key) => traced.map((time) => time[key]);
        tell(`${what}, traced (which slows it), ${traced.length} keys, ms`, ...spread('answer taken', of('answered')), ...spread('presented', of('presented')));
      }
      await page.close();
    }
  }
}
