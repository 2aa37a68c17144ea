import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client/http';
import { createHranaHandler, type HranaHandler } from '../../local/hrana/handler.ts';
import { localEnvironment } from '../../local/settings.ts';
import { controlMigrations } from '../../migrations/bundle.gen.ts';
import { migrate } from '../../migrations/migrate.ts';
import type { Env } from '../../worker/env.ts';
import { type Fleet, openFleet } from '../../worker/provinces/fleet.ts';
import type { Fetch } from '../../worker/tenancy/outgoing.ts';
import { TursoPlatform } from './turso-platform.ts';

export const OPERATOR = { actor: { kind: 'staff' as const, id: 'an', role: 'operator' }, requestId: 'thu' };

/** A registry and Turso's Platform API with databases behind it, without a worker; the clock is the test's. */
export interface Yard {
  platform: TursoPlatform;
  databases: HranaHandler;
  env: Env;
  clock: { now: number };
  /** The service's operations, with all that they call going through `leave`. */
  fleet(leave?: Fetch): Fleet;
  stop(): void;
}

export async function openYard(): Promise<Yard> {
  const dataDir = mkdtempSync(join(tmpdir(), 'dia-ban-'));
  const platform = await TursoPlatform.start();
  const databases = createHranaHandler({ dataDir, authorize: platform.authorize, synchronous: 'NORMAL' });
  platform.serveFrom(databases);
  const env = { ...localEnvironment(databases), ...platform.settings };
  const clock = { now: Date.parse('2026-11-27T01:00:00Z') };
  const control = createClient({
    url: env.CONTROL_DATABASE_URL,
    fetch: (request: Request) => databases.fetch(request),
  });
  await migrate(control, controlMigrations, () => new Date(clock.now));
  const nobodyWaits = { now: () => new Date(clock.now), wait: async () => undefined };
  return {
    platform,
    databases,
    env,
    clock,
    fleet: (leave) => openFleet(leave ? { ...env, FETCH: leave } : env, 'thu', nobodyWaits),
    stop() {
      platform.stop();
      databases.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** A process that dies with its nth call: before it was sent, or after it was answered. Nothing leaves it any more. */
export function dyingAt(leave: Fetch, nth: number, when: 'before' | 'after'): Fetch {
  let calls = 0;
  return async (request) => {
    calls += 1;
    if (calls > nth || (calls === nth && when === 'before')) throw new Error('killed');
    const answer = await leave(request);
    if (calls === nth) throw new Error('killed');
    return answer;
  };
}

/** How many calls something makes, and of which kind: `database` for a province's database. */
export function counting(leave: Fetch): { fetch: Fetch; calls: string[] } {
  const calls: string[] = [];
  return {
    calls,
    fetch(request) {
      const { hostname } = new URL(request.url);
      calls.push(hostname === '127.0.0.1' ? 'platform' : hostname.split('.')[0] === 'control' ? 'control' : 'database');
      return leave(request);
    },
  };
}
