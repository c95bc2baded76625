// Serves the demo pages over HTTPS under the sites' real host names, so that the manifest's real `matches` run in
// tests. The browsers are told to bring every name to this server (browsers.mjs), and every request is kept, so a test
// can prove that nothing else was asked for.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { extname, join } from 'node:path';
import { generate } from 'selfsigned';
import { FIXTURE_HOSTS } from '../../static/demo/fixtures/index.js';
import { demoDir } from './bundle.mjs';

/** Which page a host shows, whatever the path. */
export const PAGES = {
  'cuecard.demo': 'index.html',
  'mastodon.social': 'mastodon.html',
  'www.instagram.com': 'instagram.html',
  'x.com': 'x.html',
  'www.facebook.com': 'facebook.html',
  'www.linkedin.com': 'linkedin.html',
  'bsky.app': 'bluesky.html',
  'unlisted.example': 'unlisted.html',
};

const TRUSTED = "require-trusted-types-for 'script'";
// What Quill 1 gives itself at its start, `style="white-space: normal;"`: a site that uses it allows it.
const QUILL = "'unsafe-hashes' 'sha256-RvAvREUHojDuwHylTVWZp9DhleqLs6ml8G7LpjCF+EY='";
const STRICT = `default-src 'self'; script-src 'self'; style-src 'self' ${QUILL}; connect-src 'self'; img-src 'self' data:; ${TRUSTED}`;
const LOCKED = `default-src 'none'; frame-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; ${TRUSTED}`;

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** The test bench stands on every host, beside the host's own page. */
const BENCH = '/bench';

/** The headers of a page. Two paths work on every host: `/locked` forbids all frames, `/isolated` is cross-origin isolated. */
function pageHeaders(path) {
  const isolated = path.startsWith('/isolated');
  return {
    'content-security-policy': path.startsWith('/locked') ? LOCKED : STRICT,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...(isolated && { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' }),
  };
}

async function certificate() {
  const hosts = [...new Set([...Object.keys(PAGES), ...FIXTURE_HOSTS, 'localhost'])];
  return generate([{ name: 'commonName', value: 'cuecard.demo' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) }],
  });
}

/**
 * Starts the server on 127.0.0.1. `requests` grows by `{ method, host, path, known }` with every request;
 * `known` is false for a host that has no page here, which is where an unwanted request would show. A test that needs a
 * server of its own (a shared playbook, say) gives it as `hosts: { 'team.example': (request, response) => … }`.
 */
export async function startServer({ port = 0, dir = demoDir, hosts = {} } = {}) {
  const { private: key, cert } = await certificate();
  const requests = [];

  const server = createServer({ key, cert }, async (request, response) => {
    const { hostname: host, pathname, searchParams, href } = new URL(request.url, `https://${request.headers.host ?? 'none.invalid'}`);
    const handler = Object.hasOwn(hosts, host) ? hosts[host] : null;
    // On the hosts of the fixtures, that is all there is: anything else that is asked for there is news.
    const fixture = FIXTURE_HOSTS.includes(host) && searchParams.has('fixture');
    const known = Boolean(handler) || Object.hasOwn(PAGES, host) || fixture || (FIXTURE_HOSTS.includes(host) && /^\/(demo\/|bench$|favicon\.ico$)/.test(pathname));
    requests.push({ method: request.method, host, path: href.slice(href.indexOf(host) + host.length).replace(/^:\d+/, ''), known });

    if (handler) return handler(request, response);
    const reply = (status, headers = {}, body = '') => response.writeHead(status, { 'cache-control': 'no-store', ...headers }).end(body);
    if (!known) return reply(404);
    if (request.method !== 'GET' && request.method !== 'HEAD') return reply(405);
    if (pathname === '/favicon.ico') return reply(204);

    const asset = /^\/demo\/([\w-]+\.(?:js|css))$/.exec(pathname)?.[1];
    const file = asset ?? (pathname.startsWith('/demo/') ? null : pathname === BENCH ? 'bench.html' : fixture ? 'fixtures.html' : PAGES[host]);
    const body = file && (await readFile(join(dir, file)).catch(() => null));
    if (!body) return reply(404);
    return reply(200, { 'content-type': TYPES[extname(file)], ...(asset ? {} : pageHeaders(pathname)) }, body);
  });

  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
