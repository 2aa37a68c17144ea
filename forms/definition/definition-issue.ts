import type { Issue } from '../issue.ts';

/** An error in a definition at a dotted path: `sections.0.questions.3.name`. */
export function definitionError(code: string, path: string, vi: string, en: string): Issue {
  return { code, severity: 'error', path, message: { vi, en } };
}

/** Something that does not stop a form from being published. */
export function definitionWarning(code: string, path: string, vi: string, en: string): Issue {
  return { code, severity: 'warning', path, message: { vi, en } };
}
