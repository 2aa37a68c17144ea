import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { readGuard, staffGuard } from '../auth/guard.ts';
import type { App } from '../env.ts';
import { operation } from '../http/operation.ts';
import { valid } from '../http/valid.ts';
import { writing } from '../http/writing.ts';
import { boundaries, boundary } from './boundaries/routes.ts';
import { createUnits } from './create-units.ts';
import { unitExport } from './export/routes.ts';
import { unitImport } from './import/routes.ts';
import { kindsOf } from './kinds/kinds.ts';
import { storedKinds } from './kinds/store.ts';
import { lineage } from './lineage/routes.ts';
import { listUnits } from './list-units.ts';
import { faultless } from './refusals.ts';
import { reorganisations } from './reorganisations/routes.ts';
import { writeUnits } from './store.ts';
import { unit } from './unit-routes.ts';
import { createdToWire, NewUnits, UnitList, UnitQuery, unitToWire } from './wire.ts';

export const units = new Hono<App>()
  .get(
    '/',
    etag(),
    operation({
      id: 'listUnits',
      tag: 'Units',
      summary: 'List communes and villages as they stand on a day',
      description:
        'As of today unless `asOf` says otherwise. `q` finds names and codes without accents. `sort=tree` gives each commune followed by its villages, `sort=name` the Vietnamese alphabet. All units, or pages with `limit` and `cursor`.',
      permission: 'unit.read',
      keys: true,
      success: { status: 200, schema: UnitList, description: 'The units' },
      problems: ['invalid_request'],
    }),
    readGuard('unit.read'),
    valid('query', UnitQuery),
    async (c) => {
      const { items, ...page } = await listUnits(c, c.req.valid('query'));
      return c.json({ items: items.map(unitToWire), ...page });
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
      problems: ['kind_unknown'],
    }),
    staffGuard('unit.write'),
    valid('json', NewUnits),
    async (c) => {
      const by = writing(c);
      const { db } = c.get('tenant');
      const created = faultless(c, createUnits(c.req.valid('json'), kindsOf(await storedKinds(db)), by.now));
      const told = { act: 'unit.create' as const, subject: 'units', detail: { count: created.length } };
      await writeUnits(db, { created, changed: [] }, [], told, by);
      return c.json(createdToWire(created), 201);
    },
  )
  .route('/lineage', lineage)
  .route('/import', unitImport)
  .route('/export', unitExport)
  .route('/reorganisations', reorganisations)
  .route('/boundaries', boundaries)
  .route('/:unitId/boundary', boundary)
  .route('/:unitId', unit);
