import { randomCode } from '../db/random.ts';
import { Problem } from '../http/problem.ts';
import { assessFile } from './assess.ts';
import { findingsOf } from './findings.ts';
import { refuseWriting } from './open-file.ts';
import type { CommuneFile, SubmissionChange } from './store.ts';

/** A reason is a short sentence; longer text belongs into a document. In characters. */
export const REASON_LENGTH = 500;

/** The sum of all revisions of a file's answers: it rises with every save, so equal sums mean that nothing was saved between. */
export const inputsVersionOf = ({ responses }: CommuneFile): number =>
  responses.reduce((sum, { revision }) => sum + revision, 0);

/**
 * Whether a commune's file may be submitted as it was shown: nothing to correct, and a written reason for everything that may
 * stand. Errors name what is missing by the finding's key.
 */
export function decideSubmit(
  file: CommuneFile,
  command: { inputsVersion: number; reasons: Record<string, string> },
  now: string,
): SubmissionChange | Problem {
  const refusal = refuseWriting(file, now);
  if (refusal) return refusal;
  if (command.inputsVersion !== inputsVersionOf(file)) return new Problem('revision_mismatch');

  const { errors, confirmations } = findingsOf(file.version.document, assessFile(file, now));
  const reasonFor = (key: string) => (command.reasons[key] ?? '').trim().slice(0, REASON_LENGTH);
  const unsettled = [...errors, ...confirmations.filter(({ key }) => reasonFor(key) === '')];
  if (unsettled.length > 0) {
    return new Problem(
      'incomplete_submission',
      unsettled.map(({ key, message }) => ({ path: key, code: 'unsettled', detail: message.vi })),
    );
  }
  return {
    inputsVersion: command.inputsVersion,
    reference: `${randomCode(4)}-${randomCode(4)}`.toUpperCase(),
    reasons: Object.fromEntries(confirmations.map(({ key }) => [key, reasonFor(key)])),
  };
}
