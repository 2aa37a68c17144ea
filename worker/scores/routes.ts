import { Hono } from 'hono';
import * as v from 'valibot';
import { staffGuard } from '../auth/guard.ts';
import type { App } from '../env.ts';
import { operation } from '../http/operation.ts';
import { accept, Problem } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import { Id } from '../http/wire.ts';
import { writing } from '../http/writing.ts';
import { RoundPath } from '../rounds/wire.ts';
import { markStale, scoringProgress, scoringState } from './store.ts';
import { whatIf } from './what-if.ts';
import { HypothesisWire, RecomputeWire, ScorecardWire } from './wire.ts';

const CommunePath = v.object({ ...RoundPath.entries, unitId: Id });

export const scores = new Hono<App>()
  .post(
    '/what-if/:unitId',
    operation({
      id: 'whatIf',
      tag: 'Scores',
      summary: 'The scorecard that a commune would have with other answers',
      description: 'Scores hypothetical answers over those that are there, and stores nothing.',
      permission: 'submission.read',
      body: true,
      success: { status: 200, schema: ScorecardWire, description: 'The hypothetical scorecard' },
      problems: ['unit_unknown'],
    }),
    staffGuard('submission.read'),
    valid('param', CommunePath),
    valid('json', HypothesisWire),
    async (c) => {
      const { roundId, unitId } = c.req.valid('param');
      const state = await scoringState(c.get('tenant').db, roundId, unitId, new Date().toISOString());
      if (!state) throw new Problem('unit_unknown');
      return c.json(accept(whatIf(state, c.req.valid('json'))));
    },
  )
  .get(
    '/',
    operation({
      id: 'getScoring',
      tag: 'Scores',
      summary: 'How many scores of a round are still to be computed',
      permission: 'submission.read',
      success: { status: 200, schema: RecomputeWire, description: 'Progress of scoring' },
      problems: ['invalid_request'],
    }),
    staffGuard('submission.read'),
    valid('param', RoundPath),
    async (c) => {
      const [progress] = await scoringProgress(c.get('tenant').db, c.req.valid('param').roundId);
      return c.json(progress!);
    },
  )
  .post(
    '/recompute',
    operation({
      id: 'recomputeScores',
      tag: 'Scores',
      summary: "Compute all of a round's scores anew",
      description:
        'For when something that they compare with was corrected: the baseline, the previous round, lineage. The stored scores stay in force, marked stale, until the new ones are there; ask for the progress meanwhile.',
      permission: 'round.write',
      success: { status: 200, schema: RecomputeWire, description: 'What has been begun' },
      problems: ['invalid_request'],
    }),
    staffGuard('round.write'),
    valid('param', RoundPath),
    async (c) => {
      const { db } = c.get('tenant');
      const { roundId } = c.req.valid('param');
      await markStale(db, roundId, writing(c));
      const [progress] = await scoringProgress(db, roundId);
      return c.json(progress!);
    },
  );
