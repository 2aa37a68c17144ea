import type { BetterAuthOptions } from 'better-auth';
import { and, eq, ne } from 'drizzle-orm';
import { bySelf, controlEvent } from '../audit/event.ts';
import { session } from '../db/control.ts';
import type { Env } from '../env.ts';
import { control } from '../tenancy/tenant.ts';
import type { OidcRun } from './oidc.ts';
import { factorOf, parseFactor } from './required-factor.ts';
import { rolesOf } from './session-store.ts';
import { TOTP_PATH, useUpCode } from './used-codes.ts';

/** What better-auth keeps of a session beside its own, in the row and in the signed cookie; no caller can set it. */
export const sessionFields = {
  roles: { type: 'string', required: false, input: false },
  authenticatedAt: { type: 'date', required: false, input: false },
  factor: { type: 'string', required: false, input: false },
} as const;

/**
 * When the person of a new session proved who they are: now, but for who comes by the provider, which may have asked them days ago.
 * It has to say when; not at all, as long as it does not.
 */
export function provedAt(
  path: string | undefined,
  run: Pick<OidcRun, 'askedAt'> | undefined,
  now = new Date(),
): Date | null {
  if (path !== '/callback/:id') return now;
  const askedAt = run?.askedAt ?? null;
  return askedAt && askedAt > now ? now : askedAt;
}

/** Where better-auth makes a session although nobody came in: who had one goes on in another. */
const GOING_ON = ['/change-password', '/two-factor/enable', '/two-factor/disable'];

/**
 * Gives each new session what its person holds and the instant at which they proved who they are, records who came in and went,
 * and ends the session that somebody had who signs in again.
 */
export const sessionHooks = (env: Env, requestId: string, run: OidcRun | undefined) => {
  const db = control(env, requestId);
  // After the password of somebody with a second factor: better-auth makes a session and takes it back.
  let isHalfWay = false;
  return {
    session: {
      create: {
        before: async (made, asked) => {
          if (asked?.path === TOTP_PATH) await useUpCode(db, made.userId, asked);
          const row = await rolesOf(db, made.userId).get();
          const factor = factorOf(asked?.path, parseFactor(asked?.context.session?.session.factor));
          isHalfWay = row?.twoFactorEnabled === true && asked?.path === '/sign-in/email';
          return { data: { ...made, roles: row?.roles ?? '{}', authenticatedAt: provedAt(asked?.path, run), factor } };
        },
        after: async ({ userId, token }, asked) => {
          if (!asked || GOING_ON.includes(asked.path)) return;
          const { authCookies, secret } = asked.context;
          const old = await asked.getSignedCookie(authCookies.sessionToken.name, secret);
          // A second factor that is switched on goes on in another session, too.
          if (old && asked.path === TOTP_PATH) return;
          const former = and(eq(session.token, old || ''), eq(session.userId, userId), ne(session.token, token));
          const came = controlEvent(db, bySelf(userId, requestId), 'session.sign_in', `user:${userId}`, {
            way: asked.path.slice(1),
          });
          await db.write.batch([db.write.delete(session).where(former), ...(isHalfWay ? [] : [came])]);
        },
      },
      delete: {
        after: async ({ userId }, asked) => {
          if (asked?.path !== '/sign-out') return;
          await controlEvent(db, bySelf(userId, requestId), 'session.sign_out', `user:${userId}`);
        },
      },
    },
  } satisfies BetterAuthOptions['databaseHooks'];
};
