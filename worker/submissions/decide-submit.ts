import { personalDataIssue } from '../../forms/index.ts';
import { randomCode } from '../db/random.ts';
import { fileAsSeen } from '../disclosure/file-as-seen.ts';
import { Problem, problemErrors } from '../http/problem.ts';
import { isLate } from '../rounds/state.ts';
import { assessFile } from './assess.ts';
import type { CommuneFile, RoundFile } from './file.ts';
import { findingsOf } from './findings.ts';
import { inputsVersionOf } from './inputs-version.ts';
import { refuseByLink } from './open-file.ts';
import type { SubmissionChange } from './submit-store.ts';

/** A reason is a short sentence; longer text belongs into a document. In characters. */
export const REASON_LENGTH = 500;

/** What a submission was answered with. */
export interface Receipt {
  reference: string;
  submittedAt: string;
  late: boolean;
}

/** The receipt of the submission with this id, also after it was withdrawn or returned; null for an id that is new. */
export function receiptOf({ steps }: Pick<RoundFile, 'steps'>, id: string): Receipt | null {
  const step = steps.find((each) => each.id === id && each.kind === 'submit');
  if (!step) return null;
  return { reference: String(step.detail.reference), submittedAt: step.at, late: step.detail.late === true };
}

/**
 * Whether a commune's file may be submitted as it was shown: nothing to correct, and a written reason for everything that may
 * stand that holds nobody's data. Errors name what is missing by the finding's key.
 */
export function decideSubmit(
  file: CommuneFile,
  command: { id: string; inputsVersion: number; reasons: Record<string, string> },
  now: string,
  language: 'vi' | 'en' = 'vi',
): SubmissionChange | Problem {
  const refusal = refuseByLink(file, 'submit', now);
  if (refusal) return refusal;
  if (command.inputsVersion !== inputsVersionOf(file)) return new Problem('revision_mismatch');

  const assessments = assessFile(file, now);
  const { errors, confirmations } = findingsOf(file.version.document, assessments);
  const reasonFor = (key: string) => (command.reasons[key] ?? '').trim().slice(0, REASON_LENGTH);
  const unsettled = [...errors, ...confirmations.filter(({ key }) => reasonFor(key) === '')];
  if (unsettled.length > 0) {
    return new Problem(
      'incomplete_submission',
      unsettled.map(({ key, message }) => ({ path: key, code: 'unsettled', detail: message[language] })),
    );
  }
  const shown = findingsOf(file.version.document, fileAsSeen(file, assessments, 'masked').assessments).confirmations;
  const personal = confirmations.flatMap(({ key }) => personalDataIssue(key, reasonFor(key)) ?? []);
  if (personal.length > 0) return new Problem('incomplete_submission', problemErrors(personal, language));
  return {
    id: command.id,
    inputsVersion: command.inputsVersion,
    reference: file.submission.reference ?? `${randomCode(4)}-${randomCode(4)}`.toUpperCase(),
    late: isLate(file.round, file.submission, now),
    revisions: Object.fromEntries(file.responses.map(({ unitId, revision }) => [unitId, revision])),
    reasons: Object.fromEntries(confirmations.map(({ key }) => [key, reasonFor(key)])),
    shownFindings: shown.map(({ key }) => key),
  };
}
