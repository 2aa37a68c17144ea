import { createHmac } from 'node:crypto';
import type { BetterAuthPlugin, GenericEndpointContext } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { symmetricDecrypt } from 'better-auth/crypto';
import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { twoFactor } from '../db/control.ts';
import type { ControlDb } from '../db/open.ts';

export const TOTP_PATH = '/two-factor/verify-totp';

const PERIOD_MS = 30_000;

/** The code of a time step (RFC 6238: SHA-1, six digits). */
function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const number = digest.readUInt32BE(digest.at(-1)! & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** The time step that a code is of, among those that better-auth takes: the present one and its neighbours; null when of none. */
export function stepOf(secret: string, code: string, now: number): number | null {
  const present = Math.floor(now / PERIOD_MS);
  return [present, present - 1, present + 1].find((step) => codeAt(secret, step) === code) ?? null;
}

/** What better-auth keeps of a person's app, and the step of the code that was sent with a request. */
async function typedStep(db: ControlDb, userId: string, ctx: GenericEndpointContext) {
  const row = await db.read.select().from(twoFactor).where(eq(twoFactor.userId, userId)).get();
  if (!row) return null;
  const secret = await symmetricDecrypt({ key: ctx.context.secretConfig, data: row.secret });
  return { row, step: stepOf(secret, String(ctx.body?.code), Date.now()) };
}

/**
 * Takes the code of an app for good, as it gives its session: neither it nor an earlier one is taken after that. Refuses one that
 * was taken by another request meanwhile.
 */
export async function useUpCode(db: ControlDb, userId: string, ctx: GenericEndpointContext): Promise<void> {
  const typed = await typedStep(db, userId, ctx);
  if (typed?.step == null) return;
  const { row, step } = typed;
  const isLater = or(isNull(twoFactor.lastUsedStep), lt(twoFactor.lastUsedStep, step));
  const taken = await db.write
    .update(twoFactor)
    .set({ lastUsedStep: step })
    .where(and(eq(twoFactor.id, row.id), isLater))
    .returning({ id: twoFactor.id });
  if (taken.length === 0) throw new APIError('UNAUTHORIZED', { code: 'CODE_USED', message: 'The code was used' });
}

/** A code that was used is read as a wrong one: it counts as one, and so a code that somebody saw is no way around the lock. */
export const usedCodes = (db: ControlDb) =>
  ({
    id: 'used-codes',
    hooks: {
      before: [
        {
          matcher: ({ path }) => path === TOTP_PATH,
          handler: createAuthMiddleware(async (ctx) => {
            const { name } = ctx.context.createAuthCookie('two_factor');
            const halfWay = await ctx.getSignedCookie(name, ctx.context.secret);
            const found = halfWay ? await ctx.context.internalAdapter.findVerificationValue(halfWay) : null;
            const typed = found ? await typedStep(db, found.value, ctx) : null;
            const last = typed?.row.lastUsedStep ?? null;
            if (typed?.step == null || last === null || typed.step > last) return;
            return { context: { body: { ...ctx.body, code: 'used' } } };
          }),
        },
      ],
    },
  }) satisfies BetterAuthPlugin;
