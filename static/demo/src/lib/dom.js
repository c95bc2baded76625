// Building elements without innerHTML: the demo pages run under Trusted Types.

/** An element with attributes, `on…` listeners and children; null and false are left out. */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A person's round picture. Its initials are painted by CSS, so that it holds no text, like the image it stands for. */
export function avatar(person, extra = '') {
  return h('span', { class: `avatar avatar-${person.tone} ${extra}`.trim(), 'data-initials': person.initials });
}

/** A `div[role=button]`, which several sites use instead of a button; it answers to click, Enter and space. */
export function roleButton(attributes, action, ...children) {
  const button = h('div', { role: 'button', tabindex: '0', ...attributes }, ...children);
  const run = () => button.getAttribute('aria-disabled') !== 'true' && action();
  button.addEventListener('click', run);
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    run();
  });
  return button;
}
