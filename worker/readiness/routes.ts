import { Hono } from 'hono';
import { etag } from 'hono/etag';
import * as v from 'valibot';
import { readGuard } from '../auth/guard.ts';
import { FiguresQuery, figuresRead } from '../disclosure/figures.ts';
import { withheldFrom } from '../disclosure/withheld.ts';
import type { App } from '../env.ts';
import { operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import { wantsCsv } from '../http/wants-csv.ts';
import { Id } from '../http/wire.ts';
import { RoundPath } from '../rounds/wire.ts';
import { settingsOf, settingsRow } from '../settings/store.ts';
import { readinessListOf } from './list.ts';
import { predecessorsOf, readinessOf } from './store.ts';
import { detailToWire, ListQuery, ReadinessDetail, ReadinessList } from './wire.ts';

const CommunePath = v.object({ ...RoundPath.entries, unitId: Id });

export const readiness = new Hono<App>()
  .get(
    '/',
    operation({
      id: 'listReadiness',
      tag: 'Readiness',
      summary: 'How ready each commune of a round is, criterion by criterion',
      description:
        'Stored scorecards in the order of the round. Page with `cursor`, pull increments with `updatedSince`, add the sentences with `include=explanation`, or ask for CSV with `Accept: text/csv` or `format=csv`. Small counts are masked unless `figures=exact` is asked for.',
      permission: 'readiness.read',
      keys: true,
      success: { status: 200, schema: ReadinessList, description: 'One item a commune', csv: true },
      problems: ['round_unknown', 'invalid_request'],
    }),
    readGuard('readiness.read'),
    valid('param', RoundPath),
    valid('query', ListQuery),
    async (c) => {
      const { roundId } = c.req.valid('param');
      const { limit, cursor, updatedSince, format, include, figures } = c.req.valid('query');
      const list = await readinessListOf(c, {
        roundId,
        page: {
          limit,
          after: cursor === undefined ? null : Number(cursor),
          updatedSince: updatedSince ?? null,
        },
        format: wantsCsv(c, format) ? 'csv' : 'json',
        explained: include === 'explanation',
        figures,
      });
      c.header('ETag', list.etag);
      c.header('Vary', 'Accept');
      if (c.req.header('if-none-match') === list.etag) return c.body(null, 304);
      if (list.contentType.startsWith('text/csv')) {
        c.header('Content-Disposition', 'attachment; filename="readiness.csv"');
      }
      return c.body(list.body as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': list.contentType });
    },
  )
  .get(
    '/:unitId',
    etag(),
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
    valid('query', FiguresQuery),
    async (c) => {
      const { roundId, unitId } = c.req.valid('param');
      const { figures } = c.req.valid('query');
      const { db } = c.get('tenant');
      const queries = [
        readinessOf(db, roundId, unitId, figures),
        predecessorsOf(db, roundId, unitId),
        settingsRow(db),
      ] as const;
      const read = { figures, subject: `round:${roundId}/commune:${unitId}` };
      const [[row], [predecessors], settings] = await figuresRead(c, 'readiness.read', read, queries);
      if (!row) throw new Problem('unit_unknown');
      const withheld = withheldFrom(c.get('caller').kind, settingsOf(settings));
      return c.json(detailToWire(row, predecessors!, { figures, withheld }));
    },
  );
