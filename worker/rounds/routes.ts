import { type Context, Hono } from 'hono';
import { readGuard, staffGuard } from '../auth/guard.ts';
import { guardedRead } from '../auth/guarded-read.ts';
import type { App } from '../env.ts';
import { expectedRevision, revisionTag } from '../http/if-match.ts';
import { operation } from '../http/operation.ts';
import { accept, Problem } from '../http/problem.ts';
import { editing, refusing } from '../http/refusing.ts';
import { valid } from '../http/valid.ts';
import { writing } from '../http/writing.ts';
import { changes } from './change-routes.ts';
import { createRound, earlierRoundsOf } from './create-round.ts';
import { editRound } from './edit-round.ts';
import { lifecycle } from './lifecycle-routes.ts';
import { roundState } from './state.ts';
import { allRounds, creatingState, deleteRound, editingState, insertRound, roundById, updateRound } from './store.ts';
import { decideAct } from './transitions.ts';
import { NewRound, RoundList, RoundPatch, RoundPath, type RoundRow, RoundWire, roundToWire } from './wire.ts';

const ids = (earlier: { id: string }[]) => earlier.map(({ id }) => id);

/** The round that a request with `If-Match` means; throws when it is another revision by now. */
function expected(c: Context<App>, row: RoundRow | undefined): RoundRow {
  if (!row) throw new Problem('round_unknown');
  if (row.revision !== expectedRevision(c)) throw new Problem('revision_mismatch');
  return row;
}

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
      const earlier = ids(earlierRoundsOf(command));
      const row = accept(createRound(await creatingState(db, command.formVersionId, earlier), command, by.now));
      await insertRound(db, row, by);
      c.header('ETag', revisionTag(row.revision));
      return c.json(roundToWire(row, by.now), 201);
    },
  )
  .get(
    '/:roundId',
    operation({
      id: 'getRound',
      tag: 'Rounds',
      summary: 'One round',
      description: 'The `ETag` is the revision that edits name in `If-Match`.',
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
      c.header('ETag', revisionTag(row.revision));
      return c.json(roundToWire(row, new Date().toISOString()));
    },
  )
  .patch(
    '/:roundId',
    operation({
      id: 'editRound',
      tag: 'Rounds',
      summary: "Change a round's settings",
      description:
        'Wants `If-Match`. Of a draft everything can change; of an open round its name, period, deadline, end and what happens to late submissions; of a closed round its name. Extensions that end before the new end are ended.',
      permission: 'round.write',
      success: { status: 200, schema: RoundWire, description: 'The round as it is now' },
      body: true,
      problems: [
        ...(['round_unknown', 'form_unknown', 'form_not_published', 'round_already_opened', 'round_closed'] as const),
        ...(['round_archived', 'precondition_required', 'revision_mismatch'] as const),
      ],
    }),
    staffGuard('round.write'),
    valid('param', RoundPath),
    valid('json', RoundPatch),
    async (c) => {
      const { db } = c.get('tenant');
      const by = writing(c);
      const patch = c.req.valid('json');
      const earlier = ids(earlierRoundsOf(patch));
      const state = await editingState(db, c.req.valid('param').roundId, patch.formVersionId, earlier);
      const round = expected(c, state.round);
      const edit = accept(editRound({ ...state, round }, patch, by.now));
      const done = { act: 'round.edit' as const, detail: { ...edit?.settings } };
      const row = edit ? await refusing(updateRound(db, round, edit.columns, by, done), editing) : round;
      c.header('ETag', revisionTag(row.revision));
      return c.json(roundToWire(row, by.now));
    },
  )
  .delete(
    '/:roundId',
    operation({
      id: 'deleteRound',
      tag: 'Rounds',
      summary: 'Take a draft round away',
      description: 'Wants `If-Match`. A round that was opened stays; it can be closed and archived.',
      permission: 'round.write',
      success: { status: 200, schema: RoundWire, description: 'The round as it was' },
      problems: [
        ...(['round_unknown', 'round_already_opened', 'invalid_request'] as const),
        ...(['precondition_required', 'revision_mismatch'] as const),
      ],
    }),
    staffGuard('round.write'),
    valid('param', RoundPath),
    async (c) => {
      const { db } = c.get('tenant');
      const by = writing(c);
      const round = expected(c, await roundById(db, c.req.valid('param').roundId).get());
      accept(decideAct(roundState(round, by.now), 'delete'));
      await refusing(deleteRound(db, round, by), editing);
      return c.json(roundToWire(round, by.now));
    },
  )
  .route('/', lifecycle)
  .route('/', changes);
