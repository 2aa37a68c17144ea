import { type Context, Hono } from 'hono';
import { staffGuard } from '../auth/guard.ts';
import { localDay } from '../db/local-time.ts';
import type { App } from '../env.ts';
import { expectedRevision, revisionTag } from '../http/if-match.ts';
import { operation } from '../http/operation.ts';
import { accept, Problem } from '../http/problem.ts';
import { acting, editing, refusing } from '../http/refusing.ts';
import { valid } from '../http/valid.ts';
import { writing } from '../http/writing.ts';
import { addUnits } from './add-units.ts';
import { changeForm } from './change-form.ts';
import { extensionState, formChangeState, saveExtension, saveFormChange } from './change-store.ts';
import {
  AddedUnits,
  addedToWire,
  ExtensionPath,
  ExtensionWire,
  NewExtension,
  NewRoundForm,
  NewRoundUnits,
  RoundFormChanged,
} from './change-wire.ts';
import { extend } from './extend.ts';
import { additionState, insertAddition } from './opening-store.ts';
import { RoundPath, roundToWire } from './wire.ts';

/** Sets or takes away one commune's extension. */
async function changeExtension(
  c: Context<App>,
  { roundId, communeId }: { roundId: string; communeId: string },
  { until, reason }: { until: string | null; reason: string | null },
) {
  const { db } = c.get('tenant');
  const by = writing(c);
  const state = await extensionState(db, roundId, communeId);
  const change = accept(extend(state, until, by.now));
  const { extendedUntil, revision } = state.submission!;
  if (change === 'unchanged') return { communeId, extendedUntil, revision };
  const saved = await refusing(saveExtension(db, state.round!, state.submission!, { ...change, reason }, by), acting);
  return { communeId, ...change, ...saved };
}

/** What can still be changed of a round that is open: each explicit, with a reason, and logged. */
export const changes = new Hono<App>()
  .post(
    '/:roundId/units',
    operation({
      id: 'addRoundUnits',
      tag: 'Rounds',
      summary: 'Add units to an open round',
      description:
        'Communes with their villages, or villages, as they stand today. Scores of communes that have more villages by it are computed anew.',
      permission: 'round.write',
      success: { status: 201, schema: AddedUnits, description: 'The units that were added' },
      body: true,
      problems: [
        ...(['round_unknown', 'round_not_open', 'round_closed', 'round_archived', 'unit_unknown'] as const),
        ...(['unit_already_in_round', 'commune_not_in_round', 'return_first', 'conflict'] as const),
      ],
    }),
    staffGuard('round.write'),
    valid('param', RoundPath),
    valid('json', NewRoundUnits),
    async (c) => {
      const { db } = c.get('tenant');
      const by = writing(c);
      const { unitIds, reason } = c.req.valid('json');
      const state = await additionState(db, c.req.valid('param').roundId, localDay(by.now));
      const addition = accept(await addUnits(state, unitIds, by.now));
      const codes = { state: 'return_first', revision: 'conflict' } as const;
      await refusing(insertAddition(db, state.round!, addition, reason, by), codes);
      return c.json({ items: addition.units.map((row) => addedToWire(row, by.now)) }, 201);
    },
  )
  .put(
    '/:roundId/form-version',
    operation({
      id: 'changeRoundForm',
      tag: 'Rounds',
      summary: 'Give an open round another version of its form',
      description:
        'Wants `If-Match`. The version must be published and of the same form. All scores of the round are computed anew.',
      permission: 'round.write',
      success: { status: 200, schema: RoundFormChanged, description: 'The round, and what follows from the change' },
      body: true,
      problems: [
        ...(['round_unknown', 'round_not_open', 'round_closed', 'round_archived', 'form_unknown'] as const),
        ...(['form_not_published', 'form_differs', 'precondition_required', 'revision_mismatch'] as const),
      ],
    }),
    staffGuard('round.write'),
    valid('param', RoundPath),
    valid('json', NewRoundForm),
    async (c) => {
      const { db } = c.get('tenant');
      const by = writing(c);
      const { formVersionId, reason } = c.req.valid('json');
      const state = await formChangeState(db, c.req.valid('param').roundId, formVersionId);
      if (!state) throw new Problem('round_unknown');
      if (state.round.revision !== expectedRevision(c)) throw new Problem('revision_mismatch');
      const change = accept(changeForm(state, by.now));
      const row = change ? await refusing(saveFormChange(db, state.round, change, reason, by), editing) : state.round;
      c.header('ETag', revisionTag(row.revision));
      return c.json({ round: roundToWire(row, by.now), consequences: change?.consequences ?? [] });
    },
  )
  .put(
    '/:roundId/extensions/:communeId',
    operation({
      id: 'extendRound',
      tag: 'Rounds',
      summary: 'Give one commune more time',
      description:
        'Later than now and later than the round closes; also after it closed, which opens it for this commune only. Closing the round by hand ends all extensions.',
      permission: 'round.write',
      success: { status: 200, schema: ExtensionWire, description: 'The extension' },
      body: true,
      problems: [
        ...(['round_unknown', 'unit_unknown', 'round_not_open', 'round_archived'] as const),
        ...(['state_not_allowed', 'extension_not_later', 'nothing_to_extend', 'answers_purged', 'conflict'] as const),
      ],
    }),
    staffGuard('round.write'),
    valid('param', ExtensionPath),
    valid('json', NewExtension),
    async (c) => c.json(await changeExtension(c, c.req.valid('param'), c.req.valid('json'))),
  )
  .delete(
    '/:roundId/extensions/:communeId',
    operation({
      id: 'endExtension',
      tag: 'Rounds',
      summary: "Take a commune's extension away",
      description: "The round's own end holds again. Taking away none changes nothing.",
      permission: 'round.write',
      success: { status: 200, schema: ExtensionWire, description: 'No extension' },
      problems: [
        ...(['round_unknown', 'unit_unknown', 'round_not_open', 'round_archived'] as const),
        ...(['state_not_allowed', 'conflict', 'invalid_request'] as const),
      ],
    }),
    staffGuard('round.write'),
    valid('param', ExtensionPath),
    async (c) => c.json(await changeExtension(c, c.req.valid('param'), { until: null, reason: null })),
  );
