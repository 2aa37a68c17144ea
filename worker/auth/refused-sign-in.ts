import type { Context } from 'hono';
import { signInPage } from '../../web/console/sign-in.tsx';
import type { KeptForm } from '../../web/console/view.ts';
import type { App } from '../env.ts';
import { type ProblemCode, problems } from '../http/problems.ts';
import { oidcName } from './oidc.ts';
import { passkeyScriptFor } from './passkey/relying-party.ts';

/** What the sign-in page shows of nobody in particular. */
export const nobody = (c: Context<App>) => ({
  language: 'vi' as const,
  nonce: c.get('nonce'),
  user: null,
  passkeyScript: passkeyScriptFor(c.env),
});

/** The sign-in page again, with why it came to nothing. */
export function refusedSignIn(
  c: Context<App>,
  code: ProblemCode,
  typed: { email?: string; next?: string; kept?: KeptForm | null } = {},
) {
  const { vi: error, status } = problems[code];
  const { email = '', next = '/console', kept = null } = typed;
  return c.html(signInPage({ ...nobody(c), email, next, kept, error, provider: oidcName(c.env) }), status);
}
