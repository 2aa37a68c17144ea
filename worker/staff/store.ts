import { and, eq, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { Act } from '../../web/log/acts.ts';
import { controlEvent, type Writing } from '../audit/event.ts';
import type { Role } from '../auth/permissions.ts';
import { EVERYWHERE, parseHeld } from '../auth/session-roles.ts';
import { renewSessions, rolesInSql } from '../auth/session-store.ts';
import { controlEvents, invitations, memberships, passkey, platformRoleHolders, session, user } from '../db/control.ts';
import type { ControlDb } from '../db/open.ts';
import { expecting } from '../db/precondition.ts';
import type { RolesChange } from './decide-roles.ts';

/** The roles that somebody holds in a place, as a table of one column. */
const heldAt = (place: string, userId: unknown): SQL =>
  place === EVERYWHERE
    ? sql`SELECT role FROM platform_roles WHERE user_id = ${userId}`
    : sql`SELECT role FROM memberships WHERE user_id = ${userId} AND province_code = ${place}`;

// Written out: drizzle leaves the table's name away, and inside another select `id` would be of that.
const ofUser = sql.raw('"user"."id"');

const people = (db: ControlDb, where: SQL) =>
  db.read
    .select({
      ...{ id: user.id, name: user.name, email: user.email },
      hasSecondFactor: sql`${user.twoFactorEnabled} OR EXISTS (
        SELECT 1 FROM ${passkey} WHERE user_id = ${ofUser})`.mapWith(Boolean),
      roles: rolesInSql(ofUser),
      lastSignInAt: sql<string | null>`(
        SELECT max(at) FROM ${controlEvents} WHERE subject = 'user:' || ${ofUser} AND act = 'session.sign_in')`,
    })
    .from(user)
    .where(where)
    .orderBy(user.name, user.id);

type PersonRow = Awaited<ReturnType<typeof people>>[number];

/** Somebody with a role in a place; `roles` are those that they hold there. */
export type StaffRow = Omit<PersonRow, 'roles'> & { roles: Role[] };

export const staffRow = (row: PersonRow, place: string): StaffRow => ({
  ...row,
  roles: parseHeld(row.roles)[place] ?? [],
});

/** Everybody who holds a role in a place, by name. */
export const staffAt = (db: ControlDb, place: string) => people(db, sql`EXISTS (${heldAt(place, ofUser)})`);

export const personById = (db: ControlDb, userId: string) =>
  db.read.select({ id: user.id, email: user.email }).from(user).where(eq(user.id, userId));

/** A person, and how many operators there are beside them. */
export const personWithOperators = (db: ControlDb, userId: string) =>
  db.read.batch([
    people(db, eq(user.id, userId)),
    db.read
      .select({ count: sql<number>`count(*)` })
      .from(platformRoleHolders)
      .where(and(eq(platformRoleHolders.role, 'operator'), ne(platformRoleHolders.userId, userId))),
  ] as const);

/** Ends the sessions of a person who holds nothing any more; to stand behind `renewSessions`. */
const endEmptySessions = (db: ControlDb, userId: string) =>
  db.write.delete(session).where(and(eq(session.userId, userId), eq(session.roles, '{}')));

function give(db: ControlDb, place: string, userId: string, role: Role, createdAt: string) {
  if (place === EVERYWHERE) {
    const values = { userId, role: role as typeof platformRoleHolders.$inferInsert.role, createdAt };
    return db.write.insert(platformRoleHolders).values(values).onConflictDoNothing();
  }
  const values = { userId, provinceCode: place, role: role as typeof memberships.$inferInsert.role, createdAt };
  return db.write.insert(memberships).values(values).onConflictDoNothing();
}

/** The statements that give roles in a place, for the batch that says why. */
export const giving = (db: ControlDb, place: string, userId: string, roles: readonly Role[], now: string) =>
  roles.map((role) => give(db, place, userId, role, now));

const take = (db: ControlDb, place: string, userId: string, role: Role) =>
  db.write.run(
    place === EVERYWHERE
      ? sql`DELETE FROM platform_roles WHERE user_id = ${userId} AND role = ${role}`
      : sql`DELETE FROM memberships WHERE user_id = ${userId} AND province_code = ${place} AND role = ${role}`,
  );

const isStillHeld = (place: string, userId: string, held: readonly Role[]) =>
  sql`(SELECT coalesce(group_concat(role), '') = ${held.join(',')} FROM (${heldAt(place, userId)} ORDER BY role))`;

const anotherOperator = (userId: string) =>
  sql`EXISTS (SELECT 1 FROM platform_roles WHERE role = 'operator' AND user_id <> ${userId})`;

const revoking = (db: ControlDb, which: SQL, now: string) =>
  db.write
    .update(invitations)
    .set({ revokedAt: now })
    .where(and(which, isNull(invitations.acceptedAt), isNull(invitations.revokedAt)));

/** What invites a person to a place. */
const invites = (userId: string, place: string) => sql`email = (SELECT email FROM "user" WHERE id = ${userId})
  AND EXISTS (SELECT 1 FROM json_each(invitations.roles) WHERE key = ${place})`;

/**
 * Stores what was decided, in all sessions of the person too. Aborts with `revision` when their roles had changed meanwhile, and with
 * `state` when no operator would be left: two who take each other's role away at once are two batches, and the later one aborts. Links
 * that wait and would bring somebody back go too: those that an operator made, and those that invite to the place.
 */
export async function writeRoles(db: ControlDb, place: string, change: RolesChange, by: Writing): Promise<void> {
  const { userId, before, after, given, taken } = change;
  const act: Act = after.length === 0 ? 'staff.remove' : 'staff.roles';
  const where = place === EVERYWHERE ? {} : { provinceCode: place };
  const isOperatorNoMore = taken.includes('operator');
  await db.write.batch([
    db.write.run(expecting('revision', isStillHeld(place, userId, before))),
    ...(isOperatorNoMore ? [db.write.run(expecting('state', anotherOperator(userId)))] : []),
    controlEvent(db, by, act, `user:${userId}`, { ...where, given, taken }, { before, after }),
    ...taken.map((role) => take(db, place, userId, role)),
    ...giving(db, place, userId, given, by.now),
    renewSessions(db, userId),
    endEmptySessions(db, userId),
    ...(isOperatorNoMore ? [revoking(db, eq(invitations.createdBy, userId), by.now)] : []),
    ...(after.length === 0 ? [revoking(db, invites(userId, place), by.now)] : []),
  ]);
}
