// What stands where around a composer, so that the card can choose a place that covers none of the site's controls.

import { closestAcross, findAll, find, parentOf } from './dom.js';
import { visiblePart } from './frames.js';
import type { Geometry, Rect } from './generated/wire.js';

/** How far around the composer controls matter (CSS px), and how many are told of. */
const NEAR = 400;
const MOST = 60;
/** More candidates than this are not measured: the page is too large to look at all of it. */
const CANDIDATES = 3000;
/** A box that takes more of the viewport than this is the page, not the composer's. */
const MOSTLY = 0.5;

const CONTROLS = [
  'button',
  'a[href]',
  'input:not([type="hidden"])',
  'select',
  'textarea',
  'summary',
  '[contenteditable="true"]',
  ...['button', 'link', 'tab', 'menuitem', 'combobox'].map((role) => `[role="${role}"]`),
].join(', ');

/** A modal part of the page: what lies behind it cannot be used anyway. */
const MODAL = '[aria-modal="true"], dialog[open]';

export const toRect = (box: DOMRectReadOnly): Rect => ({ x: box.x, y: box.y, w: box.width, h: box.height });

/**
 * Reads the layout around a composer: on focus, on resize, after scrolling, and at most once a second while the page
 * changes.
 */
export function geometryOf(composer: HTMLElement, submitSelector: string | undefined): Geometry {
  const box = composer.getBoundingClientRect();
  const submit = submitSelector === undefined ? null : submitOf(composer, submitSelector);
  return {
    viewport: visiblePart(),
    composer: toRect(box),
    submit: submit && toRect(submit.getBoundingClientRect()),
    surround: submit && surroundOf(composer, submit),
    controls: controlsNear(composer, box),
  };
}

/** The site's submit control: the match in the nearest ancestor that has one. */
export function submitOf(composer: Element, selector: string): Element | null {
  for (let at = parentOf(composer); at && at !== document.documentElement; at = parentOf(at)) {
    const found = find(at, selector);
    if (found) return found;
  }
  return null;
}

/** The modal dialog, else the smallest box of the site's, that holds both; unless it is most of the page. */
function surroundOf(composer: Element, submit: Element): Rect | null {
  let around = closestAcross(composer, MODAL) ?? parentOf(composer);
  while (around && !around.contains(submit)) around = parentOf(around);
  const box = around?.getBoundingClientRect();
  return box && box.width * box.height < MOSTLY * innerWidth * innerHeight ? toRect(box) : null;
}

function controlsNear(composer: Element, box: DOMRectReadOnly): Rect[] {
  const scopes: ParentNode[] = [closestAcross(composer, MODAL) ?? document];
  const root = composer.getRootNode();
  if (root instanceof ShadowRoot) scopes.push(root);
  const near: { readonly rect: Rect; readonly far: number }[] = [];
  for (const control of scopes.flatMap((scope) => findAll(scope, CONTROLS)).slice(0, CANDIDATES)) {
    if (control === composer || composer.contains(control) || control.contains(composer)) continue;
    const at = control.getBoundingClientRect();
    if (at.width === 0 || at.height === 0) continue;
    const far = Math.max(box.left - at.right, at.left - box.right, box.top - at.bottom, at.top - box.bottom, 0);
    if (far > NEAR || !control.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    near.push({ rect: toRect(at), far });
  }
  return near
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST)
    .map(({ rect }) => rect);
}

/** The same for two geometries that differ by less than the card can tell. */
export const fingerprint = (geometry: Geometry): string =>
  JSON.stringify(geometry, (_, value: unknown) => (typeof value === 'number' ? Math.round(value) : value));
