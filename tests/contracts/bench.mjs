// The test bench's editors: where each stands, and how a test meets it.

import { until } from '../harness/report.mjs';

/** Every editor kind, under the host of a platform that has it; two versions, or two shapes, where there are. */
export const KINDS = {
  textarea: { host: 'mastodon.social', versions: ['new'] },
  'react-textarea': { host: 'www.instagram.com', versions: ['new', 'old'] },
  contenteditable: { host: 'www.youtube.com', versions: ['new', 'old'] },
  draft: { host: 'x.com', versions: ['new', 'old'] },
  lexical: { host: 'www.facebook.com', versions: ['new', 'old'] },
  quill: { host: 'www.linkedin.com', versions: ['new', 'old'] },
  prosemirror: { host: 'bsky.app', versions: ['new', 'old'] },
  slate: { host: 'x.com', versions: ['new', 'old'] },
};

/** All editors as `{ kind, version, url, name }`, or those whose kind or version is named on the command line. */
export function chosenEditors(args = process.argv) {
  const kinds = Object.keys(KINDS).filter((kind) => args.includes(kind));
  const versions = ['new', 'old'].filter((version) => args.includes(version));
  return Object.entries(KINDS).flatMap(([kind, { host, versions: all }]) =>
    all
      .filter((version) => (kinds.length === 0 || kinds.includes(kind)) && (versions.length === 0 || versions.includes(version)))
      .map((version) => ({ kind, version, name: `${kind} ${version}`, url: `https://${host}/bench?kind=${kind}&version=${version}` })),
  );
}

/** Opens an editor's bench, once it is drawn. */
export async function openBench(session, editor) {
  const page = await session.newPage(editor.url);
  await until(() => page.evaluate(() => Boolean(window.__editor?.dom())), `the ${editor.name} on its bench`);
  return page;
}
