// Plain line icons of our own for the composers' toolbars; no platform's artwork.

const NS = 'http://www.w3.org/2000/svg';

export const SHAPES = {
  image: 'M4 5h16v14H4z M4 16l5-5 4 4 3-3 4 4 M9 9.2v.1',
  smile: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z M8.5 14.5a4.5 4.5 0 0 0 7 0 M9 9.5v.1 M15 9.5v.1',
  list: 'M4 6h10 M4 12h16 M4 18h7',
  reply: 'M9 6L4 11l5 5 M4 11h9a7 7 0 0 1 7 7',
  heart: 'M12 19.5S4 15 4 9.3A4.2 4.2 0 0 1 12 7.6a4.2 4.2 0 0 1 8 1.7C20 15 12 19.5 12 19.5z',
  repeat: 'M7 4L4 7l3 3 M4 7h13v6 M17 20l3-3-3-3 M20 17H7v-6',
  globe: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z M3 12h18 M12 3c3 3 3 15 0 18c-3-3-3-15 0-18z',
  close: 'M6 6l12 12 M18 6L6 18',
};

/** The icon as an SVG element; decorative, so hidden from assistive technology. */
export function icon(name) {
  const svg = document.createElementNS(NS, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(NS, 'path');
  path.setAttribute('d', SHAPES[name]);
  svg.append(path);
  return svg;
}
