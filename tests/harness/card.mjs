// The card as a person meets it: found by what it says, pressed with a real mouse. Nothing here knows its classes.

import { until } from './report.mjs';

/** What the card says now; empty while it is hidden. */
export const says = (frame) => frame.evaluate(() => document.body?.innerText ?? '');

/** Waits until the card says something: a text or an expression. */
export async function waitForSaying(frame, wanted, options) {
  const matches = (text) => (wanted instanceof RegExp ? wanted.test(text) : text.includes(wanted));
  let last = '';
  try {
    return await until(async () => matches((last = await says(frame))), `the card saying ${wanted}`, options);
  } catch (error) {
    throw new Error(`${error.message}; it says ${JSON.stringify(last)}`);
  }
}

/** Names of everything in the card that can be pressed, as a screen reader has them. */
export const controls = (frame) =>
  frame.evaluate(() => [...document.querySelectorAll('button, a[href], input, [role="tab"]')].filter((e) => e.checkVisibility()).map((e) => (e.ariaLabel || e.textContent || e.placeholder || '').trim()));

async function find(frame, name) {
  const handle = await frame.evaluateHandle((source, flags) => {
    const wanted = new RegExp(source, flags);
    return [...document.querySelectorAll('button, a[href], input, [role="tab"]')].find(
      (e) => e.checkVisibility() && [e.ariaLabel, e.textContent, e.placeholder, e.labels?.[0]?.textContent].some((text) => text && wanted.test(text.trim())),
    ) ?? null;
  }, name.source, name.flags);
  return handle.asElement();
}

/** The control whose name matches, once it is there. */
export const control = (frame, name, options) => until(() => find(frame, name), `a control called ${name} in the card`, options);

/** Two frames of a page, or as long as they may take where none is painted. */
const frames = (view) =>
  view.evaluate(
    () =>
      new Promise((resolve) => {
        const late = setTimeout(resolve, 250);
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(clearTimeout(late))));
      }),
  );

/** How long a click may be on its way to the card (ms). */
const ON_ITS_WAY = 5000;

/**
 * One click with the mouse on a control. False when nothing was clicked: it is not there, does not stand still (the card
 * follows the draft, and its frame the card), or was drawn anew between the look and the click.
 */
async function click(frame, name) {
  const element = await find(frame, name);
  if (!element) return false;
  const place = () => element.boundingBox().then((box) => box && JSON.stringify([box.x, box.y, box.width, box.height].map((n) => Math.round(n * 2))));
  await element.evaluate((node) => node.scrollIntoView({ block: 'nearest' })).catch(() => undefined);
  const before = await place();
  // The card draws itself and asks for a place, and the page gives it: each has to come to a frame.
  await frames(frame);
  const around = frame.parentFrame?.();
  if (around) await frames(around);
  if (before === null || (await place()) !== before) return false;
  const landed = await element.evaluateHandle((node) => {
    const seen = { over: false, hit: false };
    window.addEventListener('click', (event) => Object.assign(seen, { over: true, hit: event.composedPath().includes(node) }), { capture: true, once: true });
    return seen;
  });
  try {
    await element.click();
  } catch (error) {
    // Drawn anew between the look and the click; anything else is a fault.
    if (/not clickable|detached/i.test(error.message)) return false;
    throw error;
  }
  // What it did may have taken the page away, and the answer with it.
  await until(() => landed.evaluate((seen) => seen.over).catch(() => true), 'the click in the card', { timeout: ON_ITS_WAY }).catch(() => undefined);
  return landed.evaluate((seen) => seen.hit).catch(() => true);
}

/** Clicks a control, once it is there and stands still. */
export async function press(frame, name, options) {
  await control(frame, name, options);
  await until(() => click(frame, name), `a click on ${name}`).catch(async (error) => {
    throw new Error(`${error.message}; the card says ${JSON.stringify(await says(frame))}`);
  });
}

/** Opens the card from its chip, if it is not open. It may open by itself meanwhile: then there is nothing to do. */
export async function unfold(frame) {
  const chip = /^Open Cuecard/;
  // A card that is still starting has no chip to press.
  await until(async () => (await says(frame)).trim() !== '', 'the card drawn', { timeout: 10_000 }).catch(() => undefined);
  await until(async () => {
    if (!(await find(frame, chip))) return true;
    await click(frame, chip);
    return false;
  }, 'the card open');
}

/** Opens the card at the draft's findings: under a comment it may have opened by itself at the replies. */
export async function showFindings(frame) {
  await unfold(frame);
  await press(frame, /^Draft/);
}
