// The test bench's editors: where each stands, and how a test meets it.

import { chord, focusComposer } from '../harness/keys.mjs';
import { until } from '../harness/report.mjs';
import { readerBundle } from './driver.mjs';

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

const bundle = await readerBundle();

/** One editor with the card beside it. All that a contract does goes through here. */
export class Bench {
  /** Opens an editor's bench, focuses it and waits for the card. */
  static async open(session, editor) {
    const page = await session.newPage(editor.url);
    await until(() => page.evaluate(() => Boolean(window.__editor?.dom())), `the ${editor.name} on its bench`);
    await page.evaluate(bundle);
    await focusComposer(page);
    return new Bench(session, editor, page, await session.extensionFrame(page));
  }

  constructor(session, editor, page, frame) {
    Object.assign(this, { session, ...editor, page, frame });
  }

  close() {
    return this.page.close();
  }

  /** Sets a document through the model, with the caret at an offset; what was marked before is gone first. */
  async set(paragraphs, caret) {
    await this.page.evaluate(() => window.__editor.set(''));
    await this.stir();
    await until(async () => (await this.marks()).length === 0, 'no mark in an empty draft');
    await this.page.evaluate((document) => window.__editor.setDocument(document), paragraphs);
    if (caret !== undefined) await this.page.evaluate((offset) => window.__editor.select(offset), caret);
    await this.stir();
  }

  /** The pointer moves a little over the page: a field that a script has set without a word is looked at then. */
  async stir() {
    this.stirred = !this.stirred;
    await this.page.mouse.move(this.stirred ? 5 : 7, 5);
  }

  /** The focus back in the composer, as by a click. */
  focus() {
    return focusComposer(this.page);
  }

  /** Puts a text on the clipboard, as a person does: from a field of the page. */
  async copy(text) {
    await this.page.evaluate((value) => {
      const field = document.createElement('textarea');
      field.id = 'scratch';
      field.value = value;
      document.body.prepend(field);
      field.focus();
      field.select();
    }, text);
    await chord(this.page, 'Control', 'KeyC');
    await this.page.evaluate(() => document.querySelector('#scratch').remove());
    await this.focus();
  }

  /** What stands now: the model's text, what the driver reads in the page, the model's selection. */
  state() {
    return this.page.evaluate(() => {
      const { read } = window.__driver;
      const dom = window.__editor.dom();
      return {
        text: window.__editor.read(),
        shown: dom && read(dom).text,
        selection: window.__editor.selectionOffsets(),
        focused: Boolean(dom?.contains(document.activeElement)),
      };
    });
  }

  /** Waits until model and page both hold `text`; says what they hold if they never do. */
  async holds(text, what) {
    let now;
    await until(async () => {
      now = await this.state();
      return now.text === text && now.shown === text;
    }, what).catch((error) => {
      throw new Error(`${error.message}: model ${JSON.stringify(now.text)}, page ${JSON.stringify(now.shown)}, wanted ${JSON.stringify(text)}`);
    });
  }

  /** Waits until the model's caret stands at an offset. */
  async caretAt(offset, what) {
    let now;
    await until(async () => {
      now = (await this.state()).selection;
      return now?.[0] === offset && now[1] === offset;
    }, what).catch((error) => {
      throw new Error(`${error.message}: the selection is ${JSON.stringify(now)}, wanted ${offset}`);
    });
  }

  /** The marked texts, in no order. */
  marks() {
    return this.page.evaluate(() =>
      [...CSS.highlights.values()].flatMap((highlight) =>
        [...highlight].map((at) => {
          const range = document.createRange();
          try {
            range.setStart(at.startContainer, at.startOffset);
            range.setEnd(at.endContainer, at.endOffset);
          } catch {
            return '';
          }
          return range.toString().replaceAll('\uFEFF', '');
        }),
      ),
    );
  }

  /** Waits until something marked reads `text`. */
  marked(text) {
    return until(async () => (await this.marks()).includes(text), `a mark on ${JSON.stringify(text)}`);
  }
}
