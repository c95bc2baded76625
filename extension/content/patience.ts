// How long one waits for the card before it counts as dead. It is counted in time in which this page's own thread ran: on a
// machine that stood still (it slept, or had too much to do) the card stood still too, and its answer comes after the
// timers that ran out meanwhile.

/** A machine that stands still loses no more than this of the time there is (ms). */
const STEP = 1000;

/** Calls `over` after `ms`, unless what is returned is called before. */
export function afterAwake(ms: number, over: () => void): () => void {
  let left = ms;
  let timer: ReturnType<typeof setTimeout>;
  const next = (): void => {
    if (left <= 0) return over();
    const step = Math.min(STEP, left);
    left -= step;
    timer = setTimeout(next, step);
  };
  next();
  return () => clearTimeout(timer);
}
