import { Hono } from 'hono';
import { signInPage } from '../../web/console/sign-in.tsx';
import { pageView } from '../console/enter.ts';
import type { App } from '../env.ts';
import { ownPath } from './own-path.ts';
import { passkeyScriptFor } from './passkey/relying-party.ts';
import { signedIn } from './staff.ts';

/**
 * Where somebody who is signed in proves again who they are: by signing in anew, with all that this asks of them, so that no way in
 * proves more than another. The session from before ends with it (session-fields.ts).
 */
export const signInAgain = new Hono<App>().get('/', async (c) => {
  const next = ownPath(c.req.query('next'));
  const user = await signedIn(c);
  if (!user) return c.redirect(`/sign-in?next=${encodeURIComponent(next)}`, 303);
  return c.html(
    signInPage({
      ...pageView(c, user),
      email: user.email,
      next,
      error: null,
      again: true,
      passkeyScript: passkeyScriptFor(c.env),
    }),
  );
});
