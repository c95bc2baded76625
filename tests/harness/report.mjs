// The reporter of all browser tests: one line a check, then the closing line that CI reads.

import { isDeepStrictEqual, inspect } from 'node:util';

/**
 * How long a test waits for something that must happen (ms). Long, for a shared machine can stand still for seconds, and may
 * be four times slower than this one; it costs nothing where the thing happens.
 */
export const PATIENCE = Number(process.env.PATIENCE ?? 60_000);

/** A check that takes longer says so in its line (ms). */
const LONG = Number(process.env.LONG ?? 3000);

const totals = { passed: 0, failed: 0 };

/** Runs one check and prints its line. A check never stops the ones after it; gives whether it passed. */
export async function check(name, fn) {
  const begun = performance.now();
  try {
    await fn();
    totals.passed += 1;
    const took = performance.now() - begun;
    console.log(`ok   ${name}${took > LONG ? ` (${(took / 1000).toFixed(1)} s)` : ''}`);
    return true;
  } catch (error) {
    totals.failed += 1;
    console.log(`FAIL ${name}: ${error.message?.split('\n').join('\n     ') ?? error}`);
    return false;
  }
}

const show = (value) => inspect(value, { depth: 6, breakLength: 120, maxStringLength: 600 });

/** Throws unless both are deeply equal. */
export function assertEqual(actual, expected, what = 'value') {
  if (!isDeepStrictEqual(actual, expected)) throw new Error(`${what} is ${show(actual)}, expected ${show(expected)}`);
}

/** Throws with `message` unless `condition` holds. */
export function assert(condition, message) {
  if (!condition) throw new Error(message);
}

/** Polls until `fn` gives something truthy and returns it; throws with `what` after `timeout` milliseconds. */
export async function until(fn, what, { timeout = PATIENCE, every = 25 } = {}) {
  const end = performance.now() + timeout;
  for (;;) {
    const value = await fn();
    if (value) return value;
    if (performance.now() > end) throw new Error(`${what} did not happen within ${timeout} ms`);
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}

/** Prints the closing line and sets the exit status. No check at all counts as a failure. */
export function finish() {
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1;
}
