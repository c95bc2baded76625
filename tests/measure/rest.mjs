// What happens while nobody types: nothing. And on a page without a composer: one passive listener.
//
// Chromium: the trace of the page's process and of the card's holds every call into a script of the extension and every
// timer. Firefox has no such trace, and a page cannot see into the driver's world; there the messages are counted, at the
// card's end of the channel.

import { SITES } from '../harness/sites.mjs';
import { fault, judge } from './figures.mjs';
import { drafting, pause } from './page.mjs';
import { events } from './trace.mjs';

/** After the last change the surroundings are looked at once more, at most this much later (ms). */
const SETTLED = 2500;

const EXTENSION = /^chrome-extension:/;
const STIRS = new Set(['FunctionCall', 'TimerFire', 'TimerInstall', 'RequestAnimationFrame']);

/** Whether an event is something of the extension's that runs, or is set to run. */
const stirs = (e) => STIRS.has(e.name) && (EXTENSION.test(e.args?.data?.url ?? '') || (e.args?.data?.stackTrace ?? []).some((at) => EXTENSION.test(at.url)));

async function still(page, seconds) {
  const all = await events(page, ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'disabled-by-default-devtools.timeline.stack'], () => pause(seconds * 1000));
  return all.filter(stirs);
}

/** Listeners that the driver has attached to `expression`, by Chromium's debugger, seen from the driver's own world. */
async function listeners(page, expression) {
  const cdp = await page.createCDPSession();
  const worlds = [];
  cdp.on('Runtime.executionContextCreated', ({ context }) => EXTENSION.test(context.origin) && worlds.push(context.id));
  await cdp.send('Runtime.enable');
  await pause(200);
  const found = [];
  for (const contextId of worlds) {
    const { result } = await cdp.send('Runtime.evaluate', { expression, contextId });
    found.push(...(await cdp.send('DOMDebugger.getEventListeners', { objectId: result.objectId })).listeners);
  }
  await cdp.detach();
  return found;
}

export async function rest(session, { quick }) {
  const seconds = quick ? 3 : 8;
  const { page, frame } = await drafting(session, SITES.facebook, 280);
  await page.keyboard.type(' our ER');
  await pause(SETTLED);
  if (session.name === 'chromium') {
    const stirred = await still(page, seconds);
    judge(`chromium: calls and timers of driver and card in ${seconds} s of rest beside a draft with a mark`, stirred.length, 0);
  }
  const heard = await frame.evaluate(async (ms) => {
    let messages = 0;
    const { port } = await globalThis.cuecardFirst;
    const count = () => (messages += 1);
    port.addEventListener('message', count);
    await new Promise((resolve) => setTimeout(resolve, ms));
    port.removeEventListener('message', count);
    return messages;
  }, seconds * 1000);
  judge(`${session.name}: messages to the card in ${seconds} s of rest`, heard, 0);
  await page.close();

  const empty = await session.newPage(SITES.facebook.post);
  await empty.evaluate(() => document.activeElement?.blur());
  const away = await session.newPage(SITES.x.reply);
  await pause(500);
  if (session.name === 'chromium') {
    const found = [...(await listeners(away, 'window')), ...(await listeners(away, 'document'))];
    judge('chromium: listeners of the driver on a page whose composer has not had the focus', found.length, 1);
    if (found.length === 0) fault('chromium: that listener', 'is not there at all');
    if (!found.every((one) => one.passive && one.type === 'focusin')) fault('chromium: that listener', `is ${found.map((one) => one.type)}`);
    judge(`chromium: calls and timers there in ${seconds} s`, (await still(away, seconds)).length, 0);
  }
  await empty.close();
  await away.close();
}
