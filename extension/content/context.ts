// What a composer answers: the comment or post that the platform's entry points to, as plain text. A selector that
// finds nothing, or is wrong, means "no context".

import { accountOf, counterOf, mediaOf } from './around.js';
import { closestAcross, findAll } from './dom.js';
import type { Answering, Composer, Platform } from './generated/platforms.js';
import type { Answered, ComposerInfo, SeenComment } from './generated/wire.js';
import { cut, plainText, valueOf, withAttribute } from './plain.js';

/** What a composer is, and the mention that decided about it. */
export interface Context {
  readonly about: ComposerInfo;
  readonly mention: string;
}

/** The `@handle` that a draft begins with, or ''. */
export const mentionOf = (draft: string): string => /^@[\w.-]+/.exec(draft)?.[0] ?? '';

/** What a composer is read with. */
export interface Subject {
  readonly element: Element;
  readonly entry: Composer;
  readonly platform: Platform;
}

/**
 * Reads what a composer is and what it answers. `before` is what was read last while the same composer has the focus,
 * `known` whom the page posted as when it was last seen here.
 */
export function readContext(of: Subject, draft: string, before: Context | null, known = before?.about.account ?? ''): Context {
  const { element, entry, platform } = of;
  const mention = mentionOf(draft);
  let answering: Answered | null = null;
  for (const rule of entry.answering) {
    answering = answeredBy(element, rule, mention);
    if (answering) break;
  }
  answering = answering && linked(answering, before?.about.answering ?? null);
  const kind = answering && entry.kind === 'post' ? 'reply' : entry.kind;
  const account = accountNow(of, known);
  const counter = counterOf(element, entry, draft, before === null ? null : before.about.counter);
  const media = mediaOf(element, platform);
  const about = { platform: platform.id, kind, editor: entry.editor, answering, account, counter, media };
  return { about, mention };
}

/** Whom the page posts as. Pages draw their menus anew now and then: what was seen last holds until somebody else is shown. */
export const accountNow = ({ element, platform }: Subject, known: string): string => accountOf(element, platform) || known;

/**
 * Where the comment has no link of its own, the page on which it stands is the way to it. Sites change their page's
 * address while somebody writes: the comment stays the one that it was.
 */
function linked(found: Answered, before: Answered | null): Answered {
  if (found.link !== '') return found;
  const same = before?.text === found.text && before.author === found.author;
  // A frame without an address of its own has none to give.
  const page = location.protocol === 'https:' ? location.href : '';
  return { ...found, link: same ? before.link : page };
}

/** What is found of each place where the answered comment may stand: numbers, and no text of the page. */
export function seenComments({ element, entry }: Subject): SeenComment[] {
  return entry.answering.map((rule) => {
    const blocks = candidates(element, rule);
    const authors = blocks.map((block) => (rule.author === undefined ? '' : authorOf(block, rule.author)));
    return {
      blocks: blocks.length,
      text: blocks.some((block, i) => textOf(block, rule, authors[i] ?? '') !== ''),
      author: authors.some((author) => author !== ''),
      link: blocks.some((block) => rule.link !== undefined && linkOf(block, rule.link) !== ''),
    };
  });
}

function answeredBy(composer: Element, rule: Answering, mention: string): Answered | null {
  for (const block of candidates(composer, rule)) {
    const author = rule.author === undefined ? '' : authorOf(block, rule.author);
    if (rule.named && !isNamed(author, rule.named, composer, mention)) continue;
    const text = textOf(block, rule, author);
    if (text !== '') return { text, author, link: rule.link === undefined ? '' : linkOf(block, rule.link) };
    // Without a name to go by, only the picked block counts.
    if (!rule.named) return null;
  }
  return null;
}

/** Whether the composer itself says that it answers this author. */
function isNamed(author: string, named: NonNullable<Answering['named']>, composer: Element, mention: string): boolean {
  const name = author.toLowerCase().replace(/^@/, '');
  if (name === '') return false;
  if (named === 'mention') return mention.toLowerCase() === `@${name}`;
  const labels = [composer.getAttribute('aria-label'), composer.getAttribute('aria-placeholder')];
  return labels.some((label) => label?.toLowerCase().includes(name));
}

/** The outermost host of the shadow roots around an element: what stands in the document itself. */
function inDocument(element: Element): Element {
  let at = element;
  for (let root = at.getRootNode(); root instanceof ShadowRoot; root = at.getRootNode()) at = root.host;
  return at;
}

/** The blocks that a rule means, in the order in which they are tried. */
function candidates(composer: Element, rule: Answering): Element[] {
  if (rule.pick === 'enclosing') {
    const block = closestAcross(composer, rule.block);
    return block ? [block] : [];
  }
  const scope = rule.within === undefined ? document : closestAcross(composer, rule.within);
  if (!scope) return [];
  const blocks = findAll(scope, rule.block);
  if (rule.pick === 'first') return blocks;
  // Inside the composer's own shadow root the order is that of the root; else that of the document.
  const anchor = scope.contains(composer) ? composer : inDocument(composer);
  return blocks
    .filter((block) => {
      const position = block.compareDocumentPosition(anchor);
      const follows = (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
      return follows && (position & Node.DOCUMENT_POSITION_CONTAINED_BY) === 0;
    })
    .reverse();
}

/** The elements that a part's selector means: `:scope` is the block itself. */
const parts = (block: Element, selector: string): Element[] =>
  selector === ':scope' ? [block] : findAll(block, selector);

function textOf(block: Element, rule: Answering, author: string): string {
  const found = parts(block, rule.text);
  if (rule.every === true) {
    const outermost = found.filter((element) => !found.some((other) => other !== element && other.contains(element)));
    return cut(outermost.map(plainText).filter((text) => text !== '').join('\n'));
  }
  const text = found.map(plainText).find((words) => words !== '') ?? '';
  const named = rule.text === ':scope' && author !== '' && text.startsWith(author);
  return cut(named ? text.slice(author.length).trim() : text);
}

/** The text of `selector`, or the attribute of `selector@attribute`. */
function authorOf(block: Element, selector: string): string {
  const [where, attribute] = withAttribute(selector);
  return valueOf(parts(block, where), attribute);
}

function linkOf(block: Element, selector: string): string {
  const href = parts(block, selector)[0]?.getAttribute('href');
  if (!href) return '';
  try {
    const url = new URL(href, document.baseURI);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : '';
  } catch {
    return '';
  }
}
