import { stringify } from 'csv-stringify/sync';
import { unitTitle } from '../../web/ui/unit-title.ts';
import type { MadeLink } from '../links/create-links.ts';
import { lastDayOf } from '../links/last-day.ts';

/**
 * New links as CSV, one line each, for sending them by message. With a byte order mark, so that spreadsheets read Vietnamese
 * letters, and with cells that begin like a formula escaped.
 */
export function linksCsv(links: MadeLink[], publicUrl: string): string {
  const header = ['unit', 'commune', 'url', 'pin', 'expires_on'];
  const lines = links.map(({ unit, row, token, pin }) => [
    unitTitle(unit),
    unitTitle({ name: unit.communeName, kindLabel: unit.communeKind }),
    `${publicUrl}/s/${token}`,
    pin,
    lastDayOf(row.expiresAt),
  ]);
  return stringify([header, ...lines], { bom: true, escape_formulas: true });
}
