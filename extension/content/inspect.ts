// What of a platform's entry is found on this page, for a report that the person may send to us: names from our own data,
// numbers, and whether something is there. Never a text of the page, its address, or a name on it.

import { accountOf, mediaOf } from './around.js';
import { seenComments, type Subject } from './context.js';
import { findAll } from './dom.js';
import { siteOfPage } from './frames.js';
import type { Inspection, SeenComposer } from './generated/wire.js';
import { submitOf } from './geometry.js';
import { listedPlatform } from './platform.js';

/** Looks at the page; `attached` is the composer beside which the card stands. */
export function inspect(attached: Subject): Inspection {
  const { platform } = attached;
  return {
    platform: platform.id,
    framed: window !== window.parent,
    added: listedPlatform(siteOfPage()) === null,
    composers: platform.composers.map((entry): SeenComposer => {
      const { id, date } = entry;
      // An open shadow root around the composer may hold more of its kind.
      const root = attached.element.getRootNode();
      const scopes: ParentNode[] = root instanceof ShadowRoot ? [document, root] : [document];
      const found = scopes.flatMap((scope) => findAll(scope, entry.select)).length;
      if (entry !== attached.entry) {
        return { id, date, found, attached: false, submit: false, account: false, media: 0, answering: [] };
      }
      return {
        id,
        date,
        found,
        attached: true,
        submit: entry.submit !== undefined && submitOf(attached.element, entry.submit) !== null,
        account: accountOf(attached.element, platform) !== '',
        media: mediaOf(attached.element, platform).attached,
        answering: seenComments(attached),
      };
    }),
  };
}
