import { Hono } from 'hono';
import * as v from 'valibot';
import { staffGuard } from '../auth/guard.ts';
import { FiguresQuery, figuresReader } from '../disclosure/figures.ts';
import type { App } from '../env.ts';
import { operation } from '../http/operation.ts';
import { accept, Problem } from '../http/problem.ts';
import { refusing } from '../http/refusing.ts';
import { valid } from '../http/valid.ts';
import { Id } from '../http/wire.ts';
import { writing } from '../http/writing.ts';
import { refusePurged } from '../retention/refuse-purged.ts';
import { roundState } from '../rounds/state.ts';
import { roundById } from '../rounds/store.ts';
import { decideAct } from '../rounds/transitions.ts';
import { RoundPath } from '../rounds/wire.ts';
import { canRecompute, markStale, scoringProgress, scoringState } from './store.ts';
import { whatIf } from './what-if.ts';
import { HypothesisWire, RecomputeWire, ScorecardWire, scorecardToWire } from './wire.ts';

const CommunePath = v.object({ ...RoundPath.entries, unitId: Id });

export const scores = new Hono<App>()
  .post(
    '/what-if/:unitId',
    operation({
      id: 'whatIf',
      tag: 'Scores',
      summary: 'The scorecard that a commune would have with other answers',
      description:
        'Scores hypothetical answers over those that are there, and stores nothing. Without `figures=exact` counts that could identify somebody are unknown unless the hypothesis names them.',
      permission: 'submission.read',
      body: true,
      success: { status: 200, schema: ScorecardWire, description: 'The hypothetical scorecard' },
      problems: ['unit_unknown', 'answers_purged'],
    }),
    staffGuard('submission.read'),
    valid('param', CommunePath),
    valid('query', FiguresQuery),
    valid('json', HypothesisWire),
    async (c) => {
      const { roundId, unitId } = c.req.valid('param');
      const { figures } = c.req.valid('query');
      const subject = `round:${roundId}/commune:${unitId}`;
      const read = figuresReader(c, 'submission.read', { figures, subject });
      const state = await scoringState(c.get('tenant').db, roundId, unitId, new Date().toISOString(), read);
      if (!state) throw new Problem('unit_unknown');
      const purged = refusePurged(state);
      if (purged) throw purged;
      return c.json(scorecardToWire(accept(whatIf(state, c.req.valid('json'), figures))));
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
      problems: ['round_unknown', 'invalid_request'],
    }),
    staffGuard('submission.read'),
    valid('param', RoundPath),
    async (c) => {
      const { db } = c.get('tenant');
      const { roundId } = c.req.valid('param');
      const [[round], [progress]] = await db.read.batch([roundById(db, roundId), scoringProgress(db, roundId)]);
      if (!round) throw new Problem('round_unknown');
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
        'For when something that they compare with was corrected: the baseline, the previous round, lineage. Not for an archived round, of which nothing changes, nor where answers that the scores follow from have been deleted. The stored scores stay in force, marked stale, until the new ones are there; ask for the progress meanwhile.',
      permission: 'round.write',
      success: { status: 200, schema: RecomputeWire, description: 'What has been begun' },
      problems: ['round_unknown', 'round_not_open', 'round_archived', 'answers_purged', 'invalid_request'],
    }),
    staffGuard('round.write'),
    valid('param', RoundPath),
    async (c) => {
      const { db } = c.get('tenant');
      const { roundId } = c.req.valid('param');
      const by = writing(c);
      const [[round], [answers]] = await db.read.batch([roundById(db, roundId), canRecompute(db, roundId)]);
      if (!round) throw new Problem('round_unknown');
      accept(decideAct(roundState(round, by.now), 'recompute'));
      if (!answers?.possible) throw new Problem('answers_purged');
      await refusing(markStale(db, roundId, by), { state: 'round_archived', revision: 'conflict' });
      const [progress] = await scoringProgress(db, roundId);
      return c.json(progress!);
    },
  );
