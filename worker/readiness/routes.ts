import { Hono } from 'hono';
import { accepts } from 'hono/accepts';
import { etag } from 'hono/etag';
import * as v from 'valibot';
import { readGuard } from '../auth/guard.ts';
import { guardedRead } from '../auth/guarded-read.ts';
import type { App } from '../env.ts';
import { readinessCsv } from '../exports/readiness-csv.ts';
import { operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import { Id } from '../http/wire.ts';
import { RoundPath } from '../rounds/wire.ts';
import { readinessList, readinessOf, roundExists } from './store.ts';
import { detailToWire, ListQuery, ReadinessDetail, ReadinessList, readinessToWire } from './wire.ts';

const CommunePath = v.object({ ...RoundPath.entries, unitId: Id });

export const readiness = new Hono<App>()
  .use(etag())
  .get(
    '/',
    operation({
      id: 'listReadiness',
      tag: 'Readiness',
      summary: 'How ready each commune of a round is, criterion by criterion',
      description:
        'Stored scorecards in the order of the round. Page with `cursor`, pull increments with `updatedSince`, or ask for CSV with `Accept: text/csv` or `format=csv`.',
      permission: 'readiness.read',
      keys: true,
      success: { status: 200, schema: ReadinessList, description: 'One item a commune', csv: true },
      problems: ['round_unknown', 'invalid_request'],
    }),
    readGuard('readiness.read'),
    valid('param', RoundPath),
    valid('query', ListQuery),
    async (c) => {
      const { db } = c.get('tenant');
      const { roundId } = c.req.valid('param');
      const { limit, cursor, updatedSince, format } = c.req.valid('query');
      const since = updatedSince === undefined ? null : new Date(updatedSince).toISOString();
      const page = { limit, after: cursor === undefined ? null : Number(cursor), updatedSince: since };
      const queries = [roundExists(db, roundId), readinessList(db, roundId, page)] as const;
      const [[round], rows] = await guardedRead(c, 'readiness.read', queries);
      if (!round) throw new Problem('round_unknown');
      const items = rows.map(readinessToWire);
      const preferred = accepts(c, { header: 'Accept', supports: ['application/json', 'text/csv'], default: 'json' });
      if (format === 'csv' || (format === undefined && preferred === 'text/csv')) {
        c.header('Content-Disposition', 'attachment; filename="readiness.csv"');
        return c.body(readinessCsv(items), 200, { 'Content-Type': 'text/csv; charset=utf-8' });
      }
      const nextCursor = rows.length === limit ? String(rows.at(-1)!.unit.position) : null;
      return c.json({ items, nextCursor });
    },
  )
  .get(
    '/:unitId',
    operation({
      id: 'getReadiness',
      tag: 'Readiness',
      summary: "One commune's readiness with all that is needed to compute it again",
      permission: 'readiness.read',
      keys: true,
      success: { status: 200, schema: ReadinessDetail, description: 'The scorecard' },
      problems: ['unit_unknown', 'invalid_request'],
    }),
    readGuard('readiness.read'),
    valid('param', CommunePath),
    async (c) => {
      const { roundId, unitId } = c.req.valid('param');
      const [[row]] = await guardedRead(c, 'readiness.read', [readinessOf(c.get('tenant').db, roundId, unitId)]);
      if (!row) throw new Problem('unit_unknown');
      return c.json(detailToWire(row));
    },
  );
