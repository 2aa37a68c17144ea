import { type Context, Hono } from 'hono';
import { CLEAN, cleanAddress } from '../../web/fill/clean-address.ts';
import { closedLinkPage, closeLinkPage } from '../../web/fill/close-link.tsx';
import type { App } from '../env.ts';
import { Problem } from '../http/problem.ts';
import { readOwnAddress } from '../links/address.ts';
import { forgetLink } from '../links/link-cookie.ts';
import { languageFor } from './language.ts';
import { open } from './open.ts';
import { closeScript } from './script.ts';
import { fieldOf, typedFields } from './typed-fields.ts';
import { linkView } from './views.ts';

/** The addresses under which a browser may know the link of a path; throws `not_found` for what is no link's address. */
async function basesOf(c: Context<App>, segment: string): Promise<[string, ...string[]]> {
  if (c.req.path.startsWith(CLEAN)) {
    if (!/^[0-9a-f]{12}$/.test(segment)) throw new Problem('not_found');
    return [CLEAN + segment];
  }
  const address = readOwnAddress(segment);
  if (!address) throw new Problem('not_found');
  return [address.base, await cleanAddress(address.token)];
}

/**
 * Leaving a link on a machine that others use. Closing opens nothing and asks no database, so that it works with a link that is no
 * more and twice as well as once. It takes away the cookies and what the browser would show on the way back; what the page's script
 * kept, only the page that answers can clear: `Clear-Site-Data: "storage"` would take other links' unsent answers too (ADR 0036).
 */
export const closeLink = new Hono<App>()
  .get('/:token/dong-phieu', async (c) => {
    const opened = await open(c, c.req.param('token'));
    return c.html(closeLinkPage({ ...linkView(opened), closeScript }));
  })

  .post('/:token/dong-phieu', async (c) => {
    const fields = await typedFields(c);
    const bases = await basesOf(c, c.req.param('token'));
    for (const base of bases) forgetLink(c, base);
    c.header('Clear-Site-Data', '"cache"');
    const view = {
      language: languageFor(c),
      nonce: c.get('nonce'),
      base: bases[0],
      // Nothing has to be remembered there: the address itself opens the link.
      opensByAddress: bases.length > 1,
      mayDrop: fieldOf(fields, 'drop') !== '',
      closeScript,
    };
    return c.html(closedLinkPage(view));
  });
