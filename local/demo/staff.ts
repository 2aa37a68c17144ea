import type { Role } from '../../worker/auth/permissions.ts';
import type { Site } from './site.ts';

/**
 * The people of a province that its year needs: each step of it wants another role or another person (docs/domain.md §5). And who
 * looks after it: one who reads its log, and one who gives out roles.
 */
export const duties = ['designer', 'verifier', 'appraiser', 'approver', 'auditor', 'operator'] as const;
export type Duty = (typeof duties)[number];

/** Each of them signed in; and whoever holds a commune's link, who has no account. */
export type Staff = Record<Duty | 'clerk', Site>;

/** Appraising is a verifier's permission too, of another verifier than who verified and proposed. */
export const roleOf: Record<Duty, Role> = {
  designer: 'designer',
  verifier: 'verifier',
  appraiser: 'verifier',
  approver: 'approver',
  auditor: 'auditor',
  operator: 'operator',
};

/** Brings together the person for each duty. */
export async function staffOf(clerk: Site, person: (duty: Duty, role: Role) => Promise<Site>): Promise<Staff> {
  const people = await Promise.all(duties.map(async (duty) => [duty, await person(duty, roleOf[duty])] as const));
  return { clerk, ...(Object.fromEntries(people) as Record<Duty, Site>) };
}
