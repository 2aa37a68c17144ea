import { and, eq, inArray } from 'drizzle-orm';
import type { Context } from 'hono';
import { memberships, provinces, user } from '../db/control.ts';
import type { App, Env } from '../env.ts';
import { Problem } from '../http/problem.ts';
import { control } from '../tenancy/tenant.ts';
import { auth } from './better-auth.ts';
import { isDangerous, isProved } from './dangerous.ts';
import { allows, type Permission, provinceRolesWith, type Role } from './permissions.ts';
import { type Factor, lacksFactor, parseFactor } from './required-factor.ts';
import { type HeldRoles, heldIn, parseHeld } from './session-roles.ts';
import { currentSession } from './session-store.ts';

export interface StaffUser {
  id: string;
  name: string;
  email: string;
}

/** The session of a request, as its signed cookie tells it for five minutes or the database since. */
export interface SignedIn extends StaffUser {
  sessionId: string;
  token: string;
  held: HeldRoles;
  authenticatedAt: Date | null;
  factor: Factor | null;
}

/**
 * The signed-in person of a request, or null. A cookie of the last five minutes is believed; an older one is read anew, and its
 * successor goes back with the answer.
 */
export async function signedIn(c: Context<App>): Promise<SignedIn | null> {
  const { headers } = c.req.raw;
  // Without a cookie there is nothing to look up, and strangers shall not cost a round trip.
  if (!headers.get('cookie')) return null;
  const asked = await auth(c.env, c.get('requestId')).api.getSession({ headers, returnHeaders: true });
  for (const cookie of asked.headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true });
  if (!asked.response) return null;
  const { user, session } = asked.response;
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    sessionId: session.id,
    token: session.token,
    held: parseHeld(session.roles),
    authenticatedAt: session.authenticatedAt ?? null,
    factor: parseFactor(session.factor),
  };
}

/** The same, with session, person and roles as the database has them now; null when the session was ended. */
export async function signedInNow(c: Context<App>): Promise<SignedIn | null> {
  const known = await signedIn(c);
  if (!known) return null;
  const db = control(c.env, c.get('requestId'));
  const row = await currentSession(db, known.token, new Date()).get();
  if (!row) return null;
  const { id: sessionId, authenticatedAt, factor, roles, user } = row;
  return { ...user, sessionId, token: known.token, held: parseHeld(roles), authenticatedAt, factor };
}

/**
 * The signed-in person with the roles by which they may do something in a province, or (null) for the service as a whole. Throws
 * `unauthenticated`, `forbidden`, `second_factor_required`, and `reauthentication_required` for what is dangerous. What a cookie does not allow is read anew,
 * so that a role that was just given holds at once and a session without roles is no lock-out.
 */
export async function staffWho(
  c: Context<App>,
  permission: Permission,
  provinceCode: string | null,
): Promise<{ user: SignedIn; roles: Role[] }> {
  const careful = isDangerous(permission);
  let user = careful ? await signedInNow(c) : await signedIn(c);
  const isRefused = (who: SignedIn) => !allows(heldIn(who.held, provinceCode), permission) || lacksFactor(c.env, who);
  if (user && !careful && isRefused(user)) user = await signedInNow(c);
  if (!user) throw new Problem('unauthenticated');
  const roles = heldIn(user.held, provinceCode);
  if (!allows(roles, permission)) throw new Problem('forbidden');
  if (lacksFactor(c.env, user)) throw new Problem('second_factor_required');
  if (careful && !isProved(user.authenticatedAt, new Date())) throw new Problem('reauthentication_required');
  return { user, roles };
}

/** Whoever is signed in, for what asks for no role. Throws `unauthenticated` and `second_factor_required`. */
export async function somebody(c: Context<App>): Promise<SignedIn> {
  let user = await signedIn(c);
  if (user && lacksFactor(c.env, user)) user = await signedInNow(c);
  if (!user) throw new Problem('unauthenticated');
  if (lacksFactor(c.env, user)) throw new Problem('second_factor_required');
  return user;
}

/** The provinces in which a person has a role. */
export async function provincesOf(env: Env, userId: string, requestId: string) {
  const rows = await control(env, requestId)
    .read.select({ code: provinces.code, name: provinces.name, role: memberships.role })
    .from(memberships)
    .innerJoin(provinces, eq(provinces.code, memberships.provinceCode))
    .where(eq(memberships.userId, userId))
    .orderBy(provinces.code);
  return [...Map.groupBy(rows, ({ code }) => code)].map(([code, held]) => ({
    code,
    name: held[0]!.name,
    roles: held.map(({ role }) => role),
  }));
}

/** The people who may do something in a province, by name. */
export const staffWith = (env: Env, permission: Permission, provinceCode: string, requestId: string) =>
  control(env, requestId)
    .read.selectDistinct({ id: user.id, name: user.name })
    .from(memberships)
    .innerJoin(user, eq(user.id, memberships.userId))
    .where(and(eq(memberships.provinceCode, provinceCode), inArray(memberships.role, provinceRolesWith(permission))))
    .orderBy(user.name, user.id);
