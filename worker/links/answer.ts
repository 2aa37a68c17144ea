import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { sheetPage } from '../../web/links/sheet.tsx';
import { unitTitle } from '../../web/ui/unit-title.ts';
import type { App } from '../env.ts';
import { linksCsv } from '../exports/links-csv.ts';
import type { MadeLink, MadeLinks } from './create-links.ts';

const FORMATS = ['application/json', 'text/csv', 'text/html'];

/** The media type in which a caller wants new links. */
export const linkFormat = (c: Context<App>): string =>
  accepts(c, { header: 'Accept', supports: FORMATS, default: 'application/json' });

/** A new link as JSON, with its address and its PIN: the one time that they leave the server. */
export const createdToWire = ({ row, unit, token, pin }: MadeLink, publicUrl: string) => ({
  id: row.id,
  unitId: row.unitId,
  unitName: unit.name,
  level: unit.level,
  expiresAt: row.expiresAt,
  url: `${publicUrl}/s/${token}`,
  pin,
});

/** What holds for every answer with new links in it: nothing on the way may keep it. */
function unkept(c: Context<App>, { nextCursor }: Pick<MadeLinks, 'nextCursor'>): void {
  c.header('Cache-Control', 'no-store');
  c.header('Vary', 'Accept');
  // The list and the sheet have no place for it; JSON says it again.
  if (nextCursor !== null) c.header('X-Next-Cursor', nextCursor);
}

/** New links as a list for sending them by message. */
export function csvAnswer(c: Context<App>, created: MadeLinks): Response {
  unkept(c, created);
  const headers = {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="duong-dan.csv"',
  };
  return c.body(linksCsv(created.links, c.env.PUBLIC_URL), 201, headers);
}

/** New links as a sheet to be printed. `back` leads to the list of links, where there is a page of it. */
export function sheetAnswer(
  c: Context<App>,
  { links, round, total, done, nextCursor }: MadeLinks,
  back: string | null = null,
): Response | Promise<Response> {
  unkept(c, { nextCursor });
  const cards = links.map(({ row, unit, token, pin }) => ({
    id: row.id,
    unit: unitTitle(unit),
    commune: unit.level === 'village' ? unitTitle({ name: unit.communeName, kindLabel: unit.communeKind }) : null,
    url: `${c.env.PUBLIC_URL}/s/${token}`,
    pin,
    expiresAt: row.expiresAt,
  }));
  const left = nextCursor === null ? 0 : total - done;
  return c.html(sheetPage({ nonce: c.get('nonce'), round: { name: round.name }, cards, left, back }), 201);
}
