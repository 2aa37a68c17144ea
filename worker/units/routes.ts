import { Hono } from 'hono';
import { readGuard, staffGuard } from '../auth/guard.ts';
import { guardedRead } from '../auth/guarded-read.ts';
import { localDay } from '../db/local-time.ts';
import type { App } from '../env.ts';
import { operation } from '../http/operation.ts';
import { accept } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import { writing } from '../http/writing.ts';
import { createUnits } from './create-units.ts';
import { refuseLineage } from './refuse-lineage.ts';
import { allLineage, insertUnits, knownUnits, saveLineage, unitsOn } from './store.ts';
import { LineageList, NewLineage, NewUnits, UnitList, unitToWire } from './wire.ts';

export const units = new Hono<App>()
  .get(
    '/',
    operation({
      id: 'listUnits',
      tag: 'Units',
      summary: 'List communes and villages',
      permission: 'unit.read',
      keys: true,
      success: { status: 200, schema: UnitList, description: 'All units of the province' },
    }),
    readGuard('unit.read'),
    async (c) => {
      const [rows] = await guardedRead(c, 'unit.read', [
        unitsOn(c.get('tenant').db, localDay(new Date().toISOString())),
      ]);
      return c.json({ items: rows.map(unitToWire) });
    },
  )
  .post(
    '/',
    operation({
      id: 'createUnits',
      tag: 'Units',
      summary: 'Create communes with their villages',
      permission: 'unit.write',
      success: { status: 201, schema: UnitList, description: 'The units as created' },
      body: true,
    }),
    staffGuard('unit.write'),
    valid('json', NewUnits),
    async (c) => {
      const by = writing(c);
      const rows = createUnits(c.req.valid('json'), by.now);
      await insertUnits(c.get('tenant').db, rows, by);
      return c.json({ items: rows.map(unitToWire) }, 201);
    },
  )
  .get(
    '/lineage',
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
    '/lineage',
    operation({
      id: 'saveLineage',
      tag: 'Units',
      summary: 'Record which units came out of which',
      description: 'Rounds compare a merged commune with its predecessors where each of them merged whole.',
      permission: 'unit.write',
      body: true,
      success: { status: 201, schema: LineageList, description: 'The edges as recorded' },
      problems: ['unit_unknown'],
    }),
    staffGuard('unit.write'),
    valid('json', NewLineage),
    async (c) => {
      const { db } = c.get('tenant');
      const { items } = c.req.valid('json');
      const named = items.flatMap(({ predecessorId, successorId }) => [predecessorId, successorId]);
      const known = new Set((await knownUnits(db, named)).map(({ id }) => id));
      accept(refuseLineage(items, known));
      await saveLineage(db, items, writing(c));
      return c.json({ items }, 201);
    },
  );
