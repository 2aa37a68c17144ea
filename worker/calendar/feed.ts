import { Hono } from 'hono';
import { sha256 } from '../db/hash.ts';
import { localDay } from '../db/local-time.ts';
import type { App } from '../env.ts';
import { Problem } from '../http/problem.ts';
import { readToken } from '../links/token.ts';
import { tenantOf } from '../tenancy/tenant.ts';
import { calendarEntries } from './entries.ts';
import { icsOf } from './ics.ts';
import { feedWithRounds } from './store.ts';

/** `/lich/{token}.ics`: what a calendar program reads. The token is all that is asked for, so it shows dates and nothing else. */
export const calendarFeed = new Hono<App>().get('/:file', async (c) => {
  const file = c.req.param('file');
  const claim = file.endsWith('.ics') ? readToken(file.slice(0, -'.ics'.length)) : null;
  if (!claim) throw new Problem('feed_unknown');
  const tenant = await tenantOf(c.env, claim.provinceCode, c.get('requestId')).catch((error: unknown) => {
    throw error instanceof Problem && error.code === 'province_unknown' ? new Problem('feed_unknown') : error;
  });
  const { feed, rounds } = await feedWithRounds(tenant.db, await sha256(claim.token));
  if (!feed) throw new Problem('feed_unknown');
  if (feed.revokedAt !== null) throw new Problem('feed_revoked');

  const text = icsOf(calendarEntries(rounds, localDay(new Date().toISOString())), tenant);
  const etag = `"${(await sha256(text)).slice(0, 32)}"`;
  c.header('ETag', etag);
  if (c.req.header('if-none-match') === etag) return c.body(null, 304);
  c.header('Content-Disposition', 'inline; filename="lich.ics"');
  return c.body(text, 200, { 'Content-Type': 'text/calendar; charset=utf-8' });
});
