// What a person waits for, what the page's thread pays, and what happens while nobody types, each beside its target.
//
//   cargo xtask measure [chromium|firefox] [start] [painted] [thread] [rest] [harper] [--quick]
//
// Without the name of a part all are measured. Each part has a time after which it is given up, and said to be missed.

import { bundleDemo } from './harness/bundle.mjs';
import { launch } from './harness/browsers.mjs';
import { extensionDir } from './harness/extension.mjs';
import { startServer } from './harness/server.mjs';
import { BROWSERS } from './harness/sites.mjs';
import { close, fault } from './measure/figures.mjs';
import { harper, HARPER_HOST, serveHarper } from './measure/harper.mjs';
import { painted } from './measure/painted.mjs';
import { rest } from './measure/rest.mjs';
import { start } from './measure/start.mjs';
import { thread } from './measure/thread.mjs';

const PARTS = { start, painted, thread, rest, harper };
/** A part in one browser takes at most this long (ms). */
const AT_MOST = 170_000;

const named = Object.keys(PARTS).filter((name) => process.argv.includes(name));
const quick = process.argv.includes('--quick');

/** Measures one part in a browser of its own, so that none inherits what another left behind. */
async function measure(browser, name, server) {
  const session = await launch({ browser, extensionDir: extensionDir(browser), port: server.port });
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`not done after ${AT_MOST / 1000} s`)), AT_MOST)));
  try {
    const work = PARTS[name](session, { quick }, server);
    // What comes after the time is over is of no interest.
    work.catch(() => undefined);
    await Promise.race([work, late]);
  } catch (error) {
    fault(`${browser}: ${name}`, error.message);
  } finally {
    clearTimeout(timer);
    await session.close();
  }
}

console.log('on this machine, in this run');
await bundleDemo();
const server = await startServer({ hosts: { [HARPER_HOST]: serveHarper } });
try {
  for (const browser of BROWSERS) {
    for (const name of named.length > 0 ? named : Object.keys(PARTS)) await measure(browser, name, server);
  }
} finally {
  await server.close();
}
close();
