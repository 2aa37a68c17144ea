import { Hono } from 'hono';
import { staffGuard } from '../auth/guard.ts';
import { localDay } from '../db/local-time.ts';
import type { App } from '../env.ts';
import { revisionTag } from '../http/if-match.ts';
import { operation } from '../http/operation.ts';
import { accept, Problem } from '../http/problem.ts';
import { acting, refusing } from '../http/refusing.ts';
import { valid } from '../http/valid.ts';
import { writing } from '../http/writing.ts';
import { openRound } from './open-round.ts';
import { insertOpening, openingState } from './opening-store.ts';
import { reopenRound } from './reopen-round.ts';
import { roundState } from './state.ts';
import { closeRound, roundById, updateRound } from './store.ts';
import { decideAct } from './transitions.ts';
import { Reopening, RoundPath, RoundWire, roundToWire } from './wire.ts';

/** What happens to a round as a whole: draft → open → closed → archived, and back from closed to open. */
export const lifecycle = new Hono<App>()
  .post(
    '/:roundId/open',
    operation({
      id: 'openRound',
      tag: 'Rounds',
      summary: 'Freeze the units and open the round',
      permission: 'round.write',
      success: { status: 200, schema: RoundWire, description: 'The open round' },
      problems: [
        ...(['round_unknown', 'round_already_opened', 'no_units', 'schedule_passed'] as const),
        ...(['form_not_published', 'conflict', 'invalid_request'] as const),
      ],
    }),
    staffGuard('round.write'),
    valid('param', RoundPath),
    async (c) => {
      const { db } = c.get('tenant');
      const by = writing(c);
      const state = await openingState(db, c.req.valid('param').roundId, localDay(by.now));
      const opening = accept(await openRound(state, by.now));
      const codes = { state: 'round_already_opened', revision: 'conflict' } as const;
      const row = await refusing(insertOpening(db, state.round!, opening, by), codes);
      c.header('ETag', revisionTag(row.revision));
      return c.json(roundToWire(row, by.now));
    },
  )
  .post(
    '/:roundId/close',
    operation({
      id: 'closeRound',
      tag: 'Rounds',
      summary: 'Close the round now',
      description: 'For every commune: extensions end with it. Closing a closed round changes nothing.',
      permission: 'round.write',
      success: { status: 200, schema: RoundWire, description: 'The closed round' },
      problems: ['round_unknown', 'round_not_open', 'conflict', 'invalid_request'],
    }),
    staffGuard('round.write'),
    valid('param', RoundPath),
    async (c) => {
      const { db } = c.get('tenant');
      const by = writing(c);
      const round = await roundById(db, c.req.valid('param').roundId).get();
      if (!round) throw new Problem('round_unknown');
      const decision = accept(decideAct(roundState(round, by.now), 'close'));
      const row = decision === 'nothing' ? round : await refusing(closeRound(db, round, by), acting);
      c.header('ETag', revisionTag(row.revision));
      return c.json(roundToWire(row, by.now));
    },
  )
  .post(
    '/:roundId/reopen',
    operation({
      id: 'reopenRound',
      tag: 'Rounds',
      summary: 'Open a closed round again',
      description:
        'With other dates where they are given; an end that has passed must be set anew. Reopening an open round changes nothing.',
      permission: 'round.write',
      success: { status: 200, schema: RoundWire, description: 'The open round' },
      body: true,
      problems: ['round_unknown', 'round_not_open', 'round_archived', 'schedule_passed', 'answers_purged', 'conflict'],
    }),
    staffGuard('round.write'),
    valid('param', RoundPath),
    valid('json', Reopening),
    async (c) => {
      const { db } = c.get('tenant');
      const by = writing(c);
      const command = c.req.valid('json');
      const round = await roundById(db, c.req.valid('param').roundId).get();
      if (!round) throw new Problem('round_unknown');
      const columns = accept(reopenRound(round, command, by.now));
      const done = { act: 'round.reopen' as const, detail: command };
      const row = columns ? await refusing(updateRound(db, round, columns, by, done), acting) : round;
      c.header('ETag', revisionTag(row.revision));
      return c.json(roundToWire(row, by.now));
    },
  )
  .post(
    '/:roundId/archive',
    operation({
      id: 'archiveRound',
      tag: 'Rounds',
      summary: 'Archive a closed round',
      description: 'Nothing of it changes from then on. Archiving an archived round changes nothing.',
      permission: 'round.write',
      success: { status: 200, schema: RoundWire, description: 'The archived round' },
      problems: ['round_unknown', 'round_not_open', 'round_still_open', 'conflict', 'invalid_request'],
    }),
    staffGuard('round.write'),
    valid('param', RoundPath),
    async (c) => {
      const { db } = c.get('tenant');
      const by = writing(c);
      const round = await roundById(db, c.req.valid('param').roundId).get();
      if (!round) throw new Problem('round_unknown');
      const decision = accept(decideAct(roundState(round, by.now), 'archive'));
      const archive = () => updateRound(db, round, { archivedAt: by.now }, by, { act: 'round.archive' as const });
      const row = decision === 'nothing' ? round : await refusing(archive(), acting);
      c.header('ETag', revisionTag(row.revision));
      return c.json(roundToWire(row, by.now));
    },
  );
