// Where a submitted text goes: nowhere. It is listed on the page and kept in `window.__posted` for tests.

let list;

/** The empty "would have been posted" panel. */
export function postedPanel() {
  const panel = document.createElement('section');
  panel.className = 'demo-posted';
  panel.setAttribute('aria-live', 'polite');
  const title = document.createElement('h2');
  title.textContent = 'Would have been posted';
  list = document.createElement('ol');
  list.dataset.empty = 'Nothing yet. The submit button sends nothing; the text appears here.';
  panel.append(title, list);
  return panel;
}

/** Takes the model's text of a composer at the moment of submitting. */
export function recordPost(text) {
  window.__posted.push(text);
  const item = document.createElement('li');
  item.textContent = text;
  list.append(item);
  item.scrollIntoView({ block: 'nearest' });
}
