// Figures and the targets that they are held to.

const sorted = (values) => [...values].sort((a, b) => a - b);

/** The value that `p` per cent of the values do not exceed. */
export const percentile = (values, p) => sorted(values)[Math.max(0, Math.ceil((p / 100) * values.length) - 1)] ?? NaN;

export const median = (values) => percentile(values, 50);

const show = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1));

const missed = [];

/** Prints figures that have no target: `[name, value]` pairs. */
export const tell = (what, ...figures) => console.log(`       ${what}: ${figures.map(([name, value]) => `${name} ${show(value)}`).join(', ')}`);

/** The middle and the upper end of some values, for `tell`. */
export const spread = (name, values) => [[`${name} p50`, median(values)], ['p95', percentile(values, 95)]];

/** Prints a figure beside its target, `at most`, and remembers it where it is missed. Whatever is no number is missed. */
export function judge(what, value, atMost, unit = '') {
  const met = value <= atMost;
  if (!met) missed.push(what);
  console.log(`${met ? 'met   ' : 'MISSED'} ${what}: ${show(value)}${unit}, target at most ${show(atMost)}${unit}`);
}

/** Says that a part could not be measured: that counts as missed. */
export function fault(what, why) {
  missed.push(what);
  console.log(`MISSED ${what}: ${why}`);
}

/** The closing line. Targets depend on the machine, so a missed one is said, and is no failure of the program. */
export const close = () => console.log(missed.length === 0 ? 'all targets met' : `${missed.length} missed: ${missed.join('; ')}`);
