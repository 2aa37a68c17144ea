import type { Context } from 'hono';
import type { Writing } from '../audit/event.ts';
import type { App } from '../env.ts';

/** Who writes, in which request and when, as every write is told. */
export const writing = (c: Context<App>): Writing => ({
  actor: c.get('actor'),
  requestId: c.get('requestId'),
  now: new Date().toISOString(),
});
