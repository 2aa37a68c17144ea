import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { App } from '../env.ts';
import { Problem } from './problem.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What a form of another site's page can send without being asked first; no type at all counts as one. */
const OF_FORMS = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain|$)/i;

/** Our own address as browsers know it and as we were called: behind a proxy that ends TLS these two differ. */
const ownOrigins = (c: Context<App>) => [new URL(c.env.PUBLIC_URL).origin, new URL(c.req.url).origin];

function isForeign(c: Context<App>): boolean {
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  if (site === 'same-origin' || (origin !== undefined && ownOrigins(c).includes(origin))) return false;
  const isBrowser = site !== undefined || origin !== undefined;
  return isBrowser || OF_FORMS.test(c.req.header('content-type')?.trim() ?? '');
}

/**
 * Refuses every request to change something that another site's page made a browser send, whatever its content type.
 * Programs name no site, and pass with what no form can send.
 */
export const sameOrigin = createMiddleware<App>(async (c, next) => {
  if (!READING.has(c.req.method) && isForeign(c)) throw new Problem('cross_origin');
  await next();
});
