import type { Context } from 'hono';
import { type Role, roles } from '../auth/permissions.ts';
import { Problem } from '../http/problem.ts';
import { sortedRoles } from './place.ts';

/** A person's roles in a place as a revision: who changes them says which ones they saw. Roles are a set, so no number is needed. */
export const revisionOf = (held: readonly Role[]): string => sortedRoles(held).join('+');

export const rolesTag = (held: readonly Role[]): string => `"${revisionOf(held)}"`;

/** The roles of a revision, or null for what is none. */
export function rolesOfRevision(revision: string): Role[] | null {
  const names = revision === '' ? [] : revision.split('+');
  return names.every((name): name is Role => Object.hasOwn(roles, name)) ? names : null;
}

/** The roles that `If-Match` names; throws `precondition_required` without one and `revision_mismatch` for what names no roles. */
export function expectedRoles(c: Context): Role[] {
  const header = c.req.header('if-match')?.trim();
  if (!header) throw new Problem('precondition_required');
  const seen = /^"([a-z+-]*)"$/.exec(header)?.[1];
  const names = seen === undefined ? null : rolesOfRevision(seen);
  if (!names) throw new Problem('revision_mismatch');
  return names;
}
