import type { Issue, Range } from '../issue.ts';

/** What is wrong, before it is known where the expression stands. */
export type Fault = Pick<Issue, 'code' | 'severity' | 'message'>;

/** The fault as an issue of the expression at `path`. */
export function issueAt(fault: Fault, range: Range, path: string): Issue {
  return { ...fault, path, range: { start: range.start, end: range.end } };
}
