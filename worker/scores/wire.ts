import * as v from 'valibot';
import type { Scorecard } from '../../forms/index.ts';
import { AnswerWire } from '../http/wire.ts';
import { CriterionWire } from '../readiness/wire.ts';

const AnswersWire = v.record(v.string(), AnswerWire);

export const HypothesisWire = v.strictObject({
  commune: v.optional(AnswersWire, {}),
  villages: v.pipe(
    v.optional(v.record(v.string(), v.nullable(AnswersWire)), {}),
    v.description(
      'Answers by village id; null for a village that would not have answered. What is left out stays as it is',
    ),
  ),
});

export const ScorecardWire = v.object({
  ready: v.nullable(v.boolean()),
  index: v.nullable(v.number()),
  class: v.nullable(
    v.object({ code: v.string(), determined: v.boolean(), possible: v.array(v.string()), flags: v.array(v.string()) }),
  ),
  coverage: v.object({ expected: v.number(), answered: v.number() }),
  criteria: v.array(CriterionWire),
});

/** What is hypothetical holds no count that the caller may not see, so nothing is masked. */
export const scorecardToWire = (card: Scorecard): v.InferInput<typeof ScorecardWire> => ({
  ...card,
  criteria: card.criteria.map((criterion) => ({ ...criterion, masked: null })),
});

export const RecomputeWire = v.object({
  communes: v.pipe(v.number(), v.description('Communes of the round')),
  pending: v.pipe(v.number(), v.description('Those whose score is still to be computed')),
  changedByEngine: v.pipe(
    v.number(),
    v.description('Those whose score of the same answers became another because the engine did'),
  ),
});
