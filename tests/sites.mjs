// A server of the person's own: added by name on the options page, with the browser's permission, worked on at once, kept
// over an update, and left again. Nothing is attached there before and after, nor to a page there of other software.
//
// The browser's own question cannot be answered by a program. In Firefox a preference takes it for a yes. In Chromium
// the copy of the build that is tested holds the permission from the beginning, so that asking for it succeeds without a
// question; that it is asked for, and for this host alone, is seen by listening in on the request. The answer "no" is
// given in place of the browser, in both.
//
//   node tests/sites.mjs [chromium|firefox]

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleDemo, demoDir } from './harness/bundle.mjs';
import { press, says, waitForSaying } from './harness/card.mjs';
import { extensionDir } from './harness/extension.mjs';
import { launch } from './harness/browsers.mjs';
import { focusComposer, highlighted, readEditor, typeText } from './harness/keys.mjs';
import { assert, assertEqual, check, finish, until } from './harness/report.mjs';
import { startServer } from './harness/server.mjs';
import { BROWSERS } from './harness/sites.mjs';

const HOST = 'social.wrenfield.example';
const HOME = `https://${HOST}/publish?kind=post`;

/** Serves the Mastodon page, and under /other a page of other software with a composer of the same shape. */
async function serve(request, response) {
  const { pathname } = new URL(request.url, `https://${HOST}`);
  const asset = /^\/demo\/([\w-]+\.(?:js|css))$/.exec(pathname)?.[1];
  const file = await readFile(join(demoDir, asset ?? 'mastodon.html'), 'utf8').catch(() => null);
  if (file === null) return response.writeHead(404).end();
  const type = { js: 'text/javascript', css: 'text/css' }[asset?.split('.').at(-1)] ?? 'text/html';
  const policy = "default-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:";
  const body = pathname === '/other' ? file.replace(/<script id="initial-state".*?<\/script>/s, '') : file;
  return response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': policy }).end(body);
}

/** The build, for Chromium with the permission that a test cannot click for. */
async function prepared(browser) {
  const dir = await mkdtemp(join(tmpdir(), 'cuecard-sites-'));
  await cp(extensionDir(browser), dir, { recursive: true });
  if (browser === 'chromium') {
    const path = join(dir, 'manifest.json');
    const manifest = JSON.parse(await readFile(path, 'utf8'));
    await writeFile(path, JSON.stringify({ ...manifest, host_permissions: [`https://${HOST}/*`] }));
  }
  return dir;
}

const ours = (page) => page.evaluate(() => ({ hosts: document.documentElement.children.length - 2, highlights: CSS.highlights.size }));
const NOTHING = { hosts: 0, highlights: 0 };

/** What the extension has registered, and holds of the list. */
const kept = (options) =>
  options.evaluate(async (host) => {
    const { cuecardApi: api } = globalThis;
    const scripts = await api.scripting.getRegisteredContentScripts();
    const { servers } = await api.storage.local.get('servers');
    return { matches: scripts.flatMap((script) => script.matches), listed: Object.keys(servers ?? {}), permitted: await api.permissions.contains({ origins: [`https://${host}/*`] }) };
  }, HOST);

async function openOptions(session) {
  const page = await session.newPage(session.extensionUrl('options.html'));
  await waitForSaying(page, 'Servers of your own');
  return page;
}

/** Types into the field and presses Add, as a person does. */
async function add(page, text) {
  await page.bringToFront();
  const field = await page.waitForSelector('#server');
  await field.click();
  await field.evaluate((node) => node.select());
  await page.keyboard.press('Backspace');
  await page.keyboard.type(text);
  await press(page, /^Add$/);
}

async function marks(session, page) {
  await page.bringToFront();
  await focusComposer(page);
  const frame = await session.extensionFrame(page);
  await typeText(page, 'Our ER', { delay: 0 });
  await until(() => highlighted(page), 'underlines');
  return frame;
}

/** Types into the composer, waits for as long as a driver would need, and sees that nobody came. */
async function nobodyComes(page) {
  await page.bringToFront();
  await focusComposer(page);
  await page.keyboard.type('Our ER');
  await until(async () => (await readEditor(page)).text.endsWith('Our ER'), 'the text');
  await new Promise((resolve) => setTimeout(resolve, 500));
  assertEqual(await ours(page), NOTHING, 'what is attached');
}

async function refusals(session) {
  const options = await openOptions(session);
  for (const [typed, words] of [
    ['', /There is no server in the field\./],
    ['http://plain.example', /begins with http:\/\/.*https:\/\/ address\./],
    ['our server', /“our server” holds no server’s name\. Type only the name/],
    ['intranet', /“intranet” has no dot.*for example intranet\.example\.org\./],
    ['10.0.0.7', /“10\.0\.0\.7” is a number in place of a name\./],
    ['https://mastodon.social/@somebody', /works on mastodon\.social anyway: it belongs to Mastodon\./],
  ]) {
    await add(options, typed);
    await waitForSaying(options, words);
    assertEqual(await options.$eval('#server', (field) => field.getAttribute('aria-invalid')), 'true', `the field after ${typed}`);
  }
  await options.evaluate(() => {
    globalThis.cuecardApi.permissions.request = async () => false;
  });
  await add(options, HOST);
  await waitForSaying(options, new RegExp(`was not allowed to let Cuecard into ${HOST.replaceAll('.', '\\.')}.*Press Add again`));
  const { matches, listed } = await kept(options);
  assertEqual([matches, listed], [[], []], 'what is registered and listed after all that');
  await options.close();
}

async function added(session) {
  const before = await session.newPage(HOME);
  await nobodyComes(before);

  const options = await openOptions(session);
  await options.evaluate(() => {
    const { permissions } = globalThis.cuecardApi;
    const { request } = permissions;
    globalThis.__asked = [];
    permissions.request = (wanted) => {
      globalThis.__asked.push(wanted);
      return request.call(permissions, wanted);
    };
  });
  // As pasted from the address bar.
  await add(options, `https://${HOST.toUpperCase()}/@somebody/1?a=b`);
  await waitForSaying(options, `Cuecard works on ${HOST} now`);
  assertEqual(await options.evaluate(() => globalThis.__asked), [{ origins: [`https://${HOST}/*`] }], 'what was asked for');
  await until(async () => (await kept(options)).matches.length > 0, 'the registration');
  assertEqual(await kept(options), { matches: [`https://${HOST}/*`], listed: [HOST], permitted: true }, 'what is kept');
  await add(options, HOST);
  await waitForSaying(options, `${HOST} is on the list already.`);

  // The page that was open, without a reload; and a new one.
  await marks(session, before);
  await before.close();
  const fresh = await session.newPage(HOME);
  const frame = await marks(session, fresh);
  await waitForSaying(frame, /to look at|must change/);
  await fresh.close();
  const other = await session.newPage(`https://${HOST}/other`);
  await nobodyComes(other);
  await other.close();
  await options.close();
}

async function outlivesUpdate(session) {
  await session.browser.installExtension(session.extensionDir);
  const options = await until(() => openOptions(session).catch(() => null), 'the options after the update');
  await until(async () => (await kept(options)).matches.length > 0, 'the registration after an update');
  assertEqual((await kept(options)).matches, [`https://${HOST}/*`], 'what is registered');
  await options.close();
  const page = await session.newPage(HOME);
  await marks(session, page);
  await page.close();
}

async function switchedAndRemoved(session) {
  const options = await openOptions(session);
  await waitForSaying(options, HOST);
  const page = await session.newPage(HOME);
  await marks(session, page);

  await options.bringToFront();
  await press(options, new RegExp(`^${HOST.replaceAll('.', '\\.')}`));
  await until(() => options.evaluate(async (host) => (await globalThis.cuecardApi.storage.local.get('sites')).sites?.[host]?.off === true, HOST), 'the switch');
  await page.bringToFront();
  await until(async () => (await ours(page)).hosts === 0, 'everything gone after it was switched off');
  await options.bringToFront();
  await press(options, new RegExp(`^${HOST.replaceAll('.', '\\.')}`));
  await marks(session, page);

  await options.bringToFront();
  await press(options, /^Remove social/);
  await waitForSaying(options, `Cuecard has left ${HOST}`);
  await until(async () => (await kept(options)).matches.length === 0, 'the registration gone');
  const { listed, permitted } = await kept(options);
  assertEqual(listed, [], 'the list');
  // Chromium's copy holds it for good: see above.
  if (session.name === 'firefox') assertEqual(permitted, false, 'the permission');
  assert(!(await says(options)).includes('Remove'), 'there is still something to remove');
  await page.bringToFront();
  await until(async () => (await ours(page)).hosts === 0, 'everything gone from the open page');
  assertEqual(await ours(page), NOTHING, 'what is left in the open page');
  await page.close();
  const after = await session.newPage(HOME);
  await nobodyComes(after);
  await after.close();
  await options.close();
}

/** Taken back in the browser's own settings. Chromium's copy holds the permission for good: see above. */
async function permissionTakenBack(session) {
  const options = await openOptions(session);
  await add(options, HOST);
  await waitForSaying(options, `Cuecard works on ${HOST} now`);
  const page = await session.newPage(HOME);
  await marks(session, page);
  await options.evaluate((host) => globalThis.cuecardApi.permissions.remove({ origins: [`https://${host}/*`] }), HOST);
  await until(async () => (await kept(options)).listed.length === 0, 'the list without it');
  await until(async () => (await kept(options)).matches.length === 0, 'the registration gone');
  await until(async () => (await ours(page)).hosts === 0, 'everything gone from the open page');
  await page.close();
  await options.close();
}

await bundleDemo();
const server = await startServer({ hosts: { [HOST]: serve } });
try {
  for (const browser of BROWSERS) {
    const dir = await prepared(browser);
    const session = await launch({ browser, extensionDir: dir, port: server.port, firefoxPrefs: { 'extensions.webextOptionalPermissionPrompts': false } });
    try {
      await check(`${browser}: what cannot be added is refused with the reason and the way to mend it`, () => refusals(session));
      await check(`${browser}: a server is asked for by name, and worked on at once`, () => added(session));
      await check(`${browser}: it is still there after an update`, () => outlivesUpdate(session));
      await check(`${browser}: switched off, on, and removed again`, () => switchedAndRemoved(session));
      if (browser === 'firefox') await check(`${browser}: a permission that is taken back takes the server off the list`, () => permissionTakenBack(session));
    } finally {
      await session.close();
      await rm(dir, { recursive: true, force: true });
    }
  }
} finally {
  await server.close();
}
finish();
