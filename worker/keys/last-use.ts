import { createMiddleware } from 'hono/factory';
import { newId } from '../db/id.ts';
import type { App, Env } from '../env.ts';
import { log } from '../http/log.ts';
import { tenantOf } from '../tenancy/tenant.ts';
import { noteUse } from './store.ts';

/** The hour of an instant, as an instant. */
export const hourOf = (instant: string): string => `${instant.slice(0, 13)}:00:00.000Z`;

/** The hour that this isolate last noted for a key, so that it writes once an hour even while the first write is under way. */
const noted = new Map<string, string>();
/** More keys than a province ever has; beyond it the oldest are forgotten, and at worst noted twice. */
const MOST_NOTED = 1000;

/** Takes the turn to note a key's use, and says whether it is ours to take. */
export function takesNote(key: { id: string; lastUsedAt: string | null }, hour: string): boolean {
  if ((key.lastUsedAt !== null && key.lastUsedAt >= hour) || noted.get(key.id) === hour) return false;
  if (noted.size >= MOST_NOTED) noted.delete(noted.keys().next().value!);
  noted.set(key.id, hour);
  return true;
}

async function note(env: Env, code: string, keyId: string, hour: string): Promise<void> {
  // Under a number of its own: it is no part of what the request cost, and comes after its answer.
  const requestId = newId();
  try {
    const { db } = await tenantOf(env, code, requestId);
    await noteUse(db, keyId, hour);
  } catch (error) {
    noted.delete(keyId);
    log('key.use_not_noted', { requestId, keyId, error: String(error).split('\n')[0] });
  }
}

/** Notes, once the answer is there, that the key which opened it was used. */
export const lastUse = createMiddleware<App>(async (c, next) => {
  await next();
  const key = c.get('usedKey');
  if (!key) return;
  const hour = hourOf(new Date().toISOString());
  if (takesNote(key, hour)) c.executionCtx.waitUntil(note(c.env, c.get('tenant').code, key.id, hour));
});
