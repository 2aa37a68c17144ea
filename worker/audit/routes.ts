import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type * as v from 'valibot';
import { platformGuard, staffGuard } from '../auth/guard.ts';
import type { ProvinceDb } from '../db/open.ts';
import type { App } from '../env.ts';
import { eventsCsv } from '../exports/events-csv.ts';
import { operation } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import { wantsCsv } from '../http/wants-csv.ts';
import { control } from '../tenancy/tenant.ts';
import { lastSeal } from './seal-store.ts';
import { eventsAndSeal } from './store.ts';
import { CONTROL } from './value-hash.ts';
import { CheckpointWire, EventList, EventQuery, eventToWire, sealToWire } from './wire.ts';

/** One of the logs: which, for whom, and in which words it is described. */
interface LogRoutes {
  guard: MiddlewareHandler<App>;
  open: (c: Context<App>) => { db: ProvinceDb; database: string };
  ids: { list: string; checkpoint: string };
  of: string;
}

const DESCRIPTION =
  'Newest first. Page with `cursor`, or ask for CSV with `Accept: text/csv` or `format=csv`. Hashes of what was changed are not told. Reading the log is not itself recorded.';

async function list(c: Context<App>, db: ProvinceDb, database: string, query: v.InferOutput<typeof EventQuery>) {
  const { cursor, format, limit, ...filter } = query;
  const { rows, seal } = await eventsAndSeal(db, { ...filter, limit, before: cursor ?? null });
  const items = rows.map(eventToWire);
  c.header('Vary', 'Accept');
  if (wantsCsv(c, format)) {
    c.header('Content-Disposition', `attachment; filename="events-${database}.csv"`);
    return c.body(eventsCsv(items), 200, { 'Content-Type': 'text/csv; charset=utf-8' });
  }
  const nextCursor = items.length === limit ? String(items.at(-1)!.number) : null;
  return c.json({ items, nextCursor, sealed: sealToWire(database, seal) });
}

const logRoutes = ({ guard, open, ids, of }: LogRoutes) =>
  new Hono<App>()
    .get(
      '/',
      operation({
        id: ids.list,
        tag: 'Events',
        summary: `Who did what ${of}`,
        description: DESCRIPTION,
        permission: 'event.read',
        success: { status: 200, schema: EventList, description: 'One item an event', csv: true },
        problems: ['invalid_request'],
      }),
      guard,
      valid('query', EventQuery),
      (c) => {
        const { db, database } = open(c);
        return list(c, db, database, c.req.valid('query'));
      },
    )
    .get(
      '/checkpoint',
      operation({
        id: ids.checkpoint,
        tag: 'Events',
        summary: 'The head of the log, to be kept elsewhere',
        description: 'With it `npm run audit -- verify --checkpoint` finds that the log was cut off or written anew.',
        permission: 'event.read',
        success: { status: 200, schema: CheckpointWire, description: 'The last seal' },
        problems: ['not_found'],
      }),
      guard,
      async (c) => {
        const { db, database } = open(c);
        const checkpoint = sealToWire(database, (await lastSeal(db))[0]);
        if (!checkpoint) throw new Problem('not_found');
        c.header('Content-Disposition', `attachment; filename="checkpoint-${database}.json"`);
        return c.json(checkpoint);
      },
    );

/** The log of one province. */
export const provinceEvents = logRoutes({
  guard: staffGuard('event.read'),
  open: (c) => ({ db: c.get('tenant').db, database: c.get('tenant').code }),
  ids: { list: 'listEvents', checkpoint: 'getCheckpoint' },
  of: 'in the province',
});

/** The log of the registry: accounts, roles, provinces. */
export const platformEvents = logRoutes({
  guard: platformGuard('event.read'),
  open: (c) => ({ db: control(c.env, c.get('requestId')), database: CONTROL }),
  ids: { list: 'listPlatformEvents', checkpoint: 'getPlatformCheckpoint' },
  of: 'with accounts, roles and provinces',
});
