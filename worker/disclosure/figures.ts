import type { BatchItem, BatchResponse } from 'drizzle-orm/batch';
import type { Context } from 'hono';
import * as v from 'valibot';
import { exactRead, guardedRead } from '../auth/guarded-read.ts';
import type { Permission } from '../auth/permissions.ts';
import type { App } from '../env.ts';

/** How a caller wants counts: without small ones as everybody sees them, or as they are. */
export type Figures = 'masked' | 'exact';

export const FiguresParameter = v.pipe(
  v.optional(v.picklist(['masked', 'exact']), 'masked'),
  v.description(
    'Counts that could identify somebody are masked unless `exact` is asked for, which wants the permission `figure.read` and is recorded',
  ),
);

export const FiguresQuery = v.object({ figures: FiguresParameter });

type Queries = readonly [BatchItem<'sqlite'>, ...BatchItem<'sqlite'>[]];

/** How a store reads a batch, where the handler decides whether it has to be recorded. */
export type Read = <T extends Queries>(queries: T) => Promise<BatchResponse<T>>;

interface Wanted {
  figures: Figures;
  /** What the figures are of, as events name it: `round:…`. */
  subject: string;
}

/** A handler's reads in one round trip; of exact figures it is recorded that they were seen, and nothing keeps them. */
export function figuresRead<T extends Queries>(
  c: Context<App>,
  permission: Permission,
  { figures, subject }: Wanted,
  queries: T,
): Promise<BatchResponse<T>> {
  if (figures === 'masked') return guardedRead(c, permission, queries);
  c.header('Cache-Control', 'no-store');
  return exactRead(c, permission, subject, queries);
}

/** The same to hand to a store. */
export const figuresReader =
  (c: Context<App>, permission: Permission, wanted: Wanted): Read =>
  (queries) =>
    figuresRead(c, permission, wanted, queries);
