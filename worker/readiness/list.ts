import type { Context } from 'hono';
import type { Disclosure } from '../disclosure/disclosed-scorecard.ts';
import { type Figures, figuresRead } from '../disclosure/figures.ts';
import { withheldFrom } from '../disclosure/withheld.ts';
import type { App } from '../env.ts';
import { readinessCsv } from '../exports/readiness-csv.ts';
import { Problem } from '../http/problem.ts';
import { settingsOf, settingsRow } from '../settings/store.ts';
import { type CachedList, cachedList, keepList } from './list-cache.ts';
import { type Page, readinessList, resultsVersion } from './store.ts';
import { type ReadinessRow, readinessToWire } from './wire.ts';

export interface ListRequest {
  roundId: string;
  page: Page;
  format: 'json' | 'csv';
  /** Sentences and bounds make the list four times as long; who needs them asks. */
  explained: boolean;
  figures: Figures;
}

function bodyOf(
  rows: ReadinessRow[],
  disclosure: Disclosure,
  { page, format, explained, figures }: ListRequest,
): Pick<CachedList, 'body' | 'contentType'> {
  const encoder = new TextEncoder();
  const items = rows.map((row) => readinessToWire(row, disclosure, explained));
  if (format === 'csv') {
    return { body: encoder.encode(readinessCsv(items)), contentType: 'text/csv; charset=utf-8' };
  }
  const nextCursor = rows.length === page.limit ? String(rows.at(-1)!.unit.position) : null;
  return { body: encoder.encode(JSON.stringify({ figures, items, nextCursor })), contentType: 'application/json' };
}

/** The list as bytes: from this isolate's memory when nothing that it shows has changed, in one round trip either way. */
export async function readinessListOf(c: Context<App>, request: ListRequest): Promise<CachedList> {
  const { db, code } = c.get('tenant');
  const { roundId, page, format, explained, figures } = request;
  const { kind } = c.get('caller');
  const key = JSON.stringify([code, roundId, figures, kind, format, explained, page.limit, page.after]);
  // Increments are asked for with another instant each time: keeping them would only push the others out.
  const cached = page.updatedSince === null ? cachedList(key) : undefined;
  const queries = [
    resultsVersion(db, roundId),
    settingsRow(db),
    readinessList(db, roundId, page, figures, cached ?? null),
  ] as const;
  const read = { figures, subject: `round:${roundId}` };
  const [[round], settings, rows] = await figuresRead(c, 'readiness.read', read, queries);
  if (!round) throw new Problem('round_unknown');
  const version = { resultsVersion: round.resultsVersion, settingsRevision: settingsOf(settings).revision };
  const isCurrent =
    cached?.resultsVersion === version.resultsVersion && cached.settingsRevision === version.settingsRevision;
  if (cached && isCurrent) return cached;

  const withheld = withheldFrom(kind, settingsOf(settings));
  const variant = [
    ...[figures, kind, version.settingsRevision, format, explained ? 'explained' : 'short'],
    ...[page.limit, page.after ?? 0, page.updatedSince ?? 'all'],
  ];
  const etag = `"${roundId}/${version.resultsVersion}/${variant.join('/')}"`;
  const list = { ...version, etag, ...bodyOf(rows, { figures, withheld }, request) };
  if (page.updatedSince === null) keepList(key, list);
  return list;
}
