import * as v from 'valibot';
import type { roundUnits } from '../db/province/rounds.ts';
import type { scorecards } from '../db/province/scorecards.ts';
import type { submissions } from '../db/province/submissions.ts';
import { type Disclosure, disclosedScorecard, type StoredScore } from '../disclosure/disclosed-scorecard.ts';
import { FiguresParameter } from '../disclosure/figures.ts';
import { Instant, Limit, Timestamp } from '../http/wire.ts';
import { UnitWire, unitToWire } from '../rounds/unit-wire.ts';
import { submissionState, submissionStates } from '../submissions/state.ts';

const Bounds = v.nullable(v.tuple([v.number(), v.nullable(v.number())]));

const Mark = v.nullable(v.picklist(['<5', 'withheld', 'not_shared']));

/** What stands in place of numbers that are null and yet known. */
const Masked = v.pipe(
  v.nullable(v.object({ numerator: Mark, denominator: Mark, shortfall: Mark })),
  v.description(
    'Why a number is null though it may be known; null where none is masked. `<5`: it is 1 to 4. `withheld`: it would give a small count away, and may itself be of any size. `not_shared`: the province gives this question to no integrator. Never read one as 0 or as unknown',
  ),
);

export const CriterionWire = v.object({
  id: v.string(),
  status: v.picklist(['met', 'not_met', 'undetermined', 'not_applicable']),
  requirement: v.pipe(v.boolean(), v.description('False for an objective, which never blocks readiness')),
  numerator: v.pipe(
    v.nullable(v.number()),
    v.description('Null while it is not exactly known, and where `masked` says why'),
  ),
  denominator: v.nullable(v.number()),
  shortfall: v.nullable(v.number()),
  reason: v.nullable(v.string()),
  masked: Masked,
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

const FiguresWire = v.pipe(
  v.picklist(['masked', 'exact']),
  v.description('Whether counts that could identify somebody are masked'),
);

export const ReadinessList = v.object({
  figures: FiguresWire,
  items: v.array(ReadinessWire),
  nextCursor: v.nullable(v.string()),
});

/** A scorecard with all that is needed to compute it again. */
export const ReadinessDetail = v.object({
  figures: FiguresWire,
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
    answersHash: v.pipe(
      v.nullable(v.string()),
      v.description('Only beside exact figures: who knows all answers but a few could find those by trying'),
    ),
    engineVersion: v.string(),
  }),
});

export const ListQuery = v.object({
  limit: v.optional(Limit(500), '500'),
  cursor: v.optional(v.pipe(v.string(), v.regex(/^\d{1,6}$/))),
  updatedSince: v.pipe(v.optional(Instant), v.description('Communes whose score or file changed then or later')),
  format: v.optional(v.picklist(['json', 'csv'])),
  include: v.optional(v.picklist(['explanation'])),
  figures: FiguresParameter,
});

export interface ReadinessRow {
  unit: typeof roundUnits.$inferSelect;
  scorecard: StoredScore &
    Pick<
      typeof scorecards.$inferSelect,
      'inputsVersion' | 'formHash' | 'unitsHash' | 'answersHash' | 'engineVersion' | 'scoredAt'
    >;
  submission: typeof submissions.$inferSelect;
}

export function readinessToWire(
  { unit, scorecard, submission }: ReadinessRow,
  disclosure: Disclosure,
  explained: boolean,
): v.InferInput<typeof ReadinessWire> {
  const card = disclosedScorecard(scorecard, disclosure);
  return {
    unit: unitToWire(unit),
    state: submissionState(submission),
    ready: card.ready,
    index: card.index,
    class: card.class,
    coverage: card.coverage,
    criteria: card.criteria.map(({ bounds, explanation, ...criterion }) => {
      const { id, status, requirement, numerator, denominator, shortfall, reason, masked } = criterion;
      const short = { id, status, requirement, numerator, denominator, shortfall, reason, masked };
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
  disclosure: Disclosure,
): v.InferInput<typeof ReadinessDetail> {
  const { formHash, unitsHash, answersHash, engineVersion } = row.scorecard;
  const mayProve = disclosure.figures === 'exact' && disclosure.withheld.size === 0;
  const provenance = { formHash, unitsHash, answersHash: mayProve ? answersHash : null, engineVersion };
  return {
    figures: disclosure.figures,
    ...readinessToWire(row, disclosure, true),
    ...{ reference: row.submission.reference, predecessors, provenance },
  };
}
