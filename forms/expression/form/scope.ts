import type { Value } from '../../value.ts';

/** A value in form mode; a blank is `''`. Dates are ISO text, a select_multiple is the list of its choices. */
export type FormValue = string | number | boolean | string[];

/**
 * Where a form-mode expression reads: one unit's answers. The clock and randomness come from outside, because the engine has
 * neither; a function whose source is missing yields `''`.
 */
export interface FormScope {
  value(name: string): Value | undefined;
  /** The answer that `.` stands for. */
  self?: Value;
  /** Today as `YYYY-MM-DD`. */
  today?(): string;
  /** The present moment as an ISO date-time on the local clock. */
  now?(): string;
  /** The label of one choice of a question, in the language being shown. */
  choiceLabel?(question: string, choice: string): string;
  /** A number from 0 up to, not including, 1. */
  random?(): number;
  /** In a `choice_filter`, a column of the choice under consideration. */
  column?(name: string): string | undefined;
}

/** An expression made ready to run. */
export type CompiledForm = (scope: FormScope) => FormValue;
