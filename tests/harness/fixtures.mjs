// The fixtures in a browser: one tab a host, in which a fixture follows the other without a navigation, as the sites go
// from page to page. The card stays warm meanwhile.

import { FIXTURES } from '../../static/demo/fixtures/index.js';
import { focusComposer } from './keys.mjs';
import { until } from './report.mjs';

/** The address that shows a fixture. */
export function fixtureAddress(fixture, { version = 'new', comment = 'long-wait' } = {}) {
  const address = new URL(fixture.url);
  for (const [name, value] of Object.entries({ fixture: fixture.id, version, comment })) address.searchParams.set(name, value);
  return address.href;
}

const ready = (view) => until(() => view.evaluate(() => window.__fixture?.ready === true).catch(() => false), 'the fixture on the page');

/** The tab's page, or the frame in it that holds the composer; keys go to the page either way. */
async function viewOf(page, fixture) {
  if (!fixture.frame) return page;
  const inside = await until(() => page.frames().find((frame) => frame !== page.mainFrame() && frame.url().includes('frame=1')), 'the frame with the composer');
  await ready(inside);
  return { evaluate: (...args) => inside.evaluate(...args), evaluateHandle: (...args) => inside.evaluateHandle(...args), keyboard: page.keyboard };
}

/** Shows fixtures in tabs of a session. */
export class Stage {
  #session;
  #tabs = new Map();

  constructor(session) {
    this.#session = session;
  }

  /** Shows a fixture; gives the tab's page and where the composer is. */
  async show(id, { version = 'new', comment = 'long-wait' } = {}) {
    const fixture = FIXTURES[id];
    const { hostname } = new URL(fixture.url);
    let page = this.#tabs.get(hostname);
    if (page) {
      await page.bringToFront();
      await page.evaluate((...args) => window.__fixture.show(...args), id, { version, comment });
    } else {
      // One tab is enough: a tab in the background paints no frame.
      await this.close();
      page = await this.#session.newPage(fixtureAddress(fixture, { version, comment }));
      this.#tabs.set(hostname, page);
    }
    await ready(page);
    const view = await viewOf(page, fixture);
    return { fixture, page, view };
  }

  async close() {
    for (const page of this.#tabs.values()) await page.close();
    this.#tabs.clear();
  }
}

/** The card of a tab, with somebody listening to what the driver tells it. */
const cards = new WeakMap();

/** Keeps what the driver tells the card about the composer, from now on. */
async function listen(frame) {
  await until(() => frame.evaluate(() => Boolean(globalThis.cuecardFirst)).catch(() => false), 'the card beginning');
  await frame.evaluate(async () => {
    const { port } = await globalThis.cuecardFirst;
    port.addEventListener('message', ({ data }) => {
      const message = JSON.parse(data);
      if (message.type === 'composer') globalThis.__about = { ...message.about, submit: message.geometry.submit };
    });
  });
}

/** What the driver last told the card about the composer; null when it has told nothing. */
export const about = (frame) => frame.evaluate(() => globalThis.__about ?? null);

/** Goes into a composer: the card's frame, and what the driver told it about this composer. */
export async function enter(session, { page, view }, name) {
  let frame = cards.get(page);
  if (!frame || frame.detached) {
    // The first composer makes the card, and is told of before anybody listens.
    await focusComposer(view, name);
    frame = await session.extensionFrame(page);
    cards.set(page, frame);
    await listen(frame);
  }
  // Some editors take the focus by themselves.
  await view.evaluate((wanted) => (wanted ? window.__editors[wanted] : window.__editor).dom().blur(), name ?? null);
  await frame.evaluate(() => delete globalThis.__about);
  await focusComposer(view, name);
  return { frame, told: await until(() => about(frame), 'the driver telling of the composer') };
}

/** The underlined words that the page can see, and whether they lie in the current composer. */
export const marked = (view) =>
  view.evaluate(() =>
    [...CSS.highlights.values()]
      .flatMap((highlight) => [...highlight])
      .map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return { text: range.toString(), inside: window.__editor?.dom().contains(startContainer) ?? false };
      }),
  );
