// First focus of a composer that already holds a word to mark → its underline: frame, WASM, playbook, check and paint.

import { SITES } from '../harness/sites.mjs';
import { median, percentile, tell } from './figures.mjs';
import { waiting } from './page.mjs';

export async function start(session, { quick }) {
  const pages = quick ? 3 : 10;
  const taken = [];
  for (let i = 0; i < pages; i += 1) {
    const { page, element } = await waiting(session, SITES.mastodon.post, 'Our ER is open');
    await page.evaluate(() => {
      const painted = (started) =>
        new Promise((resolve) => {
          const look = () => (CSS.highlights.size > 0 ? setTimeout(() => resolve(performance.now() - started)) : requestAnimationFrame(look));
          requestAnimationFrame(look);
        });
      document.addEventListener('focusin', () => (window.__started = painted(performance.now())), { capture: true, once: true });
    });
    await element.click();
    taken.push(await page.evaluate(() => window.__started));
    await page.close();
  }
  tell(`${session.name}: first focus to first underline, ${pages} pages, ms`, ['p50', median(taken)], ['worst', percentile(taken, 100)]);
}
