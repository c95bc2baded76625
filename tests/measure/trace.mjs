// Chromium's trace of a page, read for what the extension does in it.

const CONTENT = /^chrome-extension:.*\/content\.js$/;

/** Runs `work` and gives everything that Chromium traced meanwhile, in all its processes. */
export async function events(page, categories, work) {
  await page.tracing.start({ categories: ['-*', ...categories] });
  let buffer;
  try {
    await work();
  } finally {
    buffer = await page.tracing.stop();
  }
  return JSON.parse(new TextDecoder().decode(buffer)).traceEvents;
}

/** The same, read for the driver's part in it. */
export const record = async (page, categories, work) => new Trace(await events(page, categories, work));

class Trace {
  constructor(events) {
    const timed = events.filter((e) => e.ph !== 'M' && e.ts !== undefined).sort((a, b) => a.ts - b.ts);
    // The page's thread is the one on which the driver runs.
    const ours = timed.find((e) => e.name === 'FunctionCall' && CONTENT.test(e.args?.data?.url ?? ''));
    if (!ours) throw new Error('the trace holds no call into the driver');
    /** Events of the page's thread, in the order of time. */
    this.main = timed.filter((e) => e.pid === ours.pid && e.tid === ours.tid);
  }

  /** Calls into the driver that are in no other: listeners, observers, timers, frames, and answers of the card. */
  get calls() {
    const calls = this.main.filter((e) => e.name === 'FunctionCall' && e.ph === 'X' && isDriver(e));
    let end = -1;
    return calls.filter((e) => {
      if (e.ts < end) return false;
      end = e.ts + e.dur;
      return true;
    });
  }

  /** Calls that bring an answer of the card: the browser's own function for an extension's port, which has no address. */
  get answers() {
    return this.main.filter((e) => e.name === 'FunctionCall' && e.ph === 'X' && isAnswer(e));
  }

  /** Gives a function from a moment inside a frame to when that frame was presented; null where it was not. */
  shown() {
    const frames = [];
    const presented = new Map();
    for (const e of this.main) {
      if (e.name === 'AnimationFrame' && e.ph === 'b') frames.push({ id: e.args.id, from: e.ts, to: Infinity });
      else if (e.name === 'AnimationFrame' && e.ph === 'e' && frames.length > 0) frames.at(-1).to = e.ts;
      else if (e.name === 'AnimationFrame::Presentation') presented.set(e.args.id, e.ts);
    }
    return (ts) => presented.get(frames.findLast(({ from, to }) => from <= ts && ts <= to)?.id) ?? null;
  }

  /**
   * Events of one kind that happened inside a call into the driver; `timed` for those that a timer made, which looks around
   * the composer at most once a second while the page changes.
   */
  inside(names, { timed }) {
    const timers = this.main.filter((e) => e.name === 'TimerFire').map((e) => [e.ts, e.ts + e.dur]);
    const inTimer = ({ ts }) => timers.some(([from, to]) => from <= ts && ts < to);
    const spans = this.calls.filter((e) => inTimer(e) === timed).map((e) => [e.ts, e.ts + e.dur]);
    return this.main.filter((e) => names.includes(e.name) && spans.some(([from, to]) => from <= e.ts && e.ts < to));
  }
}

const isDriver = (e) => CONTENT.test(e.args?.data?.url ?? '') || isAnswer(e);
const isAnswer = (e) => (e.args?.data?.url ?? '') === '' && (e.args?.data?.functionName ?? '') === '';
