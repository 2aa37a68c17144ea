import { Hono } from 'hono';
import { readGuard, staffGuard } from '../auth/guard.ts';
import { guardedRead } from '../auth/guarded-read.ts';
import type { App } from '../env.ts';
import { operation } from '../http/operation.ts';
import { valid } from '../http/valid.ts';
import { writing } from '../http/writing.ts';
import { createUnits } from './create-units.ts';
import { allUnits, insertUnits } from './store.ts';
import { NewUnits, UnitList, unitToWire } from './wire.ts';

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
      const [rows] = await guardedRead(c, 'unit.read', [allUnits(c.get('tenant').db)]);
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
      return c.json({ items: rows.map((row) => unitToWire({ code: null, parentId: null, ...row })) }, 201);
    },
  );
