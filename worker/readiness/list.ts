import type { Context } from 'hono';
import { guardedRead } from '../auth/guarded-read.ts';
import type { App } from '../env.ts';
import { readinessCsv } from '../exports/readiness-csv.ts';
import { Problem } from '../http/problem.ts';
import { type CachedList, cachedList, keepList } from './list-cache.ts';
import { type Page, readinessList, resultsVersion } from './store.ts';
import { type ReadinessRow, readinessToWire } from './wire.ts';

export interface ListRequest {
  roundId: string;
  page: Page;
  format: 'json' | 'csv';
  /** Sentences and bounds make the list four times as long; who needs them asks. */
  explained: boolean;
}

function bodyOf(
  rows: ReadinessRow[],
  { page, format, explained }: ListRequest,
): Pick<CachedList, 'body' | 'contentType'> {
  const encoder = new TextEncoder();
  const items = rows.map((row) => readinessToWire(row, explained));
  if (format === 'csv') {
    return { body: encoder.encode(readinessCsv(items)), contentType: 'text/csv; charset=utf-8' };
  }
  const nextCursor = rows.length === page.limit ? String(rows.at(-1)!.unit.position) : null;
  return { body: encoder.encode(JSON.stringify({ items, nextCursor })), contentType: 'application/json' };
}

/** The list as bytes: from this isolate's memory when the round's results have not changed, in one round trip either way. */
export async function readinessListOf(c: Context<App>, request: ListRequest): Promise<CachedList> {
  const { db, code } = c.get('tenant');
  const { roundId, page, format, explained } = request;
  const key = JSON.stringify([code, roundId, format, explained, page.limit, page.after]);
  // Increments are asked for with another instant each time: keeping them would only push the others out.
  const cached = page.updatedSince === null ? cachedList(key) : undefined;
  const queries = [
    resultsVersion(db, roundId),
    readinessList(db, roundId, page, cached?.resultsVersion ?? null),
  ] as const;
  const [[round], rows] = await guardedRead(c, 'readiness.read', queries);
  if (!round) throw new Problem('round_unknown');
  if (cached?.resultsVersion === round.resultsVersion) return cached;

  const variant = [format, explained ? 'explained' : 'short', page.limit, page.after ?? 0, page.updatedSince ?? 'all'];
  const etag = `"${roundId}/${round.resultsVersion}/${variant.join('/')}"`;
  const list = { resultsVersion: round.resultsVersion, etag, ...bodyOf(rows, request) };
  if (page.updatedSince === null) keepList(key, list);
  return list;
}
