import type { Issue } from '../../forms/index.ts';

/** A required answer that is not there yet: something to do, not something done wrong. */
export function isBlankAnswer(issue: Issue): boolean {
  return issue.code === 'required';
}

/**
 * The question that an issue is shown at: its own where that is on the page, else the first of those it was compared with, else
 * none.
 */
export function homeOf(issue: Issue, onPage: ReadonlySet<string>): string | null {
  return [issue.path, ...(issue.related ?? [])].find((name) => onPage.has(name)) ?? null;
}
