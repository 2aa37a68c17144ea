import { createMiddleware } from 'hono/factory';
import type { App } from '../env.ts';
import { tenantOf } from '../tenancy/tenant.ts';

/** Opens the database of the province in the path, and no other. */
export const tenant = createMiddleware<App>(async (c, next) => {
  c.set('tenant', await tenantOf(c.env, c.req.param('code') ?? '', c.get('requestId')));
  await next();
});
