import { eq, type SQL, sql } from 'drizzle-orm';
import { controlEvent, type Writing } from '../audit/event.ts';
import { endSessions, renewSessions } from '../auth/session-store.ts';
import { account, invitations, passkey, provinces, twoFactor, user } from '../db/control.ts';
import { newId } from '../db/id.ts';
import type { ControlDb } from '../db/open.ts';
import { expecting } from '../db/precondition.ts';
import { giving } from '../staff/store.ts';
import type { InvitationRow } from './state.ts';
import { rolesOf, stillWaits } from './store.ts';

/** A link by its token, who invites by it, whether its address has an account, and the provinces that it opens. */
export async function openedLink(db: ControlDb, tokenHash: string) {
  const roles: SQL = sql`(SELECT roles FROM invitations WHERE token_hash = ${tokenHash})`;
  const [[found], places] = await db.read.batch([
    db.read
      .select({
        row: invitations,
        invitedBy: user.name,
        ownerEmail: sql<string | null>`(SELECT email FROM "user" WHERE id = ${sql.raw('"invitations"."user_id"')})`,
        isKnown: sql<number>`EXISTS (SELECT 1 FROM "user" WHERE email = ${sql.raw('"invitations"."email"')})`,
      })
      .from(invitations)
      .leftJoin(user, eq(user.id, invitations.createdBy))
      .where(eq(invitations.tokenHash, tokenHash)),
    db.read
      .select({ code: provinces.code, name: provinces.name })
      .from(provinces)
      .where(sql`code IN (SELECT key FROM json_each(${roles}))`),
  ] as const);
  return { found, places };
}

const subjectOf = (userId: string) => `user:${userId}`;

/** That a link is used for the first time, by whom and for what; aborts with `state` for the second time. */
const using = (db: ControlDb, row: InvitationRow, userId: string, by: Writing) => [
  db.write.run(expecting('state', stillWaits(row.id))),
  controlEvent(db, by, 'invitation.accept', `invitation:${row.id}`, { purpose: row.purpose }),
  db.write.update(invitations).set({ acceptedAt: by.now, acceptedBy: userId }).where(eq(invitations.id, row.id)),
];

const givingAll = (db: ControlDb, row: InvitationRow, userId: string, now: string) =>
  Object.entries(rolesOf(row)).flatMap(([place, roles]) => giving(db, place, userId, roles, now));

export interface NewAccount {
  id: string;
  email: string;
  name: string;
  passwordHash: string;
}

/** Makes an account with the roles of a link. Aborts with `state` when that was used meanwhile; an address has one account. */
export async function acceptWithAccount(
  db: ControlDb,
  row: InvitationRow,
  { id, email, name, passwordHash }: NewAccount,
  by: Writing,
): Promise<void> {
  const [first, ...used] = using(db, row, id, by);
  const login = { id: newId(), accountId: id, userId: id, providerId: 'credential', password: passwordHash };
  const roles = rolesOf(row);
  await db.write.batch([
    first!,
    ...used,
    controlEvent(db, by, 'staff.create', subjectOf(id), { roles, invitationId: row.id }, { after: { email, roles } }),
    db.write.insert(user).values({ id, email, name, emailVerified: true }),
    db.write.insert(account).values(login),
    ...givingAll(db, row, id, by.now),
  ]);
}

/** Gives a person the roles of a link, in their sessions too; aborts with `state` when it was used meanwhile. */
export async function acceptAs(db: ControlDb, row: InvitationRow, userId: string, by: Writing): Promise<void> {
  const [first, ...used] = using(db, row, userId, by);
  const roles = rolesOf(row);
  await db.write.batch([
    first!,
    ...used,
    controlEvent(db, by, 'staff.join', subjectOf(userId), { roles, invitationId: row.id }, { after: { roles } }),
    ...givingAll(db, row, userId, by.now),
    renewSessions(db, userId),
  ]);
}

/** Sets another password, ends all sessions, and takes the second factor away where the link says so. */
export async function acceptReset(db: ControlDb, row: InvitationRow, passwordHash: string, by: Writing): Promise<void> {
  const userId = row.userId!;
  const [first, ...used] = using(db, row, userId, by);
  const password = sql`UPDATE account SET password = ${passwordHash} WHERE user_id = ${userId} AND provider_id = 'credential'`;
  // Who came by the operator's provider only had no password yet.
  const firstPassword = sql`INSERT INTO account (id, account_id, provider_id, user_id, password)
    SELECT ${newId()}, ${userId}, 'credential', ${userId}, ${passwordHash}
    WHERE NOT EXISTS (SELECT 1 FROM account WHERE user_id = ${userId} AND provider_id = 'credential')`;
  const withoutFactor = [
    controlEvent(db, by, 'account.factor.remove', subjectOf(userId), { invitationId: row.id }),
    db.write.delete(twoFactor).where(eq(twoFactor.userId, userId)),
    db.write.delete(passkey).where(eq(passkey.userId, userId)),
    db.write.update(user).set({ twoFactorEnabled: false }).where(eq(user.id, userId)),
  ];
  await db.write.batch([
    first!,
    ...used,
    controlEvent(db, by, 'account.password.reset', subjectOf(userId), { invitationId: row.id }),
    db.write.run(password),
    db.write.run(firstPassword),
    ...(row.removesSecondFactor ? withoutFactor : []),
    endSessions(db, userId),
  ]);
}
