import { Hono } from 'hono';
import { readGuard, staffGuard } from '../auth/guard.ts';
import { guardedRead } from '../auth/guarded-read.ts';
import { localDay } from '../db/local-time.ts';
import { failedPrecondition } from '../db/precondition.ts';
import type { App } from '../env.ts';
import { operation } from '../http/operation.ts';
import { accept, Problem } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import { writing } from '../http/writing.ts';
import { createRound, earlierRoundsOf } from './create-round.ts';
import { openRound } from './open-round.ts';
import { roundState } from './state.ts';
import { allRounds, closeRound, creatingState, insertOpening, insertRound, openingState, roundById } from './store.ts';
import { NewRound, RoundList, RoundPath, RoundWire, roundToWire } from './wire.ts';

export const rounds = new Hono<App>()
  .get(
    '/',
    operation({
      id: 'listRounds',
      tag: 'Rounds',
      summary: 'List rounds, newest first',
      permission: 'round.read',
      keys: true,
      success: { status: 200, schema: RoundList, description: 'The rounds' },
    }),
    readGuard('round.read'),
    async (c) => {
      const [rows] = await guardedRead(c, 'round.read', [allRounds(c.get('tenant').db)]);
      const now = new Date().toISOString();
      return c.json({ items: rows.map((row) => roundToWire(row, now)) });
    },
  )
  .post(
    '/',
    operation({
      id: 'createRound',
      tag: 'Rounds',
      summary: 'Create a draft round of a published form version',
      permission: 'round.write',
      success: { status: 201, schema: RoundWire, description: 'The round' },
      body: true,
      problems: ['form_unknown', 'form_not_published', 'round_unknown'],
    }),
    staffGuard('round.write'),
    valid('json', NewRound),
    async (c) => {
      const { db } = c.get('tenant');
      const by = writing(c);
      const command = c.req.valid('json');
      const earlier = earlierRoundsOf(command).map(({ id }) => id);
      const row = accept(createRound(await creatingState(db, command.formVersionId, earlier), command, by.now));
      await insertRound(db, row, by);
      return c.json(roundToWire(row, by.now), 201);
    },
  )
  .get(
    '/:roundId',
    operation({
      id: 'getRound',
      tag: 'Rounds',
      summary: 'One round',
      permission: 'round.read',
      keys: true,
      success: { status: 200, schema: RoundWire, description: 'The round' },
      problems: ['round_unknown', 'invalid_request'],
    }),
    readGuard('round.read'),
    valid('param', RoundPath),
    async (c) => {
      const query = roundById(c.get('tenant').db, c.req.valid('param').roundId);
      const [[row]] = await guardedRead(c, 'round.read', [query]);
      if (!row) throw new Problem('round_unknown');
      return c.json(roundToWire(row, new Date().toISOString()));
    },
  )
  .post(
    '/:roundId/open',
    operation({
      id: 'openRound',
      tag: 'Rounds',
      summary: 'Freeze the units and open the round',
      permission: 'round.write',
      success: { status: 200, schema: RoundWire, description: 'The open round' },
      problems: ['round_unknown', 'round_already_opened', 'no_units', 'invalid_request'],
    }),
    staffGuard('round.write'),
    valid('param', RoundPath),
    async (c) => {
      const { db } = c.get('tenant');
      const by = writing(c);
      const state = await openingState(db, c.req.valid('param').roundId, localDay(by.now));
      const opening = accept(await openRound(state, by.now));
      const row = { ...state.round!, openedAt: by.now, unitsHash: opening.unitsHash };
      await insertOpening(db, row.id, opening, by).catch((error: unknown) => {
        throw failedPrecondition(error) === 'state' ? new Problem('round_already_opened') : error;
      });
      return c.json(roundToWire(row, by.now));
    },
  )
  .post(
    '/:roundId/close',
    operation({
      id: 'closeRound',
      tag: 'Rounds',
      summary: 'Close the round now',
      description: 'Closing a closed round changes nothing.',
      permission: 'round.write',
      success: { status: 200, schema: RoundWire, description: 'The closed round' },
      problems: ['round_unknown', 'round_not_open', 'invalid_request'],
    }),
    staffGuard('round.write'),
    valid('param', RoundPath),
    async (c) => {
      const { db } = c.get('tenant');
      const by = writing(c);
      const row = await roundById(db, c.req.valid('param').roundId).get();
      if (!row) throw new Problem('round_unknown');
      const state = roundState(row, by.now);
      if (state === 'draft') throw new Problem('round_not_open');
      if (state === 'closed') return c.json(roundToWire(row, by.now));
      await closeRound(db, row.id, by);
      return c.json(roundToWire({ ...row, closedAt: by.now }, by.now));
    },
  );
