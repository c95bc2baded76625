// What our element and our underlines look like, in a form that does not outlive the extension.
//
// Firefox ends a content script whose extension is switched off, updated or removed before it can clean up: nothing of
// ours may be seen then. So there the rules stand in a style sheet that the background inserts, which Firefox takes away
// with the extension, and without it our element is not displayed and the underlines have no look. (It may do that: in
// Firefox the hosts of the manifest's content scripts are host permissions.) In Chromium a content script lives on and
// cleans up by itself; there the rules stand in a sheet of the driver's own.

import type { Teardown } from './teardown.js';
import { insertStyles, isFirefox } from './webext.js';

/** Random, for the page can see it, and says nothing. */
const randomName = (): string =>
  'h' + Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => (byte % 36).toString(36)).join('');

/** A driver has no more highlights than this. */
export const HIGHLIGHTS = 4;

/** The name of a highlight: the driver that comes after an update finds it by the element that was left behind. */
export const highlightName = (token: string, number: number): string => `${token}${number}`;

export class Livery {
  private readonly token = randomName();
  /** Null where the background inserts the rules. */
  private sheet: CSSStyleSheet | null = null;
  private readonly dressed = new Set<DocumentOrShadowRoot>();
  private readonly inserted = isFirefox();
  private rules: readonly string[] = [];

  constructor(
    private readonly element: HTMLElement,
    private readonly teardown: Teardown,
  ) {
    teardown.add(() => this.undress());
    if (!this.inserted) return;
    element.className = this.token;
    element.style.setProperty('display', 'none', 'important');
    // The browser's own user level wins over the page and over the element's own style.
    this.insert(`.${this.token} { display: block !important }`);
  }

  /** The name of a highlight, counted from 0 to less than `HIGHLIGHTS`. */
  name(number: number): string {
    return highlightName(this.token, number);
  }

  /** Takes the rules of the highlights. */
  wear(rules: readonly string[]): void {
    this.rules = rules;
    if (this.inserted) this.insert(rules.join('\n'));
    else this.adopt();
  }

  /** Puts the rules where ranges will lie: the document, the mirror's root, an open root around a composer. */
  dress(scope: DocumentOrShadowRoot): void {
    this.dressed.add(scope);
    this.keep();
  }

  /** Looks after what the page may have thrown away. */
  keep(): void {
    const sheet = this.sheet;
    if (!sheet) return;
    for (const scope of this.dressed) {
      if (!scope.adoptedStyleSheets.includes(sheet)) scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, sheet];
    }
  }

  private adopt(): void {
    this.sheet = new CSSStyleSheet();
    this.sheet.replaceSync(this.rules.join('\n'));
    this.keep();
  }

  private insert(css: string): void {
    void insertStyles(css, this.teardown).then((done) => {
      // A browser that does not let us: better seen, and left behind by an update, than not seen at all.
      if (done || this.teardown.ended) return;
      this.element.style.setProperty('display', 'block', 'important');
      if (!this.sheet) this.adopt();
    });
  }

  private undress(): void {
    for (const scope of this.dressed) {
      scope.adoptedStyleSheets = scope.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet);
    }
  }
}
