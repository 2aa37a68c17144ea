import { and, eq, inArray } from 'drizzle-orm';
import { memberships, platformRoleHolders, provinces, user } from '../db/control.ts';
import type { Env } from '../env.ts';
import { control } from '../tenancy/tenant.ts';
import { auth } from './better-auth.ts';
import { type Permission, provinceRolesWith, type Role } from './permissions.ts';

export interface StaffUser {
  id: string;
  name: string;
  email: string;
}

/** The signed-in person of a request, or null. */
export async function signedIn(env: Env, headers: Headers, requestId: string): Promise<StaffUser | null> {
  // Without a cookie there is nothing to look up, and strangers shall not cost a round trip.
  if (!headers.get('cookie')) return null;
  const session = await auth(env, requestId).api.getSession({ headers });
  return session ? { id: session.user.id, name: session.user.name, email: session.user.email } : null;
}

/** What a person is in one province, or (null) for the service as a whole; none where they have no business. */
export async function rolesIn(
  env: Env,
  userId: string,
  provinceCode: string | null,
  requestId: string,
): Promise<Role[]> {
  const { read } = control(env, requestId);
  const here = and(eq(memberships.userId, userId), eq(memberships.provinceCode, provinceCode ?? ''));
  const [inProvince, everywhere] = await read.batch([
    read.select({ role: memberships.role }).from(memberships).where(here),
    read
      .select({ role: platformRoleHolders.role })
      .from(platformRoleHolders)
      .where(eq(platformRoleHolders.userId, userId)),
  ]);
  return [...inProvince, ...everywhere].map(({ role }) => role);
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
