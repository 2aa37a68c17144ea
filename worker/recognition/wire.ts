import * as v from 'valibot';
import { withoutPersonalData } from '../http/free-text.ts';
import { Day, Id, Limit, Line, SearchText, Timestamp } from '../http/wire.ts';
import { inForce, type RecognitionState, recognitionState, recognitionStates } from './state.ts';
import type { Decision, FileRow, StepRow } from './take-step.ts';

const decision = {
  decisionNumber: v.pipe(Line(100), v.description('As the paper states it: 123/QĐ-UBND')),
  decisionDate: v.pipe(Day, v.description('Not to come, and not before what it follows')),
  office: v.pipe(
    Line(200),
    withoutPersonalData,
    v.description('The office of who signed, never a person: Chủ tịch UBND tỉnh'),
  ),
};
const Note = v.pipe(Line(1000), withoutPersonalData);
const OptionalNote = v.optional(v.nullable(Note), null);

export const NewProposal = v.strictObject({ unitId: Id, roundId: Id, ...decision, note: OptionalNote });
export const NewAppraisal = v.strictObject({ ...decision, note: OptionalNote });
export const NewDecision = v.strictObject({
  outcome: v.picklist(['recognised', 'refused']),
  ...decision,
  note: OptionalNote,
});
export const NewMaintenance = v.strictObject({
  roundId: v.pipe(Id, v.description('The round whose results it rests on, of a later year than the one before')),
  ...decision,
  note: OptionalNote,
});
export const NewRevocation = v.strictObject({ ...decision, note: v.pipe(Note, v.description('The reason')) });

export const FilePath = v.object({ code: v.string(), fileId: Id });

export const ListQuery = v.object({
  state: v.optional(v.picklist(recognitionStates)),
  asOf: v.pipe(v.optional(Day), v.description('The list as it stood on that day; today unless stated')),
  q: v.pipe(v.optional(SearchText), v.description('In name or code, accents ignored')),
  limit: v.optional(Limit(500), '500'),
  cursor: v.optional(Id),
  format: v.optional(v.picklist(['json', 'csv'])),
});

/** What a step made of a file. */
export const FileChange = v.object({
  id: Id,
  unitId: Id,
  state: v.picklist(recognitionStates),
  revision: v.pipe(v.number(), v.description('What `If-Match` of the next step names; it is the `ETag` too')),
});

const StepWire = v.object({
  step: v.picklist(recognitionStates),
  decisionNumber: v.string(),
  decisionDate: v.string(),
  office: v.string(),
  roundId: v.pipe(v.nullable(Id), v.description('The round that a maintenance rests on')),
  note: v.nullable(v.string()),
  recordedAt: Timestamp,
});

export const RecognitionWire = v.object({
  id: Id,
  revision: v.number(),
  unit: v.object({
    id: Id,
    name: v.string(),
    kindLabel: v.string(),
    code: v.nullable(v.string()),
    stands: v.pipe(
      v.boolean(),
      v.description('False once it was merged, split or renamed: the file then counts no more, and for no successor'),
    ),
  }),
  state: v.picklist(recognitionStates),
  since: v.pipe(v.string(), v.isoDate(), v.description('The date of the decision that made it so')),
  inForce: v.pipe(v.boolean(), v.description('Recognised or maintained, and the commune stands')),
  basis: v.pipe(
    v.object({
      roundId: Id,
      ready: v.pipe(v.nullable(v.boolean()), v.description('What the stored score of that round says now')),
      verified: v.pipe(v.boolean(), v.description("Whether the commune's file in that round is verified now")),
      changed: v.pipe(v.boolean(), v.description('Whether the answers are others than the last step rested on')),
    }),
    v.description('The round that the file rests on, as it is now. A change revokes nothing by itself'),
  ),
  steps: v.pipe(v.array(StepWire), v.description('In their order')),
});

export const RecognitionList = v.object({ items: v.array(RecognitionWire), nextCursor: v.nullable(Id) });

export interface RecognitionRow {
  file: FileRow;
  unit: { id: string; name: string; kindLabel: string; code: string | null; stands: number };
  basis: { roundId: string; verifiedAt: string | null; ready: boolean | null; answersHash: string | null };
}

export const toDecision = ({ decisionNumber, decisionDate, office, note }: Decision): Decision => ({
  decisionNumber,
  decisionDate,
  office,
  note,
});

const stepToWire = (row: StepRow): v.InferInput<typeof StepWire> => {
  const { step, decisionNumber, decisionDate, office, roundId, note, at } = row;
  return { step, decisionNumber, decisionDate, office, roundId, note, recordedAt: at };
};

/** A file with its steps in their order, of which there is at least one. */
export function recognitionToWire(
  { file, unit, basis }: RecognitionRow,
  steps: StepRow[],
): v.InferInput<typeof RecognitionWire> {
  const state = recognitionState(steps) as RecognitionState;
  const stands = unit.stands === 1;
  const restedOn = steps.findLast(({ answersHash }) => answersHash !== null)?.answersHash;
  return {
    id: file.id,
    revision: file.revision,
    unit: { ...unit, stands },
    state,
    since: steps.at(-1)!.decisionDate,
    inForce: stands && inForce.includes(state),
    basis: {
      roundId: basis.roundId,
      ready: basis.ready,
      verified: basis.verifiedAt !== null,
      changed: basis.answersHash !== restedOn,
    },
    steps: steps.map(stepToWire),
  };
}

/** The files of a page, each with its steps. */
export function filesToWire(rows: RecognitionRow[], steps: StepRow[]): v.InferInput<typeof RecognitionWire>[] {
  const byFile = Map.groupBy(steps, ({ fileId }) => fileId);
  return rows.map((row) => recognitionToWire(row, byFile.get(row.file.id)!));
}
