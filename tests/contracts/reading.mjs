// Contract 1: what the driver reads is what the editor's model holds, text and offsets.

import { assertEqual } from '../harness/report.mjs';
import { carets, documentOf, textOf } from './documents.mjs';
import { chance } from './random.mjs';

/** The documents, each with two places for the caret: one is set by the model and read by the driver, one the other way. */
export function documents(count, firstSeed = 1) {
  return Array.from({ length: count }, (_, index) => {
    const seed = firstSeed + index;
    const document = documentOf(seed);
    const random = chance(seed * 7919);
    const places = carets(document);
    return { seed, document, text: textOf(document), caret: random.of(places), back: random.of(places) };
  });
}

/** Runs in the page: gives what was wrong, document by document. */
async function compare(cases, patience, sparing) {
  const editor = window.__editor;
  const { read, select, selectionIn } = window.__driver;
  const channel = new MessageChannel();
  channel.port1.start();
  const tick = () =>
    new Promise((resolve) => {
      channel.port1.addEventListener('message', resolve, { once: true });
      channel.port2.postMessage(0);
    });
  /** Until `get` gives `wanted`; the last thing it gave. */
  const comes = async (get, wanted, within = patience) => {
    const end = performance.now() + within;
    for (;;) {
      const got = get();
      if (JSON.stringify(got) === JSON.stringify(wanted)) return got;
      if (performance.now() > end) return got;
      await tick();
    }
  };
  let heard = 0;
  document.addEventListener('selectionchange', () => (heard += 1), true);
  const wrong = [];
  for (const { seed, document: paragraphs, text, caret, back } of cases) {
    if (wrong.length > 2) break;
    const say = (what, got, wanted) => {
      if (JSON.stringify(got) !== JSON.stringify(wanted)) wrong.push({ seed, what, got, wanted, text, html: editor.dom().innerHTML?.slice(0, 400) });
    };
    editor.setDocument(paragraphs);
    say('model', await comes(() => editor.read(), text), text);
    say('driver', await comes(() => read(editor.dom()).text, text), text);
    const reading = read(editor.dom());
    if (reading.text !== text) continue;
    if (reading.table.length > 0) {
      // Every offset leads to the character that stands there, from both sides, and back.
      for (let offset = 0; offset <= text.length; offset += 1) {
        for (const side of ['begins', 'ends']) {
          const point = reading.point(offset, side);
          if (!point) say(`point ${offset} ${side}`, null, 'a place');
          else say(`offset of point ${offset} ${side}`, reading.offset(point.node, point.offset), offset);
        }
        const character = text[offset];
        if (character === undefined || character === '\n') continue;
        const from = reading.point(offset, 'begins');
        const to = reading.point(offset + 1, 'ends');
        const range = document.createRange();
        range.setStart(from.node, from.offset);
        range.setEnd(to.node, to.offset);
        say(`character ${offset}`, range.toString().replaceAll('\uFEFF', '').replace('\u00A0', ' '), character);
      }
    }
    // Slate hears of a selection from outside only every 100 ms.
    const both = seed % sparing === 0;
    const place = (span) => span && [span.start, span.end];
    const before = heard;
    editor.select(caret);
    say(`caret ${caret} in the model`, await comes(() => editor.selectionOffsets(), [caret, caret]), [caret, caret]);
    say(`caret ${caret} in the driver`, await comes(() => place(selectionIn(editor.dom(), read(editor.dom()))), [caret, caret]), [caret, caret]);
    if (!both) continue;
    // The model's own selection has to be heard first: events of one task are one event, which Lexical takes for its own.
    await comes(() => heard > before, true, 50);
    select(editor.dom(), read(editor.dom()), { start: back, end: back });
    say(`caret ${back} set by the driver`, await comes(() => editor.selectionOffsets(), [back, back]), [back, back]);
  }
  return wrong.slice(0, 3);
}

/** Reads `count` documents in the page with the driver's own reader. */
export async function readDocuments({ page, kind }, count) {
  assertEqual(await page.evaluate(compare, documents(count), 3000, kind === 'slate' ? 8 : 1), [], 'what differs first');
}
