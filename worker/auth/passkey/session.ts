import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { expireCookie, setSessionCookie } from 'better-auth/cookies';
import * as v from 'valibot';
import { Problem } from '../../http/problem.ts';

/**
 * Gives a session to whom a passkey has shown to be there, as better-auth gives one after a password: so all that hangs on new
 * sessions happens here too (auth/session-fields.ts). No address leads here; our own code calls it, after `verifyAssertion`.
 */
export const passkeySession = {
  id: 'passkey-session',
  endpoints: {
    signInByPasskey: createAuthEndpoint(
      '/passkey/sign-in',
      { method: 'POST', body: v.object({ userId: v.string() }) },
      async (ctx) => {
        const { internalAdapter } = ctx.context;
        const user = await internalAdapter.findUserById(ctx.body.userId);
        if (!user) throw new Problem('passkey_refused');
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(ctx, { session, user });
        // Whoever was half-way in by their password needs its second step no more.
        expireCookie(ctx, ctx.context.createAuthCookie('two_factor'));
        return ctx.json({ user: { id: user.id } });
      },
    ),
  },
} satisfies BetterAuthPlugin;
