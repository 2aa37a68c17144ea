import * as v from 'valibot';
import { Id } from '../http/wire.ts';
import { periodOf } from '../rounds/schedule.ts';
import { closingInstant, lateFrom } from '../rounds/state.ts';
import { answersIn, earlierInputs } from '../scores/earlier-rounds.ts';
import type { Assessment } from '../submissions/assess.ts';
import type { CommentRow, RoundFile } from '../submissions/file.ts';
import { inputsVersionOf } from '../submissions/inputs-version.ts';
import { refuseWriting } from '../submissions/open-file.ts';
import { submissionState } from '../submissions/state.ts';
import { mayHandIn, type Opened } from './views.ts';

/** A NUL character ends a text for SQLite, and no keyboard types one. */
const Text = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.transform((text) => text.replaceAll('\0', '')),
);
const Value = v.nullable(v.union([Text, v.number(), v.boolean(), v.array(Text)]));

export const UnitChanges = v.strictObject({
  id: Id,
  formVersionId: Id,
  changes: v.record(v.string(), Value),
  raw: v.optional(v.record(v.string(), v.nullable(Text)), {}),
});

export const HandingIn = v.strictObject({
  id: Id,
  inputsVersion: v.number(),
  reasons: v.optional(v.record(v.string(), v.string()), {}),
});

export const UnitPath = v.object({ token: v.string(), unitId: Id });

function unitToWire(file: RoundFile, { unit, answers, raw, revision, savedAt }: Assessment) {
  const { unitId: id, name, kindLabel, level, position } = unit;
  const previous = answersIn(file.earlier, file.earlier.previousRoundId, id);
  const baseline = answersIn(file.earlier, file.earlier.baselineRoundId, id);
  // A unit that nobody has saved has no answers: its page starts from the form's defaults and sends them with its first save.
  const begun = revision > 0 ? { answers, raw, defaults: {} } : { answers: {}, raw: {}, defaults: answers };
  return { id, name, kindLabel, level, position, ...begun, revision, savedAt, previous, baseline };
}

export const commentToWire = ({ unitId, question, text, createdAt }: CommentRow) => ({
  unitId,
  question,
  text,
  createdAt,
});

/** The file as the fill page's script works with it. The definition is left out when the caller has the one with this hash. */
export function fileToWire(opened: Opened, knownHash: string | undefined) {
  const { file, assessments, comments, now } = opened;
  const { round, version, units, submission, link, previousName } = file;
  const commune = units.find(({ unitId }) => unitId === link.communeId)!;
  const { id: versionId, hash, document: definition } = version;
  const { revision, reference, submittedAt, late } = submission;
  const refusal = refuseWriting(file, now);
  return {
    now,
    form: { versionId, hash, ...(hash === knownHash ? {} : { definition }) },
    round: {
      ...{ id: round.id, name: round.name, previousName, period: periodOf(round) },
      dueAt: lateFrom(round, submission),
      closesAt: closingInstant(round, submission),
    },
    link: {
      unitId: link.unitId,
      level: link.unitId === link.communeId ? 'commune' : 'village',
      canSubmit: mayHandIn(opened),
    },
    commune: {
      ...{ id: commune.unitId, name: commune.name, kindLabel: commune.kindLabel, attributes: commune.attributes },
    },
    submission: { state: submissionState(submission), revision, reference, submittedAt, late },
    inputsVersion: inputsVersionOf(file),
    editable: refusal === null,
    refusal: refusal?.code ?? null,
    units: assessments.map((assessment) => unitToWire(file, assessment)),
    // The verdict is the commune's: a village's link does not show the others.
    earlier: mayHandIn(opened) ? earlierInputs(link.communeId, file.earlier) : {},
    comments: comments.map(commentToWire),
  };
}
