import { unitTitle } from '../../web/ui/unit-title.ts';
import { lastDayBefore } from '../db/local-time.ts';
import type { MadeLink } from '../links/create-links.ts';
import { csvOf } from './csv.ts';

/** New links as CSV, one line each, for sending them by message. */
export function linksCsv(links: MadeLink[], publicUrl: string): string {
  const header = ['unit', 'commune', 'url', 'pin', 'expires_on'];
  const lines = links.map(({ unit, row, token, pin }) => [
    unitTitle(unit),
    unitTitle({ name: unit.communeName, kindLabel: unit.communeKind }),
    `${publicUrl}/s/${token}`,
    pin,
    lastDayBefore(row.expiresAt),
  ]);
  return csvOf(header, lines);
}
