// Chance that is the same in every run.

/** A generator of numbers from 0 to below 1 (mulberry32). */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    /** A whole number from 0 to below `most`. */
    below: (most) => Math.floor(next() * most),
    /** One of a list. */
    of: (list) => list[Math.floor(next() * list.length)],
    /** True in this part of all cases. */
    odds: (part) => next() < part,
  };
}
