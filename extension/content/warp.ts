// How an element lies in the viewport when something around it is scaled, turned or zoomed, and what of it the boxes
// around it let through. Reads styles and layout.

import { parentOf } from './dom.js';

/** An element's coordinates to the viewport's: the linear part, and where its border box begins. */
export interface Warp {
  readonly linear: DOMMatrix;
  /** Of the zoom properties around it, which lay text out anew; the linear part has it in it. */
  readonly zoom: number;
  /** From the upper left corner of its bounding box to its own. */
  readonly dx: number;
  readonly dy: number;
}

/** How far a bounding box may be from where it was computed to be (CSS px). */
const CLOSE = 1;

/** How `element` lies; null where that cannot be told, as in a perspective. */
export function warpOf(element: HTMLElement): Warp | null {
  const zoom = zoomOf(element);
  let linear = new DOMMatrix();
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const own = linearOf(getComputedStyle(at));
    if (!own) return null;
    linear = own.multiply(linear);
  }
  linear.scaleSelf(zoom);
  const { offsetWidth: w, offsetHeight: h } = element;
  const corners = [point(linear, 0, 0), point(linear, w, 0), point(linear, 0, h), point(linear, w, h)];
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  const box = element.getBoundingClientRect();
  const off = Math.max(Math.abs(Math.max(...xs) - left - box.width), Math.abs(Math.max(...ys) - top - box.height));
  return off > CLOSE ? null : { linear, zoom, dx: -left, dy: -top };
}

/** How often an element is magnified by the zoom properties of itself and all around it. */
export const zoomOf = (element: Element): number => (element as { currentCSSZoom?: number }).currentCSSZoom ?? 1;

/** A vector of the element's in the viewport. */
export const point = (linear: DOMMatrix, x: number, y: number): { x: number; y: number } => ({
  x: linear.a * x + linear.c * y,
  y: linear.b * x + linear.d * y,
});

/** The linear part of an element's own transforms; null for one in space. */
function linearOf(style: CSSStyleDeclaration): DOMMatrix | null {
  const matrix = new DOMMatrix();
  if (style.perspective !== 'none') return null;
  if (style.rotate !== 'none' && style.rotate !== '') {
    const turned = new DOMMatrix(`rotate(${style.rotate})`);
    matrix.multiplySelf(turned);
  }
  if (style.scale !== 'none' && style.scale !== '') {
    const [x = 1, y = x, z = 1] = style.scale.split(' ').map(Number);
    if (z !== 1) return null;
    matrix.scaleSelf(x, y);
  }
  if (style.transform !== 'none') matrix.multiplySelf(new DOMMatrix(style.transform));
  if (!matrix.is2D) return null;
  return new DOMMatrix([matrix.a, matrix.b, matrix.c, matrix.d, 0, 0]);
}

/** The boxes around an element that cut off what stands out of them. */
export function clipping(element: Element): Element[] {
  const found: Element[] = [];
  let { position } = getComputedStyle(element);
  for (let at = parentOf(element); at && at !== document.body && at !== document.documentElement; at = parentOf(at)) {
    if (position === 'fixed') break;
    const style = getComputedStyle(at);
    // An element with a position of its own is held by the next one that has one, or a transform.
    if (position === 'absolute' && style.position === 'static' && style.transform === 'none') continue;
    if (style.display !== 'contents' && (style.overflowX !== 'visible' || style.overflowY !== 'visible')) found.push(at);
    position = style.position;
  }
  return found;
}

/** What all of `boxes` let through of the viewport. */
export function opening(boxes: readonly Element[]): DOMRect {
  let left = 0;
  let top = 0;
  let right = innerWidth;
  let bottom = innerHeight;
  for (const box of boxes) {
    const rect = box.getBoundingClientRect();
    left = Math.max(left, rect.left);
    top = Math.max(top, rect.top);
    right = Math.min(right, rect.right);
    bottom = Math.min(bottom, rect.bottom);
  }
  return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
}
