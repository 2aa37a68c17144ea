import { Hono } from 'hono';
import type * as v from 'valibot';
import { readGuard, staffGuard } from '../auth/guard.ts';
import { guardedRead } from '../auth/guarded-read.ts';
import { localDay } from '../db/local-time.ts';
import { expecting } from '../db/precondition.ts';
import type { App } from '../env.ts';
import { expectedRevision, revisionTag } from '../http/if-match.ts';
import { languageOf } from '../http/language.ts';
import { operation } from '../http/operation.ts';
import { accept, Problem } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import { writing } from '../http/writing.ts';
import { addVillages } from './add-villages.ts';
import { changeUnit } from './change-unit.ts';
import { closeUnit } from './close-unit.ts';
import { unitDetail } from './detail.ts';
import { lastVersion, presentVersion, rowOf, type UnitHistory } from './history.ts';
import { faultless, tooLate } from './refusals.ts';
import { changingState, closingState, unchanged, unitReads, writeUnits } from './store.ts';
import {
  Closing,
  createdToWire,
  MoreVillages,
  UnitDetail,
  UnitList,
  UnitPatch,
  UnitPath,
  UnitWire,
  unitToWire,
} from './wire.ts';

/** The unit when it is there, and of the revision that the caller has seen. */
function atRevision(unit: UnitHistory | undefined, revision: number): UnitHistory {
  if (!unit) throw new Problem('unit_unknown');
  if (unit.revision !== revision) throw new Problem('revision_mismatch');
  return unit;
}

/** A patch as its event tells it: that the address changed, and not to what. The log is kept for ever. */
const toldOf = ({ contactEmail, ...patch }: v.InferOutput<typeof UnitPatch>): Record<string, unknown> =>
  contactEmail === undefined ? patch : { ...patch, contactEmail: contactEmail === null ? 'removed' : 'changed' };

const written = (unit: UnitHistory): UnitHistory => ({ ...unit, revision: unit.revision + 1 });

export const unit = new Hono<App>()
  .get(
    '/',
    operation({
      id: 'getUnit',
      tag: 'Units',
      summary: 'One unit with all its versions and its lineage',
      description: 'The `ETag` names its revision, for `If-Match`.',
      permission: 'unit.read',
      keys: true,
      success: { status: 200, schema: UnitDetail, description: 'The unit' },
      problems: ['unit_unknown', 'invalid_request'],
    }),
    readGuard('unit.read'),
    valid('param', UnitPath),
    async (c) => {
      const today = localDay(new Date().toISOString());
      const reads = unitReads(c.get('tenant').db, c.req.valid('param').unitId, today);
      const detail = unitDetail(await guardedRead(c, 'unit.read', reads), today);
      if (!detail) throw new Problem('unit_unknown');
      c.header('ETag', revisionTag(detail.revision));
      return c.json(detail);
    },
  )
  .patch(
    '/',
    operation({
      id: 'changeUnit',
      tag: 'Units',
      summary: 'Correct a unit, or say what is different about it from a day on',
      description:
        'With `from` a new version begins: renamed, of another kind or code, under another commune, with other attributes. Without it the present version is put right from its first day. `If-Match` is the revision.',
      permission: 'unit.write',
      body: true,
      success: { status: 200, schema: UnitWire, description: 'The changed version' },
      problems: [
        ...(['unit_unknown', 'precondition_required', 'revision_mismatch', 'conflict', 'kind_unknown'] as const),
        ...(['unit_misplaced', 'unit_not_standing', 'later_version'] as const),
      ],
    }),
    staffGuard('unit.write'),
    valid('param', UnitPath),
    valid('json', UnitPatch),
    async (c) => {
      const by = writing(c);
      const { db } = c.get('tenant');
      const patch = c.req.valid('json');
      const { unit, parent, kinds } = await changingState(db, c.req.valid('param').unitId, patch.parentId);
      const before = atRevision(unit, expectedRevision(c));
      const when = { today: localDay(by.now), now: by.now, language: languageOf(c) };
      let after = accept(changeUnit({ unit: before, parent, kinds }, patch, when));
      if (after !== before) {
        const expected = [expecting('revision', unchanged.unit(before))];
        if (parent) expected.push(expecting('state', unchanged.unit(parent)));
        const told = { act: 'unit.change' as const, subject: `unit:${before.id}`, detail: toldOf(patch) };
        await writeUnits(db, { created: [], changed: [{ before, after }] }, expected, told, by).catch(tooLate);
        after = written(after);
      }
      c.header('ETag', revisionTag(after.revision));
      const version = patch.from === undefined ? presentVersion(after, when.today) : lastVersion(after);
      return c.json(unitToWire(rowOf(after, version)));
    },
  )
  .post(
    '/close',
    operation({
      id: 'closeUnit',
      tag: 'Units',
      summary: 'End a unit',
      description: 'A commune with standing villages only together with them. `If-Match` is the revision.',
      permission: 'unit.write',
      body: true,
      success: { status: 200, schema: UnitList, description: 'The units that ended' },
      problems: [
        ...(['unit_unknown', 'precondition_required', 'revision_mismatch', 'conflict'] as const),
        ...(['unit_not_standing', 'later_version', 'villages_standing'] as const),
      ],
    }),
    staffGuard('unit.write'),
    valid('param', UnitPath),
    valid('json', Closing),
    async (c) => {
      const by = writing(c);
      const { db } = c.get('tenant');
      const closing = c.req.valid('json');
      const { unit, villages } = await closingState(db, c.req.valid('param').unitId);
      const before = atRevision(unit, expectedRevision(c));
      const change = accept(closeUnit({ unit: before, villages }, closing));
      const expected = [
        expecting('revision', unchanged.unit(before)),
        expecting('state', unchanged.villages(before.id, villages)),
      ];
      const detail = { ...closing, units: change.changed.length };
      await writeUnits(
        db,
        change,
        expected,
        { act: 'unit.close' as const, subject: `unit:${before.id}`, detail },
        by,
      ).catch(tooLate);
      c.header('ETag', revisionTag(before.revision + 1));
      const ended = change.changed.map(({ after }) => rowOf(written(after), lastVersion(after)));
      return c.json({ items: ended.map(unitToWire) });
    },
  )
  .post(
    '/villages',
    operation({
      id: 'addVillages',
      tag: 'Units',
      summary: 'Add villages to a commune',
      permission: 'unit.write',
      body: true,
      success: { status: 201, schema: UnitList, description: 'The villages as created' },
      problems: ['unit_unknown', 'kind_unknown', 'unit_misplaced', 'conflict'],
    }),
    staffGuard('unit.write'),
    valid('param', UnitPath),
    valid('json', MoreVillages),
    async (c) => {
      const by = writing(c);
      const { db } = c.get('tenant');
      const { unit: parent, kinds } = await changingState(db, c.req.valid('param').unitId);
      if (!parent) throw new Problem('unit_unknown');
      const created = faultless(c, addVillages({ parent, kinds }, c.req.valid('json'), by.now));
      const told = { act: 'unit.create' as const, subject: `unit:${parent.id}`, detail: { count: created.length } };
      const expected = [expecting('state', unchanged.unit(parent))];
      await writeUnits(db, { created, changed: [] }, expected, told, by).catch(tooLate);
      return c.json(createdToWire(created), 201);
    },
  );
