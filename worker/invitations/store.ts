import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { controlEvent, type Writing } from '../audit/event.ts';
import { parseHeld } from '../auth/session-roles.ts';
import { endSessions } from '../auth/session-store.ts';
import { invitations, user } from '../db/control.ts';
import type { ControlDb } from '../db/open.ts';
import { expecting } from '../db/precondition.ts';
import type { InvitationRow } from './state.ts';

/** The roles that come with a link, by place; what is no role any more is left out. */
export const rolesOf = ({ roles }: Pick<InvitationRow, 'roles'>) => parseHeld(JSON.stringify(roles));

const opensPlace = (place: string): SQL =>
  sql`EXISTS (SELECT 1 FROM json_each(invitations.roles) WHERE key = ${place})`;

const isWaiting = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt))!;

const listed = (db: ControlDb, where: SQL) =>
  db.read
    .select({ invitation: invitations, invitedBy: { id: user.id, name: user.name } })
    .from(invitations)
    .leftJoin(user, eq(user.id, invitations.createdBy))
    .where(and(eq(invitations.purpose, 'invitation'), where))
    .orderBy(desc(invitations.id));

export type ListedInvitation = Awaited<ReturnType<typeof listed>>[number];

/** All invitations to a place, newest first. */
export const invitationsTo = (db: ControlDb, place: string) => listed(db, opensPlace(place));

export const invitationTo = (db: ControlDb, place: string, id: string) =>
  listed(db, and(opensPlace(place), eq(invitations.id, id))!);

/** What of a link the log proves: everything but the hash of its token. */
const recorded = ({ tokenHash: _, ...row }: InvitationRow) => row;

/** The statements that store a new link in the place of those that wait for the same: a lost one no longer opens. */
const inPlaceOf = (db: ControlDb, row: InvitationRow, replaced: SQL | undefined, by: Writing) => [
  db.write
    .update(invitations)
    .set({ revokedAt: by.now })
    .where(and(eq(invitations.purpose, row.purpose), isWaiting, replaced)),
  db.write.insert(invitations).values(row),
];

export async function insertInvitation(db: ControlDb, place: string, row: InvitationRow, by: Writing): Promise<void> {
  const ofSame = and(eq(invitations.email, row.email!), opensPlace(place));
  const detail = { roles: row.roles };
  await db.write.batch([
    controlEvent(db, by, 'invitation.create', `invitation:${row.id}`, detail, { after: recorded(row) }),
    ...inPlaceOf(db, row, ofSame, by),
  ]);
}

/** The set-up link: there is one at a time. */
export async function insertSetup(db: ControlDb, row: InvitationRow, by: Writing): Promise<void> {
  await db.write.batch([
    controlEvent(db, by, 'invitation.setup', `invitation:${row.id}`, {}, { after: recorded(row) }),
    ...inPlaceOf(db, row, undefined, by),
  ]);
}

/** A link to set a password, and the end of the person's sessions. */
export async function insertReset(db: ControlDb, row: InvitationRow, by: Writing): Promise<void> {
  const { id, userId, removesSecondFactor } = row;
  const detail = { invitationId: id, removesSecondFactor };
  await db.write.batch([
    controlEvent(db, by, 'staff.reset-link', `user:${userId}`, detail, { after: recorded(row) }),
    ...inPlaceOf(db, row, eq(invitations.userId, userId!), by),
    endSessions(db, userId!),
  ]);
}

/** Aborts with `state` when it was accepted or revoked meanwhile. */
export async function revokeInvitation(db: ControlDb, row: InvitationRow, by: Writing): Promise<void> {
  const change = { before: recorded(row), after: recorded({ ...row, revokedAt: by.now }) };
  await db.write.batch([
    db.write.run(expecting('state', stillWaits(row.id))),
    controlEvent(db, by, 'invitation.revoke', `invitation:${row.id}`, {}, change),
    db.write.update(invitations).set({ revokedAt: by.now }).where(eq(invitations.id, row.id)),
  ]);
}

/** That nobody has used or revoked a link since it was read. */
export const stillWaits = (id: string): SQL =>
  sql`EXISTS (SELECT 1 FROM invitations WHERE id = ${id} AND accepted_at IS NULL AND revoked_at IS NULL)`;
