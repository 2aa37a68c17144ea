import type { Context } from 'hono';
import { failedPrecondition, isUniqueViolation } from '../db/precondition.ts';
import type { App } from '../env.ts';
import { languageOf } from '../http/language.ts';
import { Problem } from '../http/problem.ts';
import { type Fault, faultError, isFaults } from './faults.ts';

/** What a write that came too late is answered with; any other error goes on as it is. */
export function tooLate(error: unknown): never {
  const failed = failedPrecondition(error);
  if (failed === 'revision') throw new Problem('revision_mismatch');
  throw failed === 'state' || isUniqueViolation(error) ? new Problem('conflict') : error;
}

/** Passes on what was decided, or throws the problem with all faults in the caller's language. */
export function faultless<T>(c: Context<App>, decided: T | Fault[], code: Problem['code'] = 'unit_misplaced'): T {
  if (!isFaults(decided)) return decided;
  const errors = decided.map((fault) => faultError(fault, languageOf(c)));
  throw new Problem(decided.every((fault) => fault.code === 'kind_unknown') ? 'kind_unknown' : code, errors);
}
