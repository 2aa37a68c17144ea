import * as v from 'valibot';
import type { Scorecard } from '../../forms/index.ts';
import type { roundUnits } from '../db/province/rounds.ts';
import type { scorecards } from '../db/province/scorecards.ts';
import type { submissions } from '../db/province/submissions.ts';
import { Instant, Limit, Timestamp } from '../http/wire.ts';
import { UnitWire, unitToWire } from '../rounds/unit-wire.ts';
import { submissionState, submissionStates } from '../submissions/state.ts';

const Bounds = v.nullable(v.tuple([v.number(), v.nullable(v.number())]));

export const CriterionWire = v.object({
  id: v.string(),
  status: v.picklist(['met', 'not_met', 'undetermined', 'not_applicable']),
  requirement: v.pipe(v.boolean(), v.description('False for an objective, which never blocks readiness')),
  numerator: v.pipe(v.nullable(v.number()), v.description('Null while it is not exactly known')),
  denominator: v.nullable(v.number()),
  shortfall: v.nullable(v.number()),
  reason: v.nullable(v.string()),
  bounds: v.pipe(
    v.optional(v.object({ numerator: Bounds, denominator: Bounds })),
    v.description('What is known meanwhile: lowest and highest possible value, null for no upper bound'),
  ),
  explanation: v.pipe(
    v.optional(v.object({ vi: v.string(), en: v.string() })),
    v.description('One sentence. In lists it and `bounds` stand only with include=explanation'),
  ),
});

export const ReadinessWire = v.object({
  unit: UnitWire,
  state: v.pipe(v.picklist(submissionStates), v.description('Answers count while they are submitted or verified')),
  ready: v.pipe(
    v.nullable(v.boolean()),
    v.description('true: all requirements met and complete; false: one is not met; null: undetermined'),
  ),
  index: v.pipe(v.nullable(v.number()), v.description('0 to 100; stands beside the verdict, never replaces it')),
  class: v.nullable(
    v.object({
      code: v.string(),
      determined: v.boolean(),
      possible: v.array(v.string()),
      flags: v.array(v.string()),
    }),
  ),
  coverage: v.object({ expected: v.number(), answered: v.number() }),
  criteria: v.array(CriterionWire),
  submittedAt: v.nullable(Timestamp),
  scoredAt: Timestamp,
  stale: v.pipe(v.boolean(), v.description('True for the moment in which newer answers are still being scored')),
});

export const ReadinessList = v.object({ items: v.array(ReadinessWire), nextCursor: v.nullable(v.string()) });

/** A scorecard with all that is needed to compute it again. */
export const ReadinessDetail = v.object({
  ...ReadinessWire.entries,
  reference: v.nullable(v.string()),
  predecessors: v.pipe(
    v.object({ total: v.number(), recognised: v.number(), existed: v.number(), ready: v.number() }),
    v.description(
      'Units that this one came out of: how many, how many of them were recognised when they ended, how many the previous round had, and how many of those were ready then. Neither recognition nor readiness is ever inherited',
    ),
  ),
  provenance: v.object({
    formHash: v.string(),
    unitsHash: v.string(),
    answersHash: v.string(),
    engineVersion: v.string(),
  }),
});

export const ListQuery = v.object({
  limit: v.optional(Limit(500), '500'),
  cursor: v.optional(v.pipe(v.string(), v.regex(/^\d{1,6}$/))),
  updatedSince: v.pipe(v.optional(Instant), v.description('Communes whose score or file changed then or later')),
  format: v.optional(v.picklist(['json', 'csv'])),
  include: v.optional(v.picklist(['explanation'])),
});

export interface ReadinessRow {
  unit: typeof roundUnits.$inferSelect;
  scorecard: typeof scorecards.$inferSelect;
  submission: typeof submissions.$inferSelect;
}

export function readinessToWire(
  { unit, scorecard, submission }: ReadinessRow,
  explained: boolean,
): v.InferInput<typeof ReadinessWire> {
  const document: Scorecard = scorecard.document;
  return {
    unit: unitToWire(unit),
    state: submissionState(submission),
    ready: document.ready,
    index: document.index,
    class: document.class,
    coverage: document.coverage,
    criteria: document.criteria.map(({ bounds, explanation, ...criterion }) => {
      const { id, status, requirement, numerator, denominator, shortfall, reason } = criterion;
      const short = { id, status, requirement, numerator, denominator, shortfall, reason };
      return explained ? { ...short, bounds, explanation } : short;
    }),
    submittedAt: submission.submittedAt,
    scoredAt: scorecard.scoredAt,
    stale: scorecard.inputsVersion < submission.inputsVersion,
  };
}

export function detailToWire(
  row: ReadinessRow,
  predecessors: v.InferInput<typeof ReadinessDetail>['predecessors'],
): v.InferInput<typeof ReadinessDetail> {
  const { formHash, unitsHash, answersHash, engineVersion } = row.scorecard;
  const provenance = { formHash, unitsHash, answersHash, engineVersion };
  return { ...readinessToWire(row, true), reference: row.submission.reference, predecessors, provenance };
}
