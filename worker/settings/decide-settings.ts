import { Problem } from '../http/problem.ts';
import type { KnownQuestion } from './known-questions.ts';
import type { Settings } from './store.ts';

export interface SettingsCommand {
  withheldQuestions: string[];
  answersKeptMonths: number | null;
}

/**
 * The settings after a command, or why not: a name that no published form knows would withhold nothing, and be taken for
 * protection. One that is withheld already may stay.
 */
export function decideSettings(
  before: Settings,
  { withheldQuestions, answersKeptMonths }: SettingsCommand,
  known: readonly KnownQuestion[],
  now: string,
): Settings | Problem {
  const names = new Set([...known.map(({ name }) => name), ...before.withheldQuestions]);
  const errors = withheldQuestions.flatMap((name, index) =>
    names.has(name) ? [] : [{ path: `withheldQuestions.${index}`, code: 'unknown_question', detail: name }],
  );
  if (errors.length > 0) return new Problem('invalid_request', errors);
  const isNewEnd = answersKeptMonths !== before.answersKeptMonths;
  return {
    withheldQuestions: [...new Set(withheldQuestions)].sort(),
    answersKeptMonths,
    answersKeptSince: isNewEnd ? now : before.answersKeptSince,
    revision: before.revision + 1,
  };
}
