// Documents as people write them, and as nobody does: what breaks the reading of an editor. Each is the same in every run.

import { chance } from './random.mjs';

const PLAIN = ['Flu', 'shots', 'on', 'Saturday.', 'We', 'hear', 'you', '(really)', '“quoted”', 'it’s', 'x', '24/7', 'A&E', '<b>', '100 %', '—'];
const EMOJI = ['🙂', '🙏🏽', '👩🏽‍⚕️', '👨‍👩‍👧‍👦', '🏳️‍🌈', '🇩🇪', '✊🏿', '1️⃣', '❤️', '🧑🏿‍🤝‍🧑🏻'];
const RTL = ['שלום', 'מרפאה', 'العربية', 'مستشفى', 'شكرًا', 'נקודָה'];
const MARKS = ['é', 'Å', 'ṩ', 'नमस्ते', 'กำลัง', 'Ḷ̵̛', 'ợ', 'क्ष', '한국'];
const WIDE = ['漢字', '病院', '日本語。', '🈁'];

const MENTIONS = ['@carla_m', '@Dana.Osei', '@wrenfield', '@Ærø'];
const HASHTAGS = ['#FluShotSaturday', '#健康', '#x'];
const LINKS = ['https://wrenfield.example/vaccines?a=1&b=2', 'wrenfield.example', 'http://例え.example/é'];

const word = (random) => random.of(random.odds(0.5) ? PLAIN : random.of([EMOJI, RTL, MARKS, WIDE]));

function entity(random) {
  const kind = random.of(['mention', 'hashtag', 'link']);
  return { kind, text: random.of({ mention: MENTIONS, hashtag: HASHTAGS, link: LINKS }[kind]) };
}

/** Runs of one paragraph. Neighbouring words are one run; entities may stand at its ends and side by side. */
function paragraph(random) {
  const runs = [];
  let words = '';
  const flush = () => {
    if (words !== '') runs.push(words);
    words = '';
  };
  const length = random.below(9);
  for (let i = 0; i < length; i += 1) {
    if (random.odds(0.22)) {
      flush();
      runs.push(entity(random));
    } else {
      words += word(random);
    }
    // Mostly a space; sometimes none, or two.
    if (i < length - 1) words += random.odds(0.85) ? ' ' : random.of(['', '  ']);
  }
  if (random.odds(0.06)) words += ' ';
  flush();
  return runs;
}

/** A document: paragraphs of runs, as static/demo/src/lib/mount/document.js has them. Some are blank, also at the ends. */
export function documentOf(seed) {
  const random = chance(seed);
  const count = 1 + random.below(6);
  return Array.from({ length: count }, () => (random.odds(0.22) ? [] : paragraph(random)));
}

const runText = (run) => (typeof run === 'string' ? run : run.text);

/** Its text. */
export const textOf = (document) => document.map((runs) => runs.map(runText).join('')).join('\n');

/** Offsets where a caret may stand: between graphemes, and not inside a mention, which some editors hold as one thing. */
export function carets(document) {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const all = [];
  let at = 0;
  for (const runs of document) {
    let line = '';
    const closed = [];
    for (const run of runs) {
      if (typeof run !== 'string' && run.kind === 'mention') closed.push([line.length, line.length + run.text.length]);
      line += runText(run);
    }
    const starts = [...[...segmenter.segment(line)].map(({ index }) => index), line.length];
    all.push(...starts.filter((offset) => !closed.some(([from, to]) => from < offset && offset < to)).map((offset) => at + offset));
    at += line.length + 1;
  }
  return all;
}
