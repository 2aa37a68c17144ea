import * as v from 'valibot';
import type { FormDefinition } from '../../forms/index.ts';
import { progressOf, sectionsOf, unitStateOf } from '../../web/fill/unit-progress.ts';
import type { Figures } from '../disclosure/figures.ts';
import { fileAsSeen, type SeenAnswers } from '../disclosure/file-as-seen.ts';
import { AnswerWire, Id, Level, Timestamp } from '../http/wire.ts';
import { closingInstant } from '../rounds/state.ts';
import { RoundPath } from '../rounds/wire.ts';
import { type Assessment, assessFile } from './assess.ts';
import type { RoundFile } from './file.ts';
import { findingsOf } from './findings.ts';
import { submissionState, submissionStates } from './state.ts';
import { FindingWire, shownReasons } from './wire.ts';

export const FilePath = v.object({ ...RoundPath.entries, communeId: Id });

const StepWire = v.object({
  id: Id,
  kind: v.picklist(['submit', 'withdraw', 'return', 'verify', 'assign', 'extend']),
  at: Timestamp,
  actor: v.object({ kind: v.picklist(['staff', 'link', 'key', 'system']), id: v.string() }),
  revisions: v.pipe(
    v.nullable(v.record(v.string(), v.number())),
    v.description("At a submission: the revision of each unit's answers"),
  ),
  detail: v.record(v.string(), v.unknown()),
});

const FileUnit = v.object({
  id: Id,
  name: v.string(),
  kindLabel: v.string(),
  level: Level,
  state: v.picklist(['not_started', 'in_progress', 'complete']),
  progress: v.object({ answered: v.number(), asked: v.number(), errors: v.number(), warnings: v.number() }),
  revision: v.number(),
  savedAt: v.nullable(Timestamp),
  answers: v.record(v.string(), AnswerWire),
  raw: v.pipe(v.record(v.string(), v.string()), v.description('What was typed and could not be read as an answer')),
  masked: v.pipe(
    v.record(v.string(), v.picklist(['<5', 'withheld'])),
    v.description(
      'Answers that are left out of `answers`, by question. `<5`: 1 to 4. `withheld`: it would give a small count away; then of all villages. A question in neither is blank. Of one that is asked depending on others that are left out it is not said whether it is answered',
    ),
  ),
});

export const FileWire = v.object({
  figures: v.picklist(['masked', 'exact']),
  state: v.picklist(submissionStates),
  revision: v.pipe(v.number(), v.description('What `If-Match` names')),
  reference: v.nullable(v.string()),
  submittedAt: v.nullable(Timestamp),
  late: v.boolean(),
  returnedAt: v.nullable(Timestamp),
  verifiedAt: v.nullable(Timestamp),
  assignedTo: v.nullable(v.string()),
  closesAt: v.pipe(v.nullable(Timestamp), v.description('For this commune, with its extension')),
  formVersionId: Id,
  reasons: v.record(v.string(), v.string()),
  units: v.array(FileUnit),
  errors: v.array(FindingWire),
  confirmations: v.array(FindingWire),
  steps: v.pipe(v.array(StepWire), v.description('Oldest first')),
  comments: v.array(
    v.object({
      id: Id,
      stepId: v.pipe(Id, v.description('The return that it came with')),
      unitId: v.nullable(Id),
      question: v.nullable(v.string()),
      text: v.string(),
      createdAt: Timestamp,
    }),
  ),
});

function unitToWire(
  definition: FormDefinition,
  assessment: Assessment,
  seen: SeenAnswers,
): v.InferInput<typeof FileUnit> {
  const { unit, revision, savedAt } = assessment;
  const sections = sectionsOf(definition, assessment).map((section) => progressOf(section, assessment));
  const sum = (key: 'answered' | 'asked' | 'errors' | 'warnings') => sections.reduce((all, each) => all + each[key], 0);
  return {
    ...{ id: unit.unitId, name: unit.name, kindLabel: unit.kindLabel, level: unit.level },
    state: unitStateOf(assessment),
    progress: { answered: sum('answered'), asked: sum('asked'), errors: sum('errors'), warnings: sum('warnings') },
    ...{ revision, savedAt },
    // Defaults that nobody has saved are nobody's answers.
    ...(revision > 0 ? seen : { answers: {}, raw: {}, masked: {} }),
  };
}

export function fileToWire(file: RoundFile, now: string, figures: Figures): v.InferInput<typeof FileWire> {
  const { round, version, submission, steps, comments } = file;
  const { revision, reference, submittedAt, late, returnedAt, verifiedAt, assignedTo } = submission;
  const { assessments, answers } = fileAsSeen(file, assessFile(file, now), figures);
  return {
    figures,
    state: submissionState(submission),
    ...{ revision, reference, submittedAt, late, returnedAt, verifiedAt, assignedTo },
    closesAt: closingInstant(round, submission),
    formVersionId: version.id,
    reasons: figures === 'exact' ? submission.reasons : shownReasons(submission),
    units: assessments.map((each) => unitToWire(version.document, each, answers.get(each.unit.unitId)!)),
    ...findingsOf(version.document, assessments),
    steps: steps.map(({ id, kind, at, actorKind, actorId, revisions, detail }) => ({
      ...{ id, kind, at, actor: { kind: actorKind, id: actorId }, revisions, detail },
    })),
    comments: comments.map(({ id, stepId, unitId, question, text, createdAt }) => ({
      ...{ id, stepId, unitId, question, text, createdAt },
    })),
  };
}
