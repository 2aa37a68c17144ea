import type { Env } from '../env.ts';
import { chain, log, withoutParameters } from '../http/log.ts';
import { control, tenantOf } from '../tenancy/tenant.ts';
import { firstProvince, ping } from './store.ts';
import type { PartState, Ready } from './wire.ts';

/** How long one database may take, in milliseconds. */
const PATIENCE = 2000;
/** How long an answer is given again, in milliseconds: anybody may ask, and each asking costs two round trips. */
const REMEMBERED = 1000;

let remembered: { at: number; ready: Ready } | undefined;

/** Waits for a database, and not for ever. What it said goes into the log only: it may name hosts. */
async function asked<T>(part: string, requestId: string, asking: Promise<T>): Promise<{ state: PartState; found?: T }> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<{ state: PartState }>((resolve) => {
    timer = setTimeout(() => resolve({ state: 'timed_out' }), PATIENCE);
  });
  try {
    return await Promise.race([asking.then((found) => ({ state: 'ok' as const, found })), late]);
  } catch (error) {
    log('ready.failed', { requestId, part, errors: [...chain(error)].map(withoutParameters) });
    return { state: 'failed' };
  } finally {
    clearTimeout(timer);
  }
}

async function ask(env: Env, requestId: string): Promise<Ready> {
  const registry = await asked('registry', requestId, firstProvince(control(env, requestId)).get());
  if (registry.state !== 'ok') return { status: 'not_ready', registry: registry.state, province: 'not_asked' };
  const code = registry.found?.code;
  // A service without provinces waits for its operator to register one.
  if (code === undefined) return { status: 'ready', registry: 'ok', province: 'not_asked' };
  const pinging = tenantOf(env, code, requestId).then(({ db }) => ping(db));
  const { state } = await asked('province', requestId, pinging);
  return { status: state === 'ok' ? 'ready' : 'not_ready', registry: 'ok', province: state };
}

/** Whether the registry and one province's database answer: within some four seconds, and asked at most once a second. */
export async function askDatabases(env: Env, requestId: string): Promise<Ready> {
  if (remembered && Date.now() - remembered.at < REMEMBERED) return remembered.ready;
  const ready = await ask(env, requestId);
  remembered = { at: Date.now(), ready };
  return ready;
}
