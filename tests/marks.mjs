// Underlines sit on their words: in every editor, after scrolling, zooming, resizing, and inside boxes that scroll, scale
// or turn. What a highlight covers is read from its ranges; where the ink is, from the pixels of the screen: two pictures,
// with and without highlights, are compared, and what went towards an underline's colour is ink.
//
// Where a word stands is found without us: in an editable from the page's own tree, in a textarea from what the browser
// paints when the word is selected.
//
//   node tests/marks.mjs [chromium|firefox] [site…] [--all] [--only=part of a situation's name]

import { waitForSaying } from './harness/card.mjs';
import { inBrowsers } from './harness/extension.mjs';
import { highlighted, settled, typeText } from './harness/keys.mjs';
import { writing } from './harness/begin.mjs';
import { area, bounds, boxes, common, drawn, grown, laidOn, look } from './harness/pixels.mjs';
import { assertEqual, check, until } from './harness/report.mjs';
import { chosenSites } from './harness/sites.mjs';

const DRAFT = 'Come to our ER today 🎉 with all of your friends and the whole family.\nWe utilize new scanners here.\nCafé in the ER, 2nd floor.';
const MARKED = ['ER', 'utilize', 'ER'];

const ONLY = process.argv.find((word) => word.startsWith('--only='))?.slice(7) ?? '';

const WIDTH = 1280;
const HEIGHT = 900;

/** The colours of the three levels. */
const INKS = [[0x2f, 0x7d, 0xe1], [0xb9, 0x77, 0x0e], [0xdc, 0x35, 0x45]];

/** Ink may stand this far out of the word's own box (CSS px). */
const REACH = 5;
/** How much of a word's width an underline has in pixels, at least; a dotted one is half gaps. */
const ENOUGH = 0.3;

/**
 * In an editable the browser itself keeps an underline on its word; there a few situations show that what is painted is the
 * right range. All of them are gone through for a textarea, where the text that carries the underline is ours. `--all` goes
 * through all of them everywhere.
 */
const FEW = ['as it is', 'the page scrolled', 'scrolled itself', 'in a box that is scaled', 'in a narrow box', 'zoomed to 125 %'];

/** Each changes something around the composer by styles alone, as a page or a person may. `inside` runs in the page. */
const SITUATIONS = {
  'as it is': {},
  'the page scrolled': { inside: (_, box) => ((box.style.marginTop = '300px'), (document.body.style.minHeight = '3000px'), scrollTo(0, 220)) },
  'scrolled itself': { inside: (own) => ((own.style.height = own.style.maxHeight = '90px'), (own.style.minHeight = '0'), (own.style.overflowY = 'auto'), (own.scrollTop = (own.scrollHeight - own.clientHeight) / 2)) },
  'in a box that is scrolled': { inside: (_, box) => ((box.style.height = box.style.maxHeight = '90px'), (box.style.minHeight = '0'), (box.style.overflow = 'auto'), (box.scrollTop = (box.scrollHeight - box.clientHeight) / 2)) },
  'in a box that is scaled': { inside: (_, box) => ((box.style.transform = 'scale(0.8)'), (box.style.transformOrigin = '0 0')) },
  'in a box that is turned': { inside: (_, box) => (box.style.transform = 'rotate(3deg) scale(1.2)') },
  'in a box that is zoomed': { inside: (_, box) => (box.style.zoom = '1.25') },
  'in a narrow box': { inside: (_, box) => (box.style.width = box.style.minWidth = '260px') },
  'zoomed to 80 %': { zoom: 0.8 },
  'zoomed to 125 %': { zoom: 1.25 },
  'zoomed to 200 %': { zoom: 2 },
  'in a narrow window': { width: 720 },
};

/** Puts the situation up: styles of the composer and of the box around it, the window's size and the zoom. */
async function arrange(page, { inside, zoom = 1, width = WIDTH }) {
  await page.setViewport({ width: Math.round(width / zoom), height: Math.round(HEIGHT / zoom), deviceScaleFactor: zoom });
  if (inside) await page.evaluate(`(${inside})(__editor.dom(), __editor.dom().parentElement)`);
  else await page.evaluate(() => window.__editor.dom().scrollIntoView({ block: 'center' }));
}

/** Everything as it was. */
const restore = (page) =>
  page.evaluate(() => {
    const own = window.__editor.dom();
    const [ownStyle, boxStyle, bodyStyle] = window.__styles;
    for (const [node, style] of [[own, ownStyle], [own.parentElement, boxStyle], [document.body, bodyStyle]]) {
      if (node.getAttribute('style') !== style) node.setAttribute('style', style);
      node.scrollTop = 0;
    }
    scrollTo(0, 0);
  });

/** Keeps the styles to go back to, and stops what moves on its own: the caret. */
const prepare = (page) =>
  page.evaluate(() => {
    const own = window.__editor.dom();
    own.style.caretColor = 'transparent';
    window.__styles = [own, own.parentElement, document.body].map((node) => node.getAttribute('style') ?? '');
  });

/** The texts under the highlights, in the order of the draft. */
const covered = (page) =>
  page.evaluate(() =>
    [...CSS.highlights.values()]
      .flatMap((highlight) => [...highlight])
      .map((at) => {
        const range = new Range();
        range.setStart(at.startContainer, at.startOffset);
        range.setEnd(at.endContainer, at.endOffset);
        return range;
      })
      .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
      .map(String),
  );

/** Runs `work` while no highlight is painted. */
async function unmarked(page, work) {
  await page.evaluate(() => {
    window.__kept = [...CSS.highlights];
    CSS.highlights.clear();
  });
  try {
    return await work();
  } finally {
    await page.evaluate(() => window.__kept.forEach(([name, highlight]) => CSS.highlights.set(name, highlight)));
  }
}

/** Where the marked words are on the screen: a mask each. `bare` is the screen without highlights. */
async function words(page, bare) {
  const textarea = await page.evaluate(() => window.__editor.dom() instanceof HTMLTextAreaElement);
  const places = await page.evaluate((marked) => {
    // The nth of equal words.
    const find = (text) => {
      let at = 0;
      return marked.map((word) => {
        const start = text.indexOf(word, at);
        at = start + word.length;
        return [start, at];
      });
    };
    const own = window.__editor.dom();
    if (own instanceof HTMLTextAreaElement) return find(own.value);
    const nodes = [];
    const walker = document.createTreeWalker(own, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) nodes.push(walker.currentNode);
    const found = find(nodes.map((node) => node.data).join(''));
    return found.map(([start, end]) => {
      let before = 0;
      const node = nodes.find((n) => (before += n.length) > start);
      const range = new Range();
      range.setStart(node, start - (before - node.length));
      range.setEnd(node, end - (before - node.length));
      // What lies under something else (a control of the site's, our card) cannot be seen. A line that an edge cuts off can,
      // as long as its upper end shows: Firefox draws a little of the underline there.
      const at = (x, y) => own.contains(document.elementFromPoint(x, y));
      const seen = ({ x, top, bottom, width }) => at(x + width / 2, bottom - 1) || at(x + width / 2, top - 1) || at(x + width / 2, top + 1);
      return [...range.getClientRects()].filter(seen).map(({ x, y, width: w, height: h }) => ({ x, y, w, h }));
    });
  }, MARKED);
  if (!textarea) {
    const scale = bare.width / (await page.evaluate(() => innerWidth));
    const shown = await page.evaluate(visiblePart);
    return places.map((rects) => boxes(bare, rects.map((rect) => cut(rect, shown)).map(({ x, y, w, h }) => ({ x: x * scale, y: y * scale, w: w * scale, h: h * scale }))));
  }
  const masks = [];
  for (const [start, end] of places) {
    await select(page, start, end);
    masks.push(laidOn(bare, await look(page)));
  }
  await select(page, DRAFT.length, DRAFT.length);
  return masks;
}

/** Selects in the textarea. Firefox scrolls to what is selected, some frames later; that is taken back. */
async function select(page, start, end) {
  await page.evaluate((from, to) => {
    const own = window.__editor.dom();
    window.__scrolled = [];
    for (let at = own; at; at = at.parentElement) window.__scrolled.push([at, at.scrollLeft, at.scrollTop]);
    own.setSelectionRange(from, to);
  }, start, end);
  await settled(page);
  await page.evaluate(() => window.__scrolled.forEach(([node, left, top]) => node.scrollTo(left, top)));
  await settled(page);
}

const cut = (rect, to) => {
  const x = Math.max(rect.x, to.left);
  const y = Math.max(rect.y, to.top);
  return { x, y, w: Math.max(0, Math.min(rect.x + rect.w, to.right) - x), h: Math.max(0, Math.min(rect.y + rect.h, to.bottom) - y) };
};

/** In the page: what the composer and the boxes around it let through. */
function visiblePart() {
  const part = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  for (let at = window.__editor.dom(); at && at !== document.body; at = at.parentElement) {
    if (getComputedStyle(at).overflow === 'visible') continue;
    const box = at.getBoundingClientRect();
    part.left = Math.max(part.left, box.left);
    part.top = Math.max(part.top, box.top);
    part.right = Math.min(part.right, box.right);
    part.bottom = Math.min(part.bottom, box.bottom);
  }
  return part;
}

/** What is wrong with the ink on the screen now; '' when nothing is. */
async function fault(page) {
  await settled(page);
  const marked = await look(page);
  const { bare, places } = await unmarked(page, async () => {
    await settled(page);
    const picture = await look(page);
    return { bare: picture, places: await words(page, picture) };
  });
  const ink = drawn(bare, marked, INKS);
  const scale = bare.width / (await page.evaluate(() => innerWidth));
  const near = places.map((mask) => grown(mask, Math.ceil(REACH * scale)));
  const allowed = { ...ink, bits: ink.bits.map((_, i) => (near.some((mask) => mask.bits[i]) ? 1 : 0)) };
  const astray = { ...ink, bits: ink.bits.map((bit, i) => bit & ~allowed.bits[i]) };
  if (area(astray) > 0) return `${area(astray)} pixels of ink away from any word, at ${JSON.stringify(bounds(astray))}; words at ${JSON.stringify(places.map(bounds))}`;
  let seen = 0;
  for (const [i, mask] of places.entries()) {
    const box = bounds(mask);
    // A line that is cut off at its lower edge does not show its underline.
    if (!box || (await cutOff(page, box, scale))) continue;
    seen += 1;
    const under = common(ink, near[i]);
    if (under < ENOUGH * box.w) return `${under} pixels of ink at “${MARKED[i]}”, which is ${box.w} wide at ${JSON.stringify(box)}`;
  }
  return seen > 0 ? '' : 'no marked word can be seen at all';
}

/** Whether a word stands less than its underline above the edge of what is shown. */
const cutOff = async (page, box, scale) => {
  const { bottom } = await page.evaluate(visiblePart);
  return box.y + box.h + (REACH + 1) * scale > bottom * scale;
};

async function sits(page, situation) {
  await arrange(page, situation);
  try {
    let last = 'it was not looked at';
    await until(async () => (last = await fault(page)) === '', 'every underline on its word', { every: 100 }).catch(async (error) => {
      if (process.env.CUECARD_SHOTS) await page.screenshot({ path: `${process.env.CUECARD_SHOTS}/marks.png`, captureBeyondViewport: false });
      throw new Error(`${error.message}: ${last}`);
    });
    assertEqual(await covered(page), MARKED, 'the texts under the highlights');
  } finally {
    await restore(page);
  }
}

await inBrowsers(async (session) => {
  for (const [name, site] of chosenSites()) {
    let begun;
    const ready = await check(`${session.name} ${name} (${site.editor}): three words are marked`, async () => {
      begun = await writing(session, site, DRAFT, { delay: 0 });
      await waitForSaying(begun.frame, /to look at|must change/);
      await until(async () => (await highlighted(begun.page)) === MARKED.length, 'three highlights');
      assertEqual(await covered(begun.page), MARKED, 'the texts under the highlights');
      await prepare(begun.page);
    });
    const all = /textarea/.test(site.editor) || process.argv.includes('--all');
    const chosen = Object.entries(SITUATIONS).filter(([what]) => what.includes(ONLY) && (all || FEW.includes(what)));
    for (const [what, situation] of ready ? chosen : []) {
      await check(`${session.name} ${name} (${site.editor}): ${what}`, () => sits(begun.page, situation));
    }
    await begun?.page.close();
  }
});
