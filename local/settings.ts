import type { Env } from '../worker/env.ts';
import type { HranaHandler } from './hrana/handler.ts';
import { localSecret, previousLocalSecret } from './secret.ts';

/** What the worker is told about the databases of this machine. */
export function localSettings(dataDir: string) {
  const previous = previousLocalSecret(dataDir);
  return {
    CONTROL_DATABASE_URL: 'http://control.turso.local',
    SQLD_ADMIN_URL: 'http://admin.turso.local',
    SQLD_DATABASE_URL: 'http://{name}.turso.local',
    SECRET: localSecret(dataDir),
    ...(previous ? { SECRET_PREVIOUS: previous } : {}),
  };
}

/** The same for programs that have these databases in their own process. */
export const localEnvironment = (databases: Pick<HranaHandler, 'fetch' | 'dataDir'>): Env => ({
  ...localSettings(databases.dataDir),
  PUBLIC_URL: 'http://127.0.0.1',
  FETCH: (request) =>
    new URL(request.url).hostname.endsWith('.turso.local') ? databases.fetch(request) : fetch(request),
});
