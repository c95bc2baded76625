// What stands around a composer besides the comment: whom the page posts as, the site's own counter, and what is attached
// to the draft. The engine decides what each means.

import { closestAcross, find, findAll, matches } from './dom.js';
import type { Composer, Platform } from './generated/platforms.js';
import type { PageCounter, SeenMedia } from './generated/wire.js';
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

/** How many pictures and films are attached, and of how many the page shows whether they are described. */
export function mediaOf(composer: Element, { media }: Platform): SeenMedia {
  const around = closestAcross(composer, AROUND);
  const root = composer.getRootNode();
  const scope = around ?? (root instanceof ShadowRoot ? root : document);
  // What lies in another dialog over the page belongs to another draft.
  const items = media ? findAll(scope, media.item).filter((item) => closestAcross(item, AROUND) === around) : [];
  const counted = (mark: string | undefined): number =>
    mark === undefined ? 0 : items.filter((item) => matches(item, mark) || find(item, mark) !== null).length;
  return { attached: items.length, described: counted(media?.described), bare: counted(media?.bare) };
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
