import { eq } from 'drizzle-orm';
import { CONTROL, valueKey } from '../audit/value-hash.ts';
import { provinces } from '../db/control.ts';
import { type Connection, type ControlDb, openDatabase, type ProvinceDb } from '../db/open.ts';
import type { Env } from '../env.ts';
import { Problem } from '../http/problem.ts';
import type { ProblemCode } from '../http/problems.ts';
import { outgoing } from './outgoing.ts';
import { openToken } from './sealed-token.ts';
import { secretsOf } from './secrets.ts';
import { outOfService } from './standing.ts';

/** One province, and the only database that a request for it may touch. */
export interface Tenant {
  code: string;
  name: string;
  db: ProvinceDb;
}

interface Entry {
  name: string;
  url: string;
  token: string | null;
  refusal: ProblemCode | null;
  readAt: number;
}

/** How long an isolate believes what the registry said; a suspension takes effect within this time, in milliseconds. */
const REMEMBERED = 60_000;
/** The same for a province that is out of service: whoever waits for it shall not wait long. */
const REFUSAL_REMEMBERED = 5_000;
const remembered = new Map<string, Entry>();

/** Has the registry asked again, in this isolate: to be called where what it says of a province was changed. */
export function forgetTenant(code: string): void {
  remembered.delete(code);
}

/** Names under turso.local are this machine's own databases; `wrangler dev` reaches them through a port (`npm run db`). */
const reachable = (env: Env, url: string) => {
  const database = /^http:\/\/([a-z0-9-]+)\.turso\.local\/?$/.exec(url)?.[1];
  return database && env.LOCAL_DATABASES_URL ? `${env.LOCAL_DATABASES_URL}/${database}/` : url;
};

/** How a database of the service is reached in a request. */
export const connectionTo = (env: Env, url: string, token: string | null, requestId: string): Connection => ({
  url: reachable(env, url),
  token,
  requestId,
  fetch: outgoing(env),
});

export function control(env: Env, requestId: string): ControlDb {
  const connection = connectionTo(env, env.CONTROL_DATABASE_URL, env.CONTROL_DATABASE_TOKEN ?? null, requestId);
  return openDatabase({ ...connection, valueKey: valueKey(env.SECRET, CONTROL) });
}

async function lookUp(env: Env, code: string, requestId: string, now: number): Promise<Entry> {
  const known = remembered.get(code);
  if (known && now - known.readAt < (known.refusal ? REFUSAL_REMEMBERED : REMEMBERED)) return known;
  const row = await control(env, requestId).read.select().from(provinces).where(eq(provinces.code, code)).get();
  // An unknown code is not remembered: the map would grow with whatever strangers type.
  if (!row) throw new Problem('province_unknown');
  const refusal = outOfService(row);
  const token = row.sealedToken && !refusal ? await openToken(row.sealedToken, code, secretsOf(env)) : null;
  const entry = { name: row.name, url: row.databaseUrl, token, refusal, readAt: now };
  remembered.set(code, entry);
  return entry;
}

/** Path → registry → that province's database and no other. */
export async function tenantOf(env: Env, code: string, requestId: string): Promise<Tenant> {
  if (!/^\d{2}$/.test(code)) throw new Problem('province_unknown');
  const { name, url, token, refusal } = await lookUp(env, code, requestId, Date.now());
  if (refusal) throw new Problem(refusal);
  const connection = { ...connectionTo(env, url, token, requestId), valueKey: valueKey(env.SECRET, code) };
  if (token === null) return { code, name, db: openDatabase(connection) };
  // The token may have been rotated since the registry was read.
  const renewToken = async () => {
    forgetTenant(code);
    return (await lookUp(env, code, requestId, Date.now())).token;
  };
  return { code, name, db: openDatabase({ ...connection, renewToken }) };
}

/** The codes of all provinces that are in service, for work that goes through all of them. */
export async function activeProvinces(env: Env, requestId: string): Promise<string[]> {
  const rows = await control(env, requestId).read.select().from(provinces);
  return rows.filter((row) => outOfService(row) === null).map(({ code }) => code);
}
