import type { Role } from '../auth/permissions.ts';
import { Problem } from '../http/problem.ts';
import { sortedRoles } from './place.ts';

/** How things stand with a person in the place (place.ts) where their roles are to change. */
export interface Standing {
  userId: string;
  /** Their roles there. */
  held: readonly Role[];
  /** How many operators there are beside them. */
  otherOperators: number;
}

export interface RolesCommand {
  /** Who wants it. */
  actorId: string;
  /** The whole set that they shall have; none takes all away. */
  wanted: readonly Role[];
  /** What the caller saw them hold; null where they did not say. */
  expected: readonly Role[] | null;
}

/** What changes, each in the order of names. */
export interface RolesChange {
  userId: string;
  before: Role[];
  after: Role[];
  given: Role[];
  taken: Role[];
}

const isSame = (some: readonly Role[], others: readonly Role[]) => `${sortedRoles(some)}` === `${sortedRoles(others)}`;

/**
 * Whether a person's roles may become others. Nobody changes their own: who could, could give themselves everything, or lock the
 * service by mistake. An operator stays in any case, or nobody could ever make one again.
 */
export function decideRoles(
  { userId, held, otherOperators }: Standing,
  { actorId, wanted, expected }: RolesCommand,
): RolesChange | Problem {
  if (actorId === userId) return new Problem('own_account');
  if (held.length === 0) return new Problem('staff_unknown');
  if (expected && !isSame(held, expected)) return new Problem('revision_mismatch');
  const [before, after] = [sortedRoles(held), sortedRoles(wanted)];
  const taken = before.filter((role) => !after.includes(role));
  if (taken.includes('operator') && otherOperators === 0) return new Problem('last_operator');
  return { userId, before, after, given: after.filter((role) => !before.includes(role)), taken };
}
