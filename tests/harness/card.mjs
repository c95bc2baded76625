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

/**
 * Clicks a control with the mouse. The card follows the draft, so the place is taken twice and must be the same; a
 * control that is drawn anew meanwhile is looked for again, for then nothing was clicked.
 */
export async function press(frame, name, options) {
  await control(frame, name, options);
  let last = null;
  await until(async () => {
    const element = await find(frame, name);
    if (!element) return false;
    await element.evaluate((node) => node.scrollIntoView({ block: 'nearest' })).catch(() => undefined);
    const box = await element.boundingBox();
    const still = box !== null && last !== null && Math.abs(box.x - last.x) < 0.5 && Math.abs(box.y - last.y) < 0.5;
    last = box;
    if (!still) return false;
    try {
      await element.click();
      return true;
    } catch (error) {
      // Drawn anew between the look and the click; anything else is a fault.
      if (/not clickable|detached/i.test(error.message)) return false;
      throw error;
    }
  }, `a click on ${name}`).catch(async (error) => {
    throw new Error(`${error.message}; the card says ${JSON.stringify(await says(frame))}, last at ${JSON.stringify(last)}`);
  });
}

/**
 * Opens the card from its chip, if it is not open. It may open by itself meanwhile: then there is nothing to do. A chip
 * that changes its words between press and release takes no click, as with any button; a person presses again.
 */
export async function unfold(frame) {
  const chip = /^Open Cuecard/;
  // A card that is still starting has no chip to press.
  await until(async () => (await says(frame)).trim() !== '', 'the card drawn', { timeout: 10_000 }).catch(() => undefined);
  for (let attempt = 0; attempt < 3 && (await find(frame, chip)); attempt += 1) {
    await press(frame, chip, { timeout: 3000 }).catch(() => undefined);
    await until(async () => !(await find(frame, chip)), 'the card open', { timeout: 3000 }).catch(() => undefined);
  }
}

/** Opens the card at the draft's findings: under a comment it may have opened by itself at the replies. */
export async function showFindings(frame) {
  await unfold(frame);
  await press(frame, /^Draft/);
}
