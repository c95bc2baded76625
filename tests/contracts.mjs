// The editor contracts: what must hold in every editor that a composer may be, at each of its versions, in both browsers,
// three rounds each and no second attempt.
//
//   node tests/contracts.mjs [chromium|firefox] [draft|lexical|…] [new|old] [reading|fixing|…|replying] [x|facebook|…] [--long] [--share]

import { Bench, chosenEditors } from './contracts/bench.mjs';
import { fixOne } from './contracts/fixing.mjs';
import { clear, fixAll, ignore, silently } from './contracts/many.mjs';
import { CASES, insert, withText } from './contracts/inserting.mjs';
import { readDocuments } from './contracts/reading.mjs';
import { CHANGES, hasMoment, MOMENTS, race } from './contracts/races.mjs';
import { compose, dragAmong, typeAmong, typeBesideSuggestions, typeFast } from './contracts/typing.mjs';
import { insertReply, playbookWithReply } from './contracts/replying.mjs';
import { inBrowsers, usePlaybook } from './harness/extension.mjs';
import { check } from './harness/report.mjs';
import { chosenSites } from './harness/sites.mjs';

const LONG = process.argv.includes('--long');
const ROUNDS = LONG ? 30 : 3;
/** Only the checks with these words in their title. */
const WORDS = process.argv.find((arg) => arg.startsWith('--only='))?.slice('--only='.length) ?? '';
const DOCUMENTS = LONG ? 2000 : 200;

/** One check a round. */
const rounds = (title, run) => Array.from({ length: ROUNDS }, (_, index) => ({ title: `${title}, round ${index + 1}`, run: (bench) => run(bench, index + 1) }));

/** The first round of each, then the second. */
const byRound = (sorts) => sorts[0].flatMap((_, round) => sorts.map((sort) => sort[round]));

/** What only Chromium can be told to do. */
const inChromium = (one) => ({ ...one, where: (browser) => browser === 'chromium' });

/** What can only happen to a field: an editor's nodes tell of every change. */
const inFields = (one) => ({ ...one, where: (_browser, { kind }) => kind.endsWith('textarea') });

const CONTRACTS = {
  reading: [{ title: `${DOCUMENTS} documents read as the model has them`, run: (bench) => readDocuments(bench, DOCUMENTS) }],
  fixing: rounds('a word mended, one undo', fixOne),
  many: [...rounds('all mended at once, one undo', fixAll), ...rounds('not here, never again, and again', ignore), ...rounds('cleared by the page', clear), ...rounds('set by a timer without a word', silently).map(inFields)],
  inserting: byRound(Object.keys(CASES).map((name) => rounds(`a text into ${name}, one undo`, (bench) => insert(bench, name)))),
  typing: byRound([
    rounds('1,000 characters at full speed', typeFast),
    rounds('typed with a paste, undo and redo between', typeAmong),
    rounds("typed beside the editor's list of names", typeBesideSuggestions),
    rounds('typed with a word dragged between', dragAmong).map(inChromium),
    rounds('composed by an input method', compose).map(inChromium),
  ]),
  races: MOMENTS.flatMap((moment) => Object.keys(CHANGES).map((change) => ({ title: `the page at ${moment}: ${change}`, run: (bench) => race(bench, moment, change), where: (browser, editor) => hasMoment(moment, browser, editor) }))),
};

/** Every editor's name, in the order of their turns. */
const TURNS = chosenEditors([]).map(({ name }) => name);

/**
 * How many checks of a contract an editor has when all contracts run; the next editor goes on where this one stopped: the
 * two versions of a kind have all the races, and all editors together every way of typing in every round. By name, or with
 * --long, every editor has every check.
 */
const SHARES = { inserting: 3, typing: 1, races: 6 };

/** The checks for an editor. Those of one round stand together, for a share to be of several sorts. */
function checksFor(browser, editor) {
  const turn = TURNS.indexOf(editor.name);
  return chosen.flatMap(([name, checks]) => {
    const all = checks.filter(({ where, title }) => (!where || where(browser, editor)) && title.includes(WORDS));
    const share = SHARES[name];
    if (!share || LONG || (named.length > 0 && !process.argv.includes('--share'))) return all;
    return Array.from({ length: Math.min(share, all.length) }, (_, index) => all[(turn * share + index) % all.length]);
  });
}

/** On the sites' own pages, for a reply needs a comment. */
const REPLYING = 'replying';

const named = [...Object.keys(CONTRACTS), REPLYING].filter((name) => process.argv.includes(name));
const chosen = Object.entries(CONTRACTS).filter(([name]) => (named.length === 0 || named.includes(name)));

const playbook = withText(await playbookWithReply());

await inBrowsers(async (session) => {
  await usePlaybook(session, playbook);
  const sites = named.length === 0 || named.includes(REPLYING) ? chosenSites() : [];
  for (const [name, site] of sites) {
    for (let round = 1; round <= ROUNDS; round += 1) {
      await check(`${session.name} ${name} (${site.editor}): four-line reply, undo, type on, round ${round}`, () => insertReply(session, site));
    }
  }
  for (const editor of chosenEditors()) {
    let bench = null;
    if (!(await check(`${session.name} ${editor.name}: the card comes`, async () => (bench = await Bench.open(session, editor))))) continue;
    for (const { title, run } of checksFor(session.name, editor)) {
      await check(`${session.name} ${editor.name}: ${title}`, () => run(bench));
    }
    await bench.close();
  }
});
