import type { Writing } from '../audit/event.ts';
import type { ControlDb } from '../db/open.ts';
import { Problem } from '../http/problem.ts';
import { acting, refusing } from '../http/refusing.ts';
import { invitationState } from './state.ts';
import { invitationTo, type ListedInvitation, revokeInvitation } from './store.ts';

/**
 * Takes an invitation back, which then opens no longer; one that was taken back stays as it is. Throws `invitation_unknown`, and
 * `invitation_used` where it was accepted: then the roles are to be taken away.
 */
export async function withdrawInvitation(
  db: ControlDb,
  place: string,
  id: string,
  by: Writing,
): Promise<ListedInvitation> {
  const found = await invitationTo(db, place, id).get();
  if (!found) throw new Problem('invitation_unknown');
  const state = invitationState(found.invitation, by.now);
  if (state === 'accepted') throw new Problem('invitation_used');
  if (state === 'revoked') return found;
  await refusing(revokeInvitation(db, found.invitation, by), acting);
  return { ...found, invitation: { ...found.invitation, revokedAt: by.now } };
}
