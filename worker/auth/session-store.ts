import { and, eq, gt, type SQL, sql } from 'drizzle-orm';
import { session, user } from '../db/control.ts';
import type { ControlDb } from '../db/open.ts';
import type { Factor } from './required-factor.ts';

/**
 * What a person holds now, as `session.roles` keeps it: `{"12":["designer"],"*":["operator"]}`. Put `${userId}` as a value or as a
 * column of the statement that it stands in.
 */
export const rolesInSql = (userId: unknown) => sql<string>`(
  SELECT coalesce(json_group_object(place, json(held)), '{}') FROM (
    SELECT place, json_group_array(role) AS held FROM (
      SELECT province_code AS place, role FROM memberships WHERE memberships.user_id = ${userId}
      UNION ALL
      SELECT '*', role FROM platform_roles WHERE platform_roles.user_id = ${userId}
      ORDER BY 1, 2
    ) GROUP BY place
  )
)`;

/** Writes into all sessions of a person what they hold now; to stand in the batch that changes it, after the change. */
export const renewSessions = (db: Pick<ControlDb, 'write'>, userId: string) =>
  db.write
    .update(session)
    .set({ roles: rolesInSql(userId) })
    .where(eq(session.userId, userId));

/** The same for everybody who holds something in a province, where all of it is taken away. */
export const renewSessionsIn = (db: Pick<ControlDb, 'write'>, provinceCode: string) =>
  db.write
    .update(session)
    .set({ roles: rolesInSql(session.userId) })
    .where(sql`json_type(${session.roles}, ${`$."${provinceCode}"`}) IS NOT NULL`);

/** Ends all sessions of a person. */
export const endSessions = (db: Pick<ControlDb, 'write'>, userId: string) =>
  db.write.delete(session).where(eq(session.userId, userId));

/** A session by its token as the database has it now, with its person's roles from where they are given. */
export const currentSession = (db: ControlDb, token: string, now: Date) =>
  db.read
    .select({
      id: session.id,
      authenticatedAt: session.authenticatedAt,
      factor: session.factor,
      roles: rolesInSql(sql`${session.userId}`),
      user: { id: user.id, name: user.name, email: user.email },
    })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(and(eq(session.token, token), gt(session.expiresAt, now)));

/** Of a person who has no such factor any more: their sessions do not say that they showed one. */
export const forgetFactor = (db: Pick<ControlDb, 'write'>, userId: string, factor: Factor, isGone: SQL = sql`1`) =>
  db.write
    .update(session)
    .set({ factor: null })
    .where(and(eq(session.userId, userId), eq(session.factor, factor), isGone));

export const rolesOf = (db: ControlDb, userId: string) =>
  db.read
    .select({ roles: rolesInSql(userId), twoFactorEnabled: user.twoFactorEnabled })
    .from(user)
    .where(eq(user.id, userId));
