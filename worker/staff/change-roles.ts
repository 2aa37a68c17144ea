import type { Writing } from '../audit/event.ts';
import type { ControlDb } from '../db/open.ts';
import { accept, Problem } from '../http/problem.ts';
import { refusing } from '../http/refusing.ts';
import { decideRoles, type RolesCommand } from './decide-roles.ts';
import { personWithOperators, type StaffRow, staffRow, writeRoles } from './store.ts';

/**
 * Changes what a person may do in a place. Throws `staff_unknown`, `own_account`, `last_operator`, and where somebody else was faster
 * `revision_mismatch`, or `conflict` for a command that named no revision.
 */
export async function changeRoles(
  db: ControlDb,
  place: string,
  userId: string,
  command: Omit<RolesCommand, 'actorId'>,
  by: Writing,
): Promise<StaffRow> {
  const [[found], [operators]] = await personWithOperators(db, userId);
  // Who has no account is told as who has no role here, and whoever asks about themselves in any case that they may not.
  const person = found ? staffRow(found, place) : null;
  const standing = { userId, held: person?.roles ?? [], otherOperators: operators!.count };
  const change = accept(decideRoles(standing, { ...command, actorId: by.actor.id }));
  if (!person) throw new Problem('staff_unknown');
  if (change.given.length + change.taken.length > 0) {
    const revision = command.expected ? 'revision_mismatch' : 'conflict';
    await refusing(writeRoles(db, place, change, by), { revision, state: 'last_operator' });
  }
  return { ...person, roles: change.after };
}
