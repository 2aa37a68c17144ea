import { Hono } from 'hono';
import { readGuard, staffGuard } from '../../auth/guard.ts';
import { guardedRead } from '../../auth/guarded-read.ts';
import { expecting } from '../../db/precondition.ts';
import type { App } from '../../env.ts';
import { operation } from '../../http/operation.ts';
import { accept } from '../../http/problem.ts';
import { valid } from '../../http/valid.ts';
import { writing } from '../../http/writing.ts';
import { tooLate } from '../refusals.ts';
import { allLineage, unchanged, wholeState, writeUnits } from '../store.ts';
import { endPredecessors } from './end-predecessors.ts';
import { refuseLineage } from './refuse-lineage.ts';
import { LineageList, NewLineage } from './wire.ts';

export const lineage = new Hono<App>()
  .get(
    '/',
    operation({
      id: 'listLineage',
      tag: 'Units',
      summary: 'Which units came out of which',
      permission: 'unit.read',
      keys: true,
      success: { status: 200, schema: LineageList, description: 'All merges, splits and renamings that are recorded' },
    }),
    readGuard('unit.read'),
    async (c) => {
      const [items] = await guardedRead(c, 'unit.read', [allLineage(c.get('tenant').db)]);
      return c.json({ items });
    },
  )
  .post(
    '/',
    operation({
      id: 'saveLineage',
      tag: 'Units',
      summary: 'Record which units came out of which',
      description:
        'The predecessors end on that day, a commune together with the villages that still belong to it; `reorganisations` moves villages instead. Rounds compare a merged commune with its predecessors where each of them merged whole. An edge that is recorded already is replaced.',
      permission: 'unit.write',
      body: true,
      success: { status: 201, schema: LineageList, description: 'The edges as recorded' },
      problems: ['unit_unknown', 'lineage_invalid', 'conflict'],
    }),
    staffGuard('unit.write'),
    valid('json', NewLineage),
    async (c) => {
      const { db } = c.get('tenant');
      const { items } = c.req.valid('json');
      const { units, edges, unitsVersion } = await wholeState(db);
      accept(refuseLineage(items, edges, new Map(units.map(({ id, level }) => [id, level]))));
      const changed = endPredecessors(items, edges, units);
      const told = {
        act: 'unit.lineage' as const,
        subject: 'units',
        detail: { edges: items.length, ended: changed.map(({ before }) => before.id) },
      };
      const expected = [expecting('state', unchanged.all(unitsVersion))];
      await writeUnits(db, { created: [], changed, edges: items }, expected, told, writing(c)).catch(tooLate);
      return c.json({ items }, 201);
    },
  );
