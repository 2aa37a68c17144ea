import { Hono } from 'hono';
import type { App } from '../env.ts';
import { operation } from '../http/operation.ts';
import { askDatabases } from './ask-databases.ts';
import { HealthWire, ReadyWire } from './wire.ts';

/** For whatever watches over the service: public, and says nothing that is not. */
export const health = new Hono<App>()
  .get(
    '/healthz',
    operation({
      id: 'getHealth',
      tag: 'Health',
      summary: 'Whether the worker answers; no database is asked',
      success: { status: 200, schema: HealthWire, description: 'It does' },
    }),
    (c) => {
      c.header('Cache-Control', 'no-store');
      return c.json({ status: 'ok' });
    },
  )
  // The older name.
  .get('/health', (c) => c.json({ status: 'ok' }))
  .get(
    '/readyz',
    operation({
      id: 'getReady',
      tag: 'Health',
      summary: 'Whether the registry and the databases of provinces answer',
      description:
        'Of up to three provinces one has to: one that is down is told as `partly` and is no trouble of the others. Where the registry or all of them do not, within two seconds each, the same body comes with the status 503.',
      success: { status: 200, schema: ReadyWire, description: 'They do, or some of the provinces do' },
    }),
    async (c) => {
      const ready = await askDatabases(c.env, c.get('requestId'));
      c.header('Cache-Control', 'no-store');
      return c.json(ready, ready.status === 'ready' ? 200 : 503);
    },
  );
