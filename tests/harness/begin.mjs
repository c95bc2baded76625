// How a person begins: an answer to a comment, or a post. Gives the page and the card's frame beside its composer.

import { focusComposer, typeText } from './keys.mjs';
import { withQuery } from './sites.mjs';

/** Opens a site at a comment and goes into its reply composer. */
export async function answering(session, site, comment) {
  const page = await session.newPage(withQuery(site.reply, 'comment', comment));
  if (site.answer) await page.click(site.answer);
  else await focusComposer(page);
  return { page, frame: await session.extensionFrame(page) };
}

/** Opens a site's post composer, and types `text` if there is any. */
export async function writing(session, site, text, options) {
  const page = await session.newPage(site.post);
  await focusComposer(page);
  const frame = await session.extensionFrame(page);
  if (text) await typeText(page, text, options);
  return { page, frame };
}
