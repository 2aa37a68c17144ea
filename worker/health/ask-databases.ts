import type { Env } from '../env.ts';
import { chain, log, withoutParameters } from '../http/log.ts';
import { control, tenantOf } from '../tenancy/tenant.ts';
import { firstProvinces, ping } from './store.ts';
import type { PartState, Ready } from './wire.ts';

/** How long one database may take, in milliseconds. */
const PATIENCE = 2000;
/** How long an answer is given again, in milliseconds: anybody may ask, and each asking costs a few round trips. */
const REMEMBERED = 1000;

let remembered: { at: number; ready: Ready } | undefined;

/** Waits for a database, and not for ever. What it said goes into the log only: it may name hosts. */
async function asked<T>(part: string, requestId: string, asking: Promise<T>): Promise<{ state: PartState; found?: T }> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<{ state: PartState }>((resolve) => {
    timer = setTimeout(() => resolve({ state: 'timed_out' }), PATIENCE);
  });
  try {
    const answer = await Promise.race([asking.then((found) => ({ state: 'ok' as const, found })), late]);
    if (answer.state === 'timed_out') log('ready.timed_out', { requestId, part });
    return answer;
  } catch (error) {
    log('ready.failed', { requestId, part, errors: [...chain(error)].map(withoutParameters) });
    return { state: 'failed' };
  } finally {
    clearTimeout(timer);
  }
}

/** Of several databases, as one: those of provinces that are down keep nobody from the others. */
export function summary(states: PartState[]): Ready['province'] {
  if (states.length === 0) return 'not_asked';
  if (states.every((state) => state === 'ok')) return 'ok';
  if (states.includes('ok')) return 'partly';
  return states.includes('failed') ? 'failed' : 'timed_out';
}

async function ask(env: Env, requestId: string): Promise<Ready> {
  const registry = await asked('registry', requestId, firstProvinces(control(env, requestId)).all());
  if (registry.state !== 'ok') return { status: 'not_ready', registry: registry.state, province: 'not_asked' };
  const pinged = (registry.found ?? []).map(({ code }) =>
    asked(
      `province ${code}`,
      requestId,
      tenantOf(env, code, requestId).then(({ db }) => ping(db)),
    ),
  );
  const province = summary((await Promise.all(pinged)).map(({ state }) => state));
  // A service without provinces waits for its operator to register one.
  const isReady = province === 'ok' || province === 'partly' || province === 'not_asked';
  return { status: isReady ? 'ready' : 'not_ready', registry: 'ok', province };
}

/** Whether the registry and a province's database answer: within some four seconds, and asked at most once a second. */
export async function askDatabases(env: Env, requestId: string): Promise<Ready> {
  if (remembered && Date.now() - remembered.at < REMEMBERED) return remembered.ready;
  const ready = await ask(env, requestId);
  remembered = { at: Date.now(), ready };
  return ready;
}
