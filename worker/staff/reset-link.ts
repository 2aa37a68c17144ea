import type { Writing } from '../audit/event.ts';
import type { ControlDb } from '../db/open.ts';
import { Problem } from '../http/problem.ts';
import { type MadeLink, newLink } from '../invitations/create-invitation.ts';
import { insertReset } from '../invitations/store.ts';
import { personById } from './store.ts';

/**
 * A link by which a person sets another password, and signs in without their second factor where that is to go. All their sessions
 * end now; the password that they have stays good until the link is used. Throws `staff_unknown`, and `own_account`: who is signed in
 * changes their own password with the one that they have.
 */
export async function makeResetLink(
  db: ControlDb,
  userId: string,
  removesSecondFactor: boolean,
  by: Writing,
): Promise<MadeLink> {
  if (userId === by.actor.id) throw new Problem('own_account');
  const person = await personById(db, userId).get();
  if (!person) throw new Problem('staff_unknown');
  const made = await newLink('reset', { userId, removesSecondFactor }, by);
  await insertReset(db, made.row, by);
  return made;
}
