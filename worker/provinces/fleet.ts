import type { ControlDb } from '../db/open.ts';
import { randomCode } from '../db/random.ts';
import type { Env } from '../env.ts';
import { outgoing } from '../tenancy/outgoing.ts';
import { control } from '../tenancy/tenant.ts';
import type { DatabaseHost, HostKind } from './database-host.ts';
import type { Caller } from './host-call.ts';
import { sqldHost } from './sqld-host.ts';
import { tursoHost } from './turso-host.ts';

/** What operations on provinces work with, in the worker as in the operator's programs. */
export interface Fleet {
  env: Env;
  control: ControlDb;
  requestId: string;
  /** Makes databases; null where nothing is configured for it. */
  host: DatabaseHost | null;
  /** The host that an existing database is with, should another be configured by now. */
  hostOf(kind: HostKind): DatabaseHost | null;
  now(): string;
}

const waiting = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function hosts(env: Env, caller: Caller): DatabaseHost[] {
  const made: DatabaseHost[] = [];
  const { TURSO_PLATFORM_TOKEN: platformToken, TURSO_ORGANIZATION: organization } = env;
  if (platformToken && organization) {
    const apiUrl = env.TURSO_API_URL || 'https://api.turso.tech';
    made.push(tursoHost({ apiUrl, organization, platformToken, group: env.TURSO_GROUP || 'default' }, caller));
  }
  const { SQLD_ADMIN_URL: adminUrl, SQLD_DATABASE_URL: databaseUrl } = env;
  // On this machine a database is a file, and its name stays what it is.
  const suffix = () => (databaseUrl?.endsWith('.turso.local') ? '' : `-${randomCode(6)}`);
  if (adminUrl && databaseUrl) made.push(sqldHost({ adminUrl, databaseUrl, suffix }, caller));
  return made;
}

export function openFleet(
  env: Env,
  requestId: string,
  { now = () => new Date(), wait = waiting }: { now?: () => Date; wait?: Caller['wait'] } = {},
): Fleet {
  const all = hosts(env, { fetch: outgoing(env), wait });
  return {
    env,
    requestId,
    control: control(env, requestId),
    host: all[0] ?? null,
    hostOf: (kind) => all.find((host) => host.kind === kind) ?? null,
    now: () => now().toISOString(),
  };
}
