// What the driver costs the page's thread: script time for each key press in a draft of 3,000 characters, and how often a
// call into it made the browser lay the page out.
//
// Chromium: from the trace of the page's process, calls into content.js and answers that the browser hands to it.
// Firefox has no such trace: there the same presses are timed with and without the extension, from the first listener of
// the page's window to a message after it, and the difference of the medians is told of. It has no target.

import { launch } from '../harness/browsers.mjs';
import { SITES } from '../harness/sites.mjs';
import { focusComposer, setText } from '../harness/keys.mjs';
import { judge, median, percentile, spread, tell } from './figures.mjs';
import { drafting, pace, pause, prose } from './page.mjs';
import { record } from './trace.mjs';

const LENGTH = 3000;
const TARGET = 2;
const PLACES = ['mastodon', 'instagram', 'x', 'facebook', 'linkedin', 'bluesky'];

/** Words of the kind that people type, with one to mark: what is marked costs more. */
const TYPED = 'our ER team will be glad to see you all ';

async function type(page, keys) {
  for (let i = 0; i < keys; i += 1) {
    await page.keyboard.press(TYPED[i % TYPED.length] === ' ' ? 'Space' : TYPED[i % TYPED.length]);
    await pace(i);
  }
}

/** Script time of the driver between each two key presses (ms; of the thread's own, so that other programs do not count), and what was laid out in it. */
async function traced(page, keys) {
  const trace = await record(page, ['devtools.timeline'], () => type(page, keys));
  const presses = trace.main.filter((e) => e.name === 'EventDispatch' && e.args.data.type === 'keydown').map((e) => e.ts);
  const times = presses.map((from, i) => {
    const to = presses[i + 1] ?? Infinity;
    const calls = trace.calls.filter((e) => from <= e.ts && e.ts < to);
    const sum = (of) => calls.reduce((all, e) => all + of(e), 0) / 1000;
    return { script: sum((e) => e.tdur ?? e.dur), clock: sum((e) => e.dur) };
  });
  const forced = (timed) => trace.inside(['Layout', 'UpdateLayoutTree'], { timed }).length;
  return { script: times.map((t) => t.script), clock: times.map((t) => t.clock), forced: forced(false), around: forced(true), presses: presses.length };
}

async function chromium(session, { quick }) {
  for (const name of PLACES) {
    const { page } = await drafting(session, SITES[name], LENGTH);
    // Warm: what is measured is the hundredth key, not the first.
    await type(page, 10);
    const { script, clock, forced, around, presses } = await traced(page, quick ? 20 : TYPED.length);
    const what = `chromium: driver's script time a key press, ${name} (${SITES[name].editor}), ${LENGTH} characters`;
    tell(`${what}, ${presses} keys, ms`, ...spread('of the processor', script), ...spread('by the clock', clock));
    judge(`${what}, p95`, percentile(script, 95), TARGET, ' ms');
    judge(`chromium: layouts that the driver forced by a key press or an answer, in ${presses}, ${name}`, forced, 0);
    tell(`chromium: layouts forced by looking around the composer, at most once a second, ${name}`, ['in all', around]);
    await page.close();
  }
}

/** How long the page's thread is busy with a key press, from its first listener to a message after it (ms). */
async function busy(page, keys) {
  await page.evaluate(() => {
    window.__busy = [];
    const channel = new MessageChannel();
    let started = 0;
    channel.port1.onmessage = () => window.__busy.push(performance.now() - started);
    addEventListener('keydown', () => {
      started = performance.now();
      channel.port2.postMessage(null);
    }, { capture: true });
  });
  await type(page, keys);
  return page.evaluate(() => window.__busy);
}

async function firefox(session, { quick }, server) {
  const keys = quick ? 20 : TYPED.length;
  const plain = await launch({ browser: 'firefox', port: server.port });
  try {
    for (const name of ['mastodon', 'facebook']) {
      const { page } = await drafting(session, SITES[name], LENGTH);
      const ours = await busy(page, keys);
      await page.close();
      const bare = await plain.newPage(SITES[name].post);
      await focusComposer(bare);
      await setText(bare, prose(LENGTH));
      await focusComposer(bare);
      await pause(300);
      const without = await busy(bare, keys);
      await bare.close();
      const difference = ['difference of p50', median(ours) - median(without)];
      tell(`firefox: page's thread a key press, ${name} (${SITES[name].editor}), ${LENGTH} characters, ms`, ...spread('with', ours), ...spread('without', without), difference);
    }
  } finally {
    await plain.close();
  }
}

export const thread = (session, options, server) => (session.name === 'chromium' ? chromium(session, options) : firefox(session, options, server));
