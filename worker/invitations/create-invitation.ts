import type { Writing } from '../audit/event.ts';
import type { Role } from '../auth/permissions.ts';
import { sha256 } from '../db/hash.ts';
import { newId } from '../db/id.ts';
import type { ControlDb } from '../db/open.ts';
import { Problem } from '../http/problem.ts';
import { endOf, type InvitationRow } from './state.ts';
import { insertInvitation } from './store.ts';
import { newToken } from './token.ts';

export interface InvitationCommand {
  /** In small letters. */
  email: string;
  name: string;
  roles: readonly Role[];
}

/** A link that was made, with its token, which is told here once. */
export interface MadeLink {
  row: InvitationRow;
  token: string;
}

/** A one-time link as a row, with all that is the same whatever it is for. */
export async function newLink(
  purpose: InvitationRow['purpose'],
  opens: Partial<InvitationRow>,
  by: Writing,
): Promise<MadeLink> {
  const token = newToken();
  const row: InvitationRow = {
    id: newId(),
    purpose,
    tokenHash: await sha256(token),
    ...{ email: null, name: null, userId: null, removesSecondFactor: false, roles: {} },
    createdBy: by.actor.kind === 'staff' ? by.actor.id : null,
    createdAt: by.now,
    expiresAt: endOf(purpose, by.now),
    ...{ acceptedAt: null, acceptedBy: null, revokedAt: null },
    ...opens,
  };
  return { row, token };
}

/**
 * Invites somebody to roles in a place. Whether they have an account already is found out when they come. Throws `own_account` for
 * one's own address: nobody gives themselves a role.
 */
export async function createInvitation(
  db: ControlDb,
  place: string,
  { email, name, roles }: InvitationCommand,
  ownEmail: string | null,
  by: Writing,
): Promise<MadeLink> {
  if (email === ownEmail?.toLowerCase()) throw new Problem('own_account');
  const made = await newLink('invitation', { email, name, roles: { [place]: [...roles] } }, by);
  await insertInvitation(db, place, made.row, by);
  return made;
}
