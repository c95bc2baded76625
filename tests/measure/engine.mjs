// The engine alone, in WASM under Node, beside its targets and beside two checkers that people know. `cargo xtask measure
// engine` builds the module as the card's is built, writes the playbooks and the texts, and runs this.
//
// harper.js looks for grammar and spelling, write-good for style, ours for what a playbook says: the figures tell what each
// costs a person who types, and no more. Each is called in this process, with no worker and no messages around it; ours
// gets the text as JavaScript has it and gives the places back in JavaScript's units.
//
// Times are of the processor's, which on an idle machine is what the clock shows; where others work on the machine too, the
// clock counts their work as well. Both are printed, and the load with them.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { close, fault, judge, median, percentile, spread, tell } from './figures.mjs';
import { folder, install, VERSIONS } from './npm.mjs';

const home = fileURLToPath(new URL('../../dist/measure/engine', import.meta.url));
const require = createRequire(import.meta.url);
const quick = process.argv.includes('--quick');

const read = (name) => readFile(join(home, name), 'utf8');

const processor = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Milliseconds of one call: of the processor's time (`own`), and by the clock. */
async function timed(call) {
  const [clock, own] = [performance.now(), processor()];
  const answer = call();
  // Waiting for what is no promise would cost a turn of the queue.
  if (answer instanceof Promise) await answer;
  return { own: processor() - own, clock: performance.now() - clock };
}

const turned = (times) => ({ own: times.map((t) => t.own), clock: times.map((t) => t.clock) });

/** Times of each text, once the code is warm: called on the first ones for a second, in which the engine's compiler ends too. */
async function each(texts, call, warm = 20) {
  const begun = processor();
  for (let i = 0; i < warm || processor() - begun < 1000; i++) await timed(() => call(texts[i % warm]));
  const times = [];
  for (const text of texts.slice(warm)) times.push(await timed(() => call(text)));
  return turned(times);
}

/** The same text again and again. */
const again = (text, count, call) => each(Array(20 + count).fill(text), call);

/** The middle and the upper end, by both. */
const both = (name, times) => [...spread(name, times.own), ...spread('by the clock', times.clock)];

/** A person types on at the end of a draft of about `length` characters: each text is the last one and a letter more. */
const typing = (prose, length, count) => Array.from({ length: count }, (_, i) => prose.slice(0, length - Math.round(count / 2) + i + 1));

/** A playbook from Markdown to what the card loads. First of all: memory of WASM only grows, so later it tells nothing. */
async function compiling(engine) {
  const source = await read('terms.md');
  const memory = () => engine.instance_memory().buffer.byteLength / 2 ** 20;
  const before = memory();
  const first = await timed(() => engine.compile(source));
  judge('10,000 terms compiled, memory of the instance', memory(), 16, ' MB');
  const times = [];
  for (let i = 0; i < (quick ? 3 : 9); i++) times.push(await timed(() => engine.compile(source)));
  judge('10,000 terms compiled, p50', median(turned(times).own), 150, ' ms');
  tell('the same, ms', ...both('compiling', turned(times)), ['first time', first.own]);
  tell('the same', ['memory before, MB', before], ['source, KB', source.length / 1024]);
}

/** The checks of the playbook of so many terms, all packs on. */
async function checks(engine, terms) {
  const packed = await read(`terms-${terms}.packed`);
  let made;
  const took = await timed(() => (made = new engine.Checks(packed)));
  return { checks: made, took: took.own };
}

/** Other people's checkers, as `[name, call]`. */
async function rivals() {
  await install(Object.keys(VERSIONS));
  const dist = (file) => pathToFileURL(join(folder('harper.js'), 'dist', file)).href;
  const [{ LocalLinter }, { binaryInlined }] = await Promise.all([import(dist('index.js')), import(dist('binaryInlined.js'))]);
  const linter = new LocalLinter({ binary: binaryInlined });
  await linter.setup();
  const writeGood = require(folder('write-good'));
  return [
    ['harper.js', (text) => linter.lint(text, { language: 'plaintext' })],
    ['write-good', (text) => writeGood(text)],
  ];
}

/** Typing with 10,000 terms and all packs, beside the others on the same drafts. */
async function beside(engine, prose) {
  const { checks: ours } = await checks(engine, 10_000);
  const others = await rivals().catch((error) => {
    fault('beside harper.js and write-good', error.message);
    return [];
  });
  for (const [length, atMost] of [[280, 0.2], [3000, 1]]) {
    const texts = typing(prose, length, 20 + (quick ? 30 : 100));
    const answers = await each(texts, (text) => ours.check(text, true));
    const posts = await each(texts, (text) => ours.check(text, false));
    const what = `one more letter at ${length} characters`;
    judge(`${what}, 10,000 terms, all packs, an answer: p50`, median(answers.own), atMost, ' ms');
    judge(`${what}, 10,000 terms, all packs, a post: p50`, median(posts.own), atMost, ' ms');
    const first = await each(texts, (text) => ours.check('', true) && ours.check(text, true));
    tell(`${length} characters looked at for the first time, ms`, ...both('answer', first));
    tell(`${what}, ${answers.own.length} checks, ms`, ...both('answer', answers), ...both('post', posts));
    for (const [name, call] of others) {
      const theirs = await each(texts, call);
      tell(`${what}, ${name} ${VERSIONS[name]}, ms`, ...both(name, theirs), ['times as long as our answer', median(theirs.own) / median(answers.own)]);
      if (name === 'harper.js') judge(`${what}: our share of harper.js's time (a twentieth)`, median(answers.own) / median(theirs.own), 0.05);
    }
  }
}

/** How time grows with the playbook (it should not) and with the text (it should, and no faster), of drafts that are looked at
 *  for the first time: an empty draft between two leaves nothing to remember. */
async function growth(engine, prose) {
  const lengths = [280, 3000, 30_000];
  const rows = new Map();
  for (const terms of [100, 1000, 10_000]) {
    const { checks: ours, took } = await checks(engine, terms);
    const row = [];
    for (const length of lengths) {
      const count = Math.max(quick ? 20 : 60, Math.round((quick ? 60_000 : 300_000) / length));
      const times = await again(prose.slice(0, length), count, (text) => ours.check('', true) && ours.check(text, true));
      row.push((median(times.own) / length) * 1e6);
    }
    rows.set(terms, row);
    tell(`${terms} terms`, ...lengths.map((length, i) => [`ns a character at ${length}`, row[i]]), ['made from the packed form, ms', took]);
    ours.free();
  }
  const [few, many] = [rows.get(100), rows.get(10_000)];
  for (const [i, length] of lengths.entries()) judge(`${length} characters, 10,000 terms to 100 terms, flat`, many[i] / few[i], 1.5, ' times');
  judge('10,000 terms, a character of 30,000 to one of 280, linear', many[2] / many[0], 1.25, ' times');
}

/** Ranking and escalation of comments among 200 protocols of ten examples. */
async function answering(engine) {
  if (!existsSync(join(home, 'protocols.packed'))) {
    fault('rank and escalate', 'LEFT OUT: no suites at ../shared/suites (set CUECARD_SUITES)');
    return;
  }
  const packed = await read('protocols.packed');
  let replies;
  const took = await timed(() => (replies = new engine.Replies(packed)));
  tell('200 protocols x 10 examples', ['made from the packed form, ms', took.own]);
  for (const [name, comments] of JSON.parse(await read('comments.json'))) {
    const some = comments.slice(0, quick ? 300 : comments.length);
    const times = await each([...some.slice(0, 20), ...some], (text) => replies.answer(text));
    judge(`rank and escalate one comment, ${name}, ${some.length} comments: p95`, percentile(times.own, 95), 2, ' ms');
    tell('the same, ms', ...both('each', times));
  }
}

const engine = require(join(home, 'engine.js'));
const prose = await read('prose.txt');
console.log(`the engine in WASM, Node ${process.versions.node}, on this machine, in this run; load ${loadavg()[0].toFixed(1)} at the start`);
await compiling(engine);
await growth(engine, prose);
await answering(engine);
await beside(engine, prose);
console.log(`load ${loadavg()[0].toFixed(1)} at the end`);
close();
// harper.js leaves a handle open.
process.exit(0);
