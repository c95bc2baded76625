// The six composers that Cuecard must hold on to, by the editor behind them: where a comment is answered, and where a
// post is begun. The addresses are the demo pages'.

export const SITES = {
  mastodon: {
    editor: 'textarea',
    reply: 'https://mastodon.social/@wrenfield/114000000000000001',
    post: 'https://mastodon.social/publish?kind=post',
    limit: 500,
  },
  instagram: {
    editor: 'React textarea',
    reply: 'https://www.instagram.com/p/DemoWrenf1/',
    post: 'https://www.instagram.com/p/DemoWrenf1/?kind=post',
    limit: 2200,
    // The comment that is answered is only known after its Reply was clicked, which prefills the handle.
    answer: 'article li:nth-child(2) button',
    prefill: '@carla_m ',
  },
  x: {
    editor: 'Draft.js',
    reply: 'https://x.com/wrenfield/status/1990000000000000001',
    post: 'https://x.com/compose/post?kind=post',
    limit: 280,
  },
  facebook: {
    editor: 'Lexical',
    reply: 'https://www.facebook.com/wrenfield/posts/114000000001',
    post: 'https://www.facebook.com/wrenfield?kind=post',
    limit: 8000,
  },
  linkedin: {
    editor: 'Quill',
    reply: 'https://www.linkedin.com/feed/update/urn:li:activity:7300000000000000001/',
    post: 'https://www.linkedin.com/feed/?kind=post',
    limit: 1250,
  },
  bluesky: {
    editor: 'TipTap',
    reply: 'https://bsky.app/profile/wrenfield.example/post/3demo1',
    post: 'https://bsky.app/?kind=post',
    limit: 300,
  },
};

/** Both browsers, or the one named on the command line. */
export const BROWSERS = ['chromium', 'firefox'].filter((name) => !process.argv.includes(name === 'chromium' ? 'firefox' : 'chromium'));

/** All sites, or those named on the command line. */
export const chosenSites = () => {
  const named = Object.keys(SITES).filter((name) => process.argv.includes(name));
  return Object.entries(SITES).filter(([name]) => named.length === 0 || named.includes(name));
};

/** An address with another query parameter. */
export const withQuery = (url, name, value) => {
  const address = new URL(url);
  address.searchParams.set(name, value);
  return address.href;
};
