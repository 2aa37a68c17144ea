import * as v from 'valibot';
import { Id, Timestamp } from '../http/wire.ts';
import { UnitWire, unitToWire } from '../rounds/unit-wire.ts';
import type { FrozenUnit, SubmissionRow } from './file.ts';
import { submissionState, submissionStates } from './state.ts';

export const FindingWire = v.object({
  key: v.pipe(v.string(), v.description('Stays the same from one reading to the next')),
  unitId: Id,
  unitName: v.string(),
  message: v.object({ vi: v.string(), en: v.string() }),
  section: v.string(),
  question: v.nullable(v.string()),
});

export const SubmissionWire = v.object({
  unit: UnitWire,
  state: v.picklist(submissionStates),
  reference: v.nullable(v.string()),
  submittedAt: v.nullable(Timestamp),
  late: v.boolean(),
  villages: v.object({ expected: v.number(), begun: v.number() }),
  reasons: v.pipe(
    v.record(v.string(), v.string()),
    v.description(
      'Written reasons for what was confirmed at submission, by finding; without findings that follow from counts which could identify somebody',
    ),
  ),
});

/** The reasons for findings that everybody may know of. */
export const shownReasons = ({ reasons, shownFindings }: Pick<SubmissionRow, 'reasons' | 'shownFindings'>) =>
  Object.fromEntries(Object.entries(reasons).filter(([key]) => shownFindings.includes(key)));

export const SubmissionList = v.object({ items: v.array(SubmissionWire) });

export function submissionToWire(row: {
  unit: FrozenUnit;
  submission: SubmissionRow;
  expected: number;
  begun: number;
}): v.InferInput<typeof SubmissionWire> {
  const { unit, submission, expected, begun } = row;
  return {
    unit: unitToWire(unit),
    state: submissionState(submission),
    reference: submission.reference,
    submittedAt: submission.submittedAt,
    late: submission.late,
    villages: { expected, begun },
    reasons: shownReasons(submission),
  };
}
