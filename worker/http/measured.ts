import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import { countRoundTrips, endRoundTrips } from '../db/round-trips.ts';
import type { App } from '../env.ts';
import { log } from './log.ts';

const milliseconds = (value: number) => Math.round(value * 10) / 10;

/**
 * Whether the request was let in by a session or a key. To others the number of round trips would tell which way a request went:
 * whether there is such an account, key or link.
 */
const isKnown = (c: Context<App>) => c.get('usedKey') !== undefined || c.get('caller')?.kind === 'staff';

/**
 * Says in `Server-Timing` what a request spent on its databases and in all, until its answer began, to whom it let in, and logs one line about it.
 * The line names the route's pattern and never the address: that holds tokens, and ids of whoever is counted somewhere. On
 * Workers the clock stands still between one wait and the next, so that computing counts for nothing there.
 */
export const measured = createMiddleware<App>(async (c, next) => {
  const requestId = c.get('requestId');
  const began = performance.now();
  const trips = countRoundTrips(requestId);
  try {
    await next();
  } finally {
    endRoundTrips(requestId);
  }
  const ms = milliseconds(performance.now() - began);
  const timing = `db;dur=${milliseconds(trips.waited)};desc="${trips.count}", total;dur=${ms}`;
  if (isKnown(c)) c.header('Server-Timing', timing);
  if (c.env.REQUEST_LOG === 'off') return;
  const { method } = c.req;
  log('request', { requestId, method, route: routePath(c), status: c.res.status, ms, roundTrips: trips.count });
});
