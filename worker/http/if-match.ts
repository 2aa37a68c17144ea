import type { Context } from 'hono';
import { Problem } from './problem.ts';

/** A revision as an entity tag, for `ETag`. */
export const revisionTag = (revision: number): string => `"${revision}"`;

/** The revision that `If-Match` names; throws `precondition_required` without one and `revision_mismatch` for what is no revision of ours. */
export function expectedRevision(c: Context): number {
  const header = c.req.header('if-match')?.trim();
  if (!header) throw new Problem('precondition_required');
  const revision = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (revision === undefined) throw new Problem('revision_mismatch');
  return Number(revision);
}
