// What every demo page has around the site's own markup: the side rail with the scenario switch and the list of
// what would have been posted. The banner is in the HTML, so that it stands even when a script fails.

import { h } from './dom.js';
import { postedPanel } from './posted.js';
import { CHOICES, chosen, kind } from './scenarios.js';

const SITES = [
  ['Mastodon', 'https://mastodon.social/@wrenfield/114000000000000001'],
  ['Instagram', 'https://www.instagram.com/p/DemoWrenf1/'],
  ['X', 'https://x.com/wrenfield/status/1990000000000000001'],
  ['Facebook', 'https://www.facebook.com/wrenfield/posts/114000000001'],
  ['LinkedIn', 'https://www.linkedin.com/feed/update/urn:li:activity:7300000000000000001/'],
  ['Bluesky', 'https://bsky.app/profile/wrenfield.example/post/3demo1'],
];

const link = (label, href, current) => h('li', null, h('a', { href, 'aria-current': current ? 'true' : null }, label));

/** Fills `.demo-rail` and puts the list of posted texts at the end of `.demo-column`. */
export function shell(site) {
  document.querySelector('.demo-rail').append(
    h('h1', null, site),
    h('h2', null, 'Comment to answer'),
    h('ul', null, CHOICES.map(([id, label]) => link(label, `?comment=${id}`, kind === 'reply' && id === chosen))),
    h('h2', null, 'Or start fresh'),
    h('ul', null, link('New post', '?kind=post', kind === 'post')),
    h('h2', null, 'Other pages'),
    h('ul', null, SITES.filter(([name]) => name !== site).map(([name, href]) => link(name, href))),
  );
  document.querySelector('.demo-column').append(postedPanel());
}
