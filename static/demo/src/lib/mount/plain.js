// A contenteditable without a library. It has no model but its own nodes, so the model here is a reading of them that
// shares nothing with the extension's. `new` parts its lines by blocks, as Chromium's Enter does; `old` by breaks.

import { expose } from '../editors.js';
import { inParagraph, plainDocument } from './document.js';

function piece(run) {
  if (typeof run === 'string') return document.createTextNode(run);
  const element = document.createElement(run.kind === 'link' ? 'a' : 'span');
  element.className = 'entity';
  element.textContent = run.text;
  if (run.kind === 'mention') element.contentEditable = 'false';
  return element;
}

/** The places of the text: each line is a list of text nodes, or of the element that stands for an empty line. */
function linesOf(element) {
  const lines = [];
  let line = null;
  const open = (holder, index) => (line ??= lines[lines.push({ holder, index, texts: [] }) - 1]);
  const walk = (parent) => {
    [...parent.childNodes].forEach((node, index) => {
      if (node.nodeType === Node.TEXT_NODE) {
        if (node.data !== '') open(parent, index).texts.push(node);
      } else if (node.nodeName === 'BR') {
        open(parent, index);
        line = null;
        // A break that is not the last of its block begins a line, even an empty one.
        if (node.nextSibling && !node.nextSibling.nodeName.match(/^(DIV|P|BR)$/)) open(parent, index + 1);
      } else if (/^(DIV|P)$/.test(node.nodeName)) {
        line = null;
        walk(node);
        line = null;
      } else {
        walk(node);
      }
    });
  };
  walk(element);
  if (lines.length === 0) lines.push({ holder: element, index: 0, texts: [] });
  return lines;
}

const textOf = (line) => line.texts.map((node) => node.data).join('');
const lengthOf = (line) => textOf(line).length;

/** The text; browsers put no-break spaces where a space would not be seen. */
const read = (element) => linesOf(element).map(textOf).join('\n').replaceAll('\u00A0', ' ');

function pointOf(lines, offset) {
  const { index, at } = inParagraph(lines.map(lengthOf), offset);
  let left = at;
  for (const node of lines[index].texts) {
    if (left <= node.data.length) return [node, left];
    left -= node.data.length;
  }
  return [lines[index].holder, lines[index].index];
}

/** Where a boundary of the selection lies in the text. */
function offsetOf(element, node, at) {
  const range = document.createRange();
  let total = 0;
  for (const line of linesOf(element)) {
    for (const text of line.texts) {
      if (text === node) return total + at;
      range.selectNode(text);
      if (range.comparePoint(node, at) < 0) return total;
      total += text.data.length;
    }
    if (line.texts.length === 0) {
      range.setStart(line.holder, line.index);
      range.collapse(true);
      if (range.comparePoint(node, at) <= 0) return total;
    }
    const next = line.texts.at(-1);
    if (next) {
      range.setStartAfter(next);
      range.collapse(true);
      const sameBlock = next.parentNode === node && at <= [...node.childNodes].indexOf(next) + 1;
      if (sameBlock) return total;
    }
    total += 1;
  }
  return total - 1;
}

/** Makes an editable `<div>` in `container`; `attributes` go to it. */
export function mountPlain(version, name, container, { attributes = {}, placeholder = '', changed } = {}) {
  const element = document.createElement('div');
  const own = { class: 'editable', contenteditable: 'true', role: 'textbox', spellcheck: 'true', 'aria-placeholder': placeholder };
  for (const [key, value] of Object.entries({ ...own, ...attributes })) element.setAttribute(key, value);
  container.append(element);
  element.addEventListener('input', () => changed?.(read(element)));

  const setDocument = (paragraphs) => {
    const breaks = version === 'old';
    const lines = paragraphs.map((runs) => runs.map(piece));
    const nodes = [];
    lines.forEach((line, index) => {
      if (breaks) {
        if (index > 0) nodes.push(document.createElement('br'));
        nodes.push(...line);
      } else if (index === 0 && line.length > 0) {
        nodes.push(...line);
      } else {
        const block = document.createElement('div');
        block.append(...(line.length > 0 ? line : [document.createElement('br')]));
        nodes.push(block);
      }
    });
    // A last empty line needs a second break to be seen.
    if (breaks && lines.length > 1 && lines.at(-1).length === 0) nodes.push(document.createElement('br'));
    const empty = lines.length === 1 && lines[0].length === 0;
    element.replaceChildren(...(empty ? [] : nodes));
    if (document.activeElement === element) {
      const lines = linesOf(element);
      getSelection().collapse(...pointOf(lines, lines.map(lengthOf).reduce((sum, length) => sum + length + 1, -1)));
    }
    changed?.(read(element));
  };
  return expose(name, {
    kind: 'contenteditable',
    dom: () => element,
    read: () => read(element),
    set: (text) => setDocument(plainDocument(text)),
    setDocument,
    select(start, end = start) {
      element.focus();
      const lines = linesOf(element);
      getSelection().setBaseAndExtent(...pointOf(lines, start), ...pointOf(lines, end));
    },
    selectionOffsets() {
      const selection = getSelection();
      if (!selection.rangeCount || !element.contains(selection.anchorNode)) return null;
      const range = selection.getRangeAt(0);
      return [
        offsetOf(element, range.startContainer, range.startOffset),
        offsetOf(element, range.endContainer, range.endOffset),
      ];
    },
  });
}
