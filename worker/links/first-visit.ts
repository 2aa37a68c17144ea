import { Hono } from 'hono';
import type { App } from '../env.ts';
import { readOwnAddress } from './address.ts';
import { rememberLink } from './link-cookie.ts';

/**
 * Where links lead to first: on to the clean address, so that the token stays in neither the address bar nor the history. Whether
 * there is such a link is found there; this asks no database.
 */
export const firstVisit = new Hono<App>().get('/:token', async (c, next) => {
  const address = readOwnAddress(c.req.param('token'));
  if (!address || address.stays) return next();
  const base = await rememberLink(c, address.token);
  return c.redirect(base + new URL(c.req.url).search, 303);
});
