// Screenshots as pixels, to see what a person sees and no page can tell.

import { PNG } from 'pngjs';

/** How much a channel has to differ, so that smoothing of edges does not count. */
const NOTICED = 24;

/** What the viewport shows. */
export async function look(page) {
  const { width, height, data } = PNG.sync.read(Buffer.from(await page.screenshot({ captureBeyondViewport: false })));
  return { width, height, data };
}

/** Which pixels differ between two pictures: a mask of one byte a pixel. */
export function difference(a, b) {
  if (a.width !== b.width || a.height !== b.height) throw new Error('two pictures of different sizes');
  const bits = new Uint8Array(a.width * a.height);
  for (let i = 0; i < bits.length; i += 1) {
    const at = i * 4;
    if (
      Math.abs(a.data[at] - b.data[at]) > NOTICED ||
      Math.abs(a.data[at + 1] - b.data[at + 1]) > NOTICED ||
      Math.abs(a.data[at + 2] - b.data[at + 2]) > NOTICED
    ) bits[i] = 1;
  }
  return { width: a.width, height: a.height, bits };
}

const channels = (picture, i) => [picture.data[i * 4], picture.data[i * 4 + 1], picture.data[i * 4 + 2]];

/** Grey is no colour: browsers smooth glyphs anew for reasons of their own. */
const coloured = ([r, g, b]) => Math.max(r, g, b) - Math.min(r, g, b) > 30;

/** Where one colour was laid on, such as a selection's: of what differs, the pixels that got the commonest new colour. */
export function laidOn(before, after) {
  const { width, height, bits } = difference(before, after);
  const counts = new Map();
  const colours = Array.from(bits, (bit, i) => (bit && coloured(channels(after, i)) ? channels(after, i).join() : ''));
  for (const colour of colours) if (colour) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const [commonest] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [null, 0]);
  return { width, height, bits: Uint8Array.from(colours, (colour) => (colour !== '' && colour === commonest ? 1 : 0)) };
}

/** How far a pixel may be from a mixture of two colours, and how much of the ink has to be in it. */
const OFF = 30;
const COVERS = 0.35;

/** Where one of `inks` ([r, g, b] each) was drawn: pixels that went from what they were towards that colour. */
export function drawn(before, after, inks) {
  const { width, height, bits } = difference(before, after);
  const towards = (i) =>
    inks.some((ink) => {
      const from = channels(before, i);
      const to = channels(after, i);
      const way = ink.map((value, c) => value - from[c]);
      const length = way.reduce((sum, value) => sum + value * value, 0);
      const share = way.reduce((sum, value, c) => sum + value * (to[c] - from[c]), 0) / length;
      return share > COVERS && to.every((value, c) => Math.abs(value - from[c] - share * way[c]) < OFF);
    });
  return { width, height, bits: bits.map((bit, i) => (bit && towards(i) ? 1 : 0)) };
}

/** A mask of rectangles, given in pixels. */
export function boxes({ width, height }, rects) {
  const bits = new Uint8Array(width * height);
  for (const { x, y, w, h } of rects) {
    for (let row = Math.max(0, Math.floor(y)); row < Math.min(height, Math.ceil(y + h)); row += 1) {
      const from = Math.max(0, Math.floor(x));
      bits.fill(1, row * width + from, row * width + Math.max(from, Math.min(width, Math.ceil(x + w))));
    }
  }
  return { width, height, bits };
}

/** The mask with `by` pixels more on every side. */
export function grown({ width, height, bits }, by) {
  const across = new Uint8Array(bits.length);
  const out = new Uint8Array(bits.length);
  for (let y = 0; y < height; y += 1) {
    let last = -Infinity;
    for (let x = 0; x < width; x += 1) {
      if (bits[y * width + x]) {
        if (x - last > 2 * by) across.fill(1, y * width + Math.max(0, x - by), y * width + x);
        else across.fill(1, y * width + Math.max(0, last), y * width + x);
        last = x;
      }
      if (x - last <= by) across[y * width + x] = 1;
    }
  }
  for (let x = 0; x < width; x += 1) {
    let last = -Infinity;
    for (let y = 0; y < height; y += 1) {
      if (across[y * width + x]) {
        for (let up = Math.max(0, y - by, last + 1); up < y; up += 1) out[up * width + x] = 1;
        last = y;
      }
      if (y - last <= by) out[y * width + x] = 1;
    }
  }
  return { width, height, bits: out };
}

/** How many pixels are set. */
export const area = ({ bits }) => bits.reduce((n, bit) => n + bit, 0);

/** How many pixels of `a` lie in `b`. */
export const common = (a, b) => a.bits.reduce((n, bit, i) => n + (bit & b.bits[i]), 0);

/** The smallest rectangle around a mask; null for an empty one. */
export function bounds({ width, bits }) {
  let [left, top, right, bottom] = [Infinity, Infinity, -1, -1];
  bits.forEach((bit, i) => {
    if (!bit) return;
    const [x, y] = [i % width, Math.floor(i / width)];
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
  });
  return right < 0 ? null : { x: left, y: top, w: right - left + 1, h: bottom - top + 1 };
}
