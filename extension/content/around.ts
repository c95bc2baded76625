// What stands around a composer besides the comment: whom the page posts as, and the site's own counter. The engine
// decides what either means.

import { closestAcross, findAll, matches } from './dom.js';
import type { Composer, Platform } from './generated/platforms.js';
import type { PageCounter } from './generated/wire.js';
import { cut, valueOf, withAttribute } from './plain.js';

/** What holds a composer together with what belongs to it alone. */
const AROUND = 'form, dialog, [role="dialog"]';

/** Whom the page posts as, as it shows it; '' when nothing is found. */
export function accountOf(composer: Element, platform: Platform): string {
  for (const selector of platform.account) {
    const account = nearest(composer, selector);
    if (account !== '') return cut(account);
  }
  return '';
}

/**
 * What the site's counter shows, with the draft that it shows it for. The page brings its counter up to date some time
 * after a key press, so the two are read together when a composer gets the focus, and kept while the person types; as
 * long as nothing was typed the counter may still change by itself.
 */
export function counterOf(
  composer: Element,
  entry: Composer,
  draft: string,
  before: PageCounter | null,
): PageCounter | null {
  if (entry.counter === undefined) return null;
  if (before && before.draft !== draft) return before;
  const shows = nearest(composer, entry.counter.select);
  return shows === '' ? null : { shows, draft };
}

/** What the composer itself says, else what its form or dialog says, else the page. */
function nearest(composer: Element, selector: string): string {
  const [where, attribute] = withAttribute(selector);
  const own = matches(composer, where) ? valueOf([composer], attribute) : '';
  if (own !== '') return own;
  const around = closestAcross(composer, AROUND);
  const near = around === null ? '' : valueOf(findAll(around, where), attribute);
  return near === '' ? valueOf(findAll(document, where), attribute) : near;
}
