// The editor contracts: what must hold in every editor that a composer may be, at each of its versions, in both browsers,
// three rounds each and no second attempt.
//
//   node tests/contracts.mjs [chromium|firefox] [draft|lexical|…] [new|old] [reading|fixing|…] [--long]

import { Bench, chosenEditors } from './contracts/bench.mjs';
import { fixOne } from './contracts/fixing.mjs';
import { readDocuments } from './contracts/reading.mjs';
import { inBrowsers } from './harness/extension.mjs';
import { check } from './harness/report.mjs';

const LONG = process.argv.includes('--long');
const ROUNDS = LONG ? 30 : 3;
const DOCUMENTS = LONG ? 2000 : 200;

/** One check a round. */
const rounds = (title, run) => Array.from({ length: ROUNDS }, (_, index) => ({ title: `${title}, round ${index + 1}`, run: (bench) => run(bench, index + 1) }));

const CONTRACTS = {
  reading: [{ title: `${DOCUMENTS} documents read as the model has them`, run: (bench) => readDocuments(bench, DOCUMENTS) }],
  fixing: rounds('a word mended, one undo', fixOne),
};

const named = Object.keys(CONTRACTS).filter((name) => process.argv.includes(name));
const chosen = Object.entries(CONTRACTS).filter(([name]) => named.length === 0 || named.includes(name));

await inBrowsers(async (session) => {
  for (const editor of chosenEditors()) {
    let bench = null;
    if (!(await check(`${session.name} ${editor.name}: the card comes`, async () => (bench = await Bench.open(session, editor))))) continue;
    for (const { title, run } of chosen.flatMap(([, checks]) => checks)) {
      const t = performance.now();
      await check(`${session.name} ${editor.name}: ${title}`, () => run(bench));
      if (process.env.T) console.log(Math.round(performance.now() - t), 'ms');
    }
    await bench.close();
  }
});
