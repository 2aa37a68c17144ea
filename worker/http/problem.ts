import type { Issue } from '../../forms/index.ts';
import { type ProblemCode, problems } from './problems.ts';

/** One thing wrong with the request: `path` within what was sent, a stable `code`, a sentence. */
export interface ProblemError {
  path: string;
  code: string;
  detail: string;
}

/** A refusal from the catalogue. Decisions return it, handlers throw it, `onError` answers with it. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly errors: ProblemError[];
  /** Further members of the problem details (RFC 9457 §3.2): what the caller needs in order to go on. */
  readonly extension: Record<string, unknown>;

  constructor(code: ProblemCode, errors: ProblemError[] = [], extension: Record<string, unknown> = {}) {
    super(code);
    this.code = code;
    this.errors = errors;
    this.extension = extension;
  }

  get status() {
    return problems[this.code].status;
  }
}

/** Passes a decision on, or throws the problem that it is. */
export function accept<T>(decision: T | Problem): T {
  if (decision instanceof Problem) throw decision;
  return decision;
}

export const problemErrors = (issues: readonly Issue[], language: 'vi' | 'en'): ProblemError[] =>
  issues.map(({ path, code, message }) => ({ path, code, detail: message[language] }));

/** RFC 9457 problem details. */
export function problemDetails(problem: Problem, language: 'vi' | 'en', requestId: string) {
  const { status, [language]: title } = problems[problem.code];
  return {
    type: `urn:dia-ban:problem:${problem.code}`,
    title,
    status,
    code: problem.code,
    instance: `urn:dia-ban:request:${requestId}`,
    ...(problem.errors.length > 0 ? { errors: problem.errors } : {}),
    ...problem.extension,
  };
}
