import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { controlEvent, type Writing } from '../../audit/event.ts';
import { passkey, session, verification } from '../../db/control.ts';
import { newId } from '../../db/id.ts';
import type { ControlDb } from '../../db/open.ts';
import { expecting } from '../../db/precondition.ts';
import { forgetFactor } from '../session-store.ts';
import type { Challenge } from './challenge.ts';
import type { CredentialUse, KnownCredential } from './verify-assertion.ts';
import type { NewCredential } from './verify-registration.ts';

/** How many one person can have. */
export const MOST_PASSKEYS = 10;

const MANY = 'multiDevice';
const ONE = 'singleDevice';

/** A person's passkeys, the oldest first. */
export const passkeysOf = (db: ControlDb, userId: string) =>
  db.read
    .select({
      id: passkey.id,
      name: passkey.name,
      credentialId: passkey.credentialID,
      createdAt: passkey.createdAt,
      isBackedUp: passkey.backedUp,
    })
    .from(passkey)
    .where(eq(passkey.userId, userId))
    .orderBy(asc(passkey.createdAt), asc(passkey.id));

/** The passkey of a credential, as it was kept. */
export async function knownCredential(
  db: ControlDb,
  credentialId: string,
): Promise<(KnownCredential & { id: string }) | null> {
  const row = await db.read.select().from(passkey).where(eq(passkey.credentialID, credentialId)).get();
  if (!row) return null;
  const { id, publicKey, userId, counter, deviceType } = row;
  return { id, credentialId, publicKey, userId, counter, backupEligible: deviceType === MANY };
}

/** Marks a challenge as answered: a second time the row is there already, and the batch that it stands in fails. */
const answered = (db: ControlDb, { challenge, expiresAt }: Challenge) =>
  db.write
    .insert(verification)
    .values({ id: `passkey-challenge:${challenge}`, identifier: 'passkey-challenge', value: 'answered', expiresAt });

/** Keeps what a use said. Fails when the challenge was answered before, or the passkey used or removed meanwhile. */
export const storeUse = (
  db: ControlDb,
  known: KnownCredential & { id: string },
  use: CredentialUse,
  challenge: Challenge,
) =>
  db.write.batch([
    db.write.run(expecting('state', sql`(SELECT counter FROM passkey WHERE id = ${known.id}) IS ${known.counter}`)),
    answered(db, challenge),
    db.write.update(passkey).set({ counter: use.counter, backedUp: use.backedUp }).where(eq(passkey.id, known.id)),
  ]);

/** Keeps a new passkey. Fails when the challenge was answered before, an account has the credential, or its person has enough. */
export function addPasskey(
  db: ControlDb,
  { userId, sessionId }: { userId: string; sessionId: string },
  made: NewCredential & { name: string; transports: string[] },
  challenge: Challenge,
  by: Writing,
) {
  const id = newId();
  const { name, credentialId, publicKey, counter, backedUp, backupEligible, aaguid } = made;
  const row = {
    ...{ id, name, publicKey, userId, credentialID: credentialId, counter, backedUp, aaguid },
    deviceType: backupEligible ? MANY : ONE,
    transports: made.transports.join(','),
    createdAt: new Date(by.now),
  };
  const isRoom = sql`(SELECT count(*) FROM passkey WHERE user_id = ${userId}) < ${MOST_PASSKEYS}`;
  return db.write.batch([
    db.write.run(expecting('state', isRoom)),
    answered(db, challenge),
    db.write.insert(passkey).values(row),
    // Its maker has just shown it.
    db.write
      .update(session)
      .set({ factor: 'passkey' })
      .where(and(eq(session.id, sessionId), eq(session.userId, userId), isNull(session.factor))),
    controlEvent(db, by, 'account.passkey.add', `user:${userId}`, { passkeyId: id }, { after: row }),
  ]);
}

/** Removes one of a person's passkeys; one of somebody else is left alone. */
export const removePasskey = (db: ControlDb, userId: string, id: string, by: Writing) =>
  db.write.batch([
    db.write.delete(passkey).where(and(eq(passkey.id, id), eq(passkey.userId, userId))),
    forgetFactor(db, userId, 'passkey', sql`NOT EXISTS (SELECT 1 FROM passkey WHERE user_id = ${userId})`),
    controlEvent(db, by, 'account.passkey.remove', `user:${userId}`, { passkeyId: id }),
  ]);
