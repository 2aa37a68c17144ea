import type { ProvinceDb } from '../db/open.ts';
import type { Env } from '../env.ts';
import { log, withoutParameters } from '../http/log.ts';
import { type Secrets, secretsOf } from '../tenancy/secrets.ts';
import { activeProvinces, control, tenantOf } from '../tenancy/tenant.ts';
import { isOverUnproved, nextSeal, type Seal } from './chain.ts';
import { type Heads, noteHeads } from './note-heads.ts';
import { insertSeal, unsealed } from './seal-store.ts';
import { CONTROL } from './value-hash.ts';

/** Events of one seal, and seals of one database in one run; the next run, a minute later, goes on. */
const EVENTS = 1000;
const SEALS = 5;

interface Sealed {
  database: string;
  secrets: Secrets;
  requestId: string;
}

type Head = Pick<Seal, 'number' | 'hash'>;

/**
 * Seals what came since the last seal, and gives the last seal that there is then. Where nothing came, that is one read; the head of
 * each seal is logged, to be kept elsewhere.
 */
async function sealLog(db: ProvinceDb, { database, secrets, requestId }: Sealed): Promise<Head | null> {
  let head: Head | null = null;
  for (let sealed = 0; sealed < SEALS; sealed += 1) {
    const { last, events } = await unsealed(db, EVENTS);
    head = last;
    if (events.length === 0) return head;
    const seal = nextSeal(database, last, events, { secrets, now: new Date().toISOString() });
    if (!(await insertSeal(db, seal))) return head;
    head = seal;
    const { number, lastSeq, hash, signature } = seal;
    log('audit.sealed', { requestId, database, seal: number, lastSeq, hash, signature });
    if (seal.events !== seal.lastSeq - (last?.lastSeq ?? 0))
      log('audit.events_missing', { requestId, database, seal: number });
    if (isOverUnproved(seal)) log('audit.seal_unproved', { requestId, database, seal: last?.number });
    if (events.length < EVENTS) return head;
  }
  return head;
}

/**
 * Seals the logs of all provinces, and then that of the control database, which notes how far the others are. The failure of one
 * does not keep the others waiting; it is logged and tried again by the next run.
 */
export async function sealLogs(env: Env, requestId: string): Promise<void> {
  const seal = async (database: string, open: () => Promise<ProvinceDb>) => {
    try {
      return await sealLog(await open(), { database, secrets: secretsOf(env), requestId });
    } catch (error) {
      log('audit.seal_failed', { requestId, database, error: withoutParameters(error) });
      return null;
    }
  };
  const heads: Heads = {};
  for (const code of await activeProvinces(env, requestId)) {
    const head = await seal(code, async () => (await tenantOf(env, code, requestId)).db);
    if (head) heads[code] = { seal: head.number, hash: head.hash };
  }
  const registry = control(env, requestId);
  const by = { actor: { kind: 'system' as const, id: 'schedule' }, requestId, now: new Date().toISOString() };
  await noteHeads(registry, heads, by).catch((error: unknown) => {
    log('audit.heads_not_noted', { requestId, error: withoutParameters(error) });
  });
  await seal(CONTROL, async () => registry);
}
