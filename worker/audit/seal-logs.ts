import type { ProvinceDb } from '../db/open.ts';
import type { Env } from '../env.ts';
import { log, withoutParameters } from '../http/log.ts';
import { type Secrets, secretsOf } from '../tenancy/secrets.ts';
import { activeProvinces, control, tenantOf } from '../tenancy/tenant.ts';
import { isOverUnproved, nextSeal } from './chain.ts';
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

/** Seals what came since the last seal. Where nothing did, that is one read; the head of each seal is logged, to be kept elsewhere. */
async function sealLog(db: ProvinceDb, { database, secrets, requestId }: Sealed): Promise<void> {
  for (let sealed = 0; sealed < SEALS; sealed += 1) {
    const { last, events } = await unsealed(db, EVENTS);
    if (events.length === 0) return;
    const seal = nextSeal(database, last, events, { secrets, now: new Date().toISOString() });
    if (!(await insertSeal(db, seal))) return;
    const { number, lastSeq, hash, signature } = seal;
    log('audit.sealed', { requestId, database, seal: number, lastSeq, hash, signature });
    if (seal.events !== seal.lastSeq - (last?.lastSeq ?? 0))
      log('audit.events_missing', { requestId, database, seal: number });
    if (isOverUnproved(seal)) log('audit.seal_unproved', { requestId, database, seal: last?.number });
    if (events.length < EVENTS) return;
  }
}

/**
 * Seals the logs of the control database and of all provinces. The failure of one does not keep the others waiting; it is logged and
 * tried again by the next run.
 */
export async function sealLogs(env: Env, requestId: string): Promise<void> {
  const seal = async (database: string, open: () => Promise<ProvinceDb>) => {
    try {
      await sealLog(await open(), { database, secrets: secretsOf(env), requestId });
    } catch (error) {
      log('audit.seal_failed', { requestId, database, error: withoutParameters(error) });
    }
  };
  await seal(CONTROL, async () => control(env, requestId));
  for (const code of await activeProvinces(env, requestId)) {
    await seal(code, async () => (await tenantOf(env, code, requestId)).db);
  }
}
