import type { Value } from '../../value.ts';

/** A value in form mode; a blank is `''`. Dates are ISO text, a select_multiple is the list of its choices. */
export type FormValue = string | number | boolean | string[];

/** What comes from outside, because the engine has no clock, dice or hashes; a function whose source is missing gives `''`. */
export interface FormSources {
  /** Today as `YYYY-MM-DD`. */
  today?(): string;
  /** The present moment as an ISO date-time on the local clock, with its offset. */
  now?(): string;
  /** A number from 0 up to, not including, 1. */
  random?(): number;
  /** A new random UUID, version 4. */
  uuid?(): string;
  /** The hash of a text's UTF-8 bytes. */
  digest?(data: string, algorithm: DigestAlgorithm, encoding: DigestEncoding): string;
  /** The place of the village among those of the round, from 1 on; none for a commune. */
  position?: number;
}

/** XForms 1.1, section 7.8.1. */
export const digestAlgorithms = ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'] as const;
export const digestEncodings = ['base64', 'hex'] as const;
export type DigestAlgorithm = (typeof digestAlgorithms)[number];
export type DigestEncoding = (typeof digestEncodings)[number];

/** Where a form-mode expression reads: one unit's answers, and the sources. */
export interface FormScope extends FormSources {
  value(name: string): Value | undefined;
  /** The answer that `.` stands for. */
  self?: Value;
  /** The label of one choice of a question, in the language being shown. */
  choiceLabel?(question: string, choice: string): string;
  /** In a `choice_filter`, a column of the choice under consideration. */
  column?(name: string): string | undefined;
}

/** An expression made ready to run. */
export type CompiledForm = (scope: FormScope) => FormValue;
