import * as v from 'valibot';
import { FiguresParameter } from '../disclosure/figures.ts';
import { AnswerWire, Id, Labels, Limit, Timestamp } from '../http/wire.ts';
import { RoundPath } from '../rounds/wire.ts';

export const UnitOfFilePath = v.object({ ...RoundPath.entries, communeId: Id, unitId: Id });

const Revision = v.pipe(v.string(), v.regex(/^\d{1,9}$/));
const Side = v.union([
  Revision,
  v.literal('previous-round'),
  v.pipe(v.string(), v.regex(/^submission:[0-9a-f-]{36}$/)),
]);

export const RevisionQuery = v.object({
  limit: v.optional(Limit(200), '50'),
  cursor: v.pipe(v.optional(Revision), v.description('`nextCursor` of the page before')),
});

export const CompareQuery = v.object({
  from: v.pipe(Side, v.description('A revision, `submission:{stepId}` or `previous-round`')),
  to: v.pipe(Side, v.description('The same')),
  figures: FiguresParameter,
});

const RevisionWire = v.object({
  revision: v.number(),
  savedAt: v.pipe(Timestamp, v.description('When it was saved')),
  formVersionId: Id,
  changedQuestions: v.number(),
  link: v.pipe(
    v.object({ id: Id, unitId: Id, createdAt: Timestamp }),
    v.description('The link that it was saved through: whoever holds it'),
  ),
});

export const RevisionList = v.object({ items: v.array(RevisionWire), nextCursor: v.nullable(v.string()) });

const Held = v.object({
  answer: AnswerWire,
  raw: v.pipe(v.nullable(v.string()), v.description('What was typed and could not be read as an answer')),
});

export const ComparisonWire = v.object({
  items: v.array(
    v.object({
      question: v.string(),
      section: v.pipe(v.nullable(v.string()), v.description('Null for a question that the form no longer asks')),
      label: Labels,
      before: Held,
      after: Held,
      masked: v.pipe(
        v.boolean(),
        v.description(
          'True where the answers are left out because they could identify somebody: they differ, and are not blank for it',
        ),
      ),
    }),
  ),
});

interface RevisionRow {
  row: { revision: number; savedAt: string; formVersionId: string; changes: object; rawChanges: object };
  link: { id: string; unitId: string; createdAt: string };
}

export function revisionToWire({ row, link }: RevisionRow): v.InferInput<typeof RevisionWire> {
  const { revision, savedAt, formVersionId, changes, rawChanges } = row;
  const changed = new Set([...Object.keys(changes), ...Object.keys(rawChanges)]);
  return { revision, savedAt, formVersionId, changedQuestions: changed.size, link };
}
