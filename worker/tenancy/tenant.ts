import { eq } from 'drizzle-orm';
import { CONTROL, valueKey } from '../audit/value-hash.ts';
import { provinces } from '../db/control.ts';
import { type ControlDb, openDatabase, type ProvinceDb } from '../db/open.ts';
import type { Env } from '../env.ts';
import { Problem } from '../http/problem.ts';
import { openToken } from './sealed-token.ts';

/** One province, and the only database that a request for it may touch. */
export interface Tenant {
  code: string;
  name: string;
  db: ProvinceDb;
}

interface Entry {
  code: string;
  name: string;
  url: string;
  token: string | null;
  suspended: boolean;
  readAt: number;
}

/** How long an isolate believes what the registry said; a suspension takes effect within this time, in milliseconds. */
const REMEMBERED = 60_000;
const remembered = new Map<string, Entry>();

/** Names under turso.local are this machine's own databases; `wrangler dev` reaches them through a port (`npm run db`). */
const reachable = (env: Env, url: string) => {
  const database = /^http:\/\/([a-z0-9-]+)\.turso\.local\/?$/.exec(url)?.[1];
  return database && env.LOCAL_DATABASES_URL ? `${env.LOCAL_DATABASES_URL}/${database}/` : url;
};

export function control(env: Env, requestId: string): ControlDb {
  const url = reachable(env, env.CONTROL_DATABASE_URL);
  const token = env.CONTROL_DATABASE_TOKEN ?? null;
  return openDatabase({ url, token, valueKey: valueKey(env.SECRET, CONTROL), requestId });
}

async function lookUp(env: Env, code: string, requestId: string, now: number): Promise<Entry> {
  const known = remembered.get(code);
  if (known && now - known.readAt < REMEMBERED) return known;
  const row = await control(env, requestId).read.select().from(provinces).where(eq(provinces.code, code)).get();
  // An unknown code is not remembered: the map would grow with whatever strangers type.
  if (!row) throw new Problem('province_unknown');
  const token = row.sealedToken ? await openToken(row.sealedToken, code, env.SECRET) : null;
  const suspended = row.suspendedAt !== null;
  const entry = { code, name: row.name, url: row.databaseUrl, token, suspended, readAt: now };
  remembered.set(code, entry);
  return entry;
}

/** Path → registry → that province's database and no other. */
export async function tenantOf(env: Env, code: string, requestId: string): Promise<Tenant> {
  if (!/^\d{2}$/.test(code)) throw new Problem('province_unknown');
  const entry = await lookUp(env, code, requestId, Date.now());
  if (entry.suspended) throw new Problem('province_suspended');
  return {
    code,
    name: entry.name,
    db: openDatabase({
      url: reachable(env, entry.url),
      token: entry.token,
      valueKey: valueKey(env.SECRET, code),
      requestId,
    }),
  };
}

/** The codes of all provinces that are in service, for work that goes through all of them. */
export async function activeProvinces(env: Env, requestId: string): Promise<string[]> {
  const rows = await control(env, requestId)
    .read.select({ code: provinces.code, suspendedAt: provinces.suspendedAt })
    .from(provinces);
  return rows.filter(({ suspendedAt }) => suspendedAt === null).map(({ code }) => code);
}
