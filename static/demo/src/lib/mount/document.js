// A document that every editor can be given through its own model: paragraphs of runs. A run is a string, or a word that
// the editor holds as an entity of its own: `{ kind: 'mention' | 'hashtag' | 'link', text }`.

/** Plain text as a document: a paragraph a line. */
export const plainDocument = (text) => text.split('\n').map((line) => (line === '' ? [] : [line]));

const runText = (run) => (typeof run === 'string' ? run : run.text);

/** A paragraph's text. */
export const paragraphText = (runs) => runs.map(runText).join('');

/** The text of a document, paragraphs parted by "\n". */
export const documentText = (paragraphs) => paragraphs.map(paragraphText).join('\n');

/** The paragraph that holds an offset of the text, and the offset in it. */
export function inParagraph(lengths, offset) {
  let left = offset;
  for (const [index, length] of lengths.entries()) {
    if (left <= length) return { index, at: left };
    left -= length + 1;
  }
  throw new RangeError(`offset ${offset} lies behind the text`);
}
