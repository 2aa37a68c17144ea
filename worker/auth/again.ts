import { type Context, Hono } from 'hono';
import { signInPage } from '../../web/console/sign-in.tsx';
import { pageView } from '../console/enter.ts';
import type { App } from '../env.ts';
import { problems } from '../http/problems.ts';
import type { GoingOn } from './come-in.ts';
import { isProved } from './dangerous.ts';
import { formOf } from './kept-form.ts';
import { oidcName } from './oidc.ts';
import { ownPath } from './own-path.ts';
import { passkeyScriptFor } from './passkey/relying-party.ts';
import { type SignedIn, signedIn } from './staff.ts';

const againPage = (c: Context<App>, user: SignedIn, { next, kept }: GoingOn, error: string | null = null) =>
  signInPage({
    ...pageView(c, user),
    ...{ email: user.email, next, kept, error, again: true },
    provider: oidcName(c.env),
    passkeyScript: passkeyScriptFor(c.env),
  });

/**
 * Where somebody who is signed in proves again who they are: by signing in anew, with all that this asks of them, so that no way in
 * proves more than another. The session from before ends with it (session-fields.ts).
 */
export const signInAgain = new Hono<App>().get('/', async (c) => {
  const next = ownPath(c.req.query('next'));
  const user = await signedIn(c);
  if (!user) return c.redirect(`/sign-in?next=${encodeURIComponent(next)}`, 303);
  // From the provider, which may not have asked anew: then another way is needed, and said to be.
  const isByProvider = c.req.query('by') === 'provider';
  if (isByProvider && isProved(user.authenticatedAt, new Date())) return c.redirect(next, 303);
  const error = isByProvider ? problems.provider_not_asked.vi : null;
  return c.html(againPage(c, user, { next, kept: null }, error));
});

/** The page that is there to go back to from a form's own address. */
const backFrom = (path: string) => /^\/console\/(\d\d|he-thong)|^\/tai-khoan/.exec(path)?.[0] ?? '/console';

/**
 * Answers a page's request that wants a fresh proof: one that reads leads to the page above and comes back. A form is kept: the
 * page carries what was typed, nothing is stored, and once the proof is there one button sends it (docs/adr/0026).
 */
export async function askAgain(c: Context<App>, page: string | null): Promise<Response> {
  const { pathname, search } = new URL(c.req.url);
  const [user, kept] = [await signedIn(c), await formOf(c)];
  if (user && kept) return c.html(againPage(c, user, { next: page ?? backFrom(pathname), kept }), 403);
  const next = page ?? (c.req.method === 'GET' ? pathname + search : pathname);
  return c.redirect(`/sign-in/again?next=${encodeURIComponent(next)}`, 303);
}
