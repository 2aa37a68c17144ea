import type { Client } from '@libsql/client';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql/http';
import type { Act } from '../../web/log/acts.ts';
import { event } from '../../worker/audit/event.ts';
import { valueKey } from '../../worker/audit/value-hash.ts';
import { newId } from '../../worker/db/id.ts';
import { rounds } from '../../worker/db/province/rounds.ts';
import { operator, type Place } from './place.ts';

/** More than a round's results can change between a moment and the return to it. */
const VERSIONS_AHEAD = 1_000_000_000;

/** What brought a province back to a moment of its past, as the logs name it. */
export interface Return {
  act: Act;
  detail: Record<string, unknown>;
}

/**
 * Lists are kept, here and by integrators, under the version of a round's results: none may come again with another content. And
 * the province's own log says from where it goes on, for whoever holds a later checkpoint against it.
 */
export async function settle(place: Place, client: Client, code: string, { act, detail }: Return, now: Date) {
  const db = drizzle(client);
  const province = { read: db, write: db, valueKey: valueKey(place.secrets?.current ?? '', code) };
  const by = { actor: operator, requestId: newId(), now: now.toISOString() };
  await db.batch([
    db.update(rounds).set({ resultsVersion: sql`${rounds.resultsVersion} + ${VERSIONS_AHEAD}` }),
    event(province, by, act, `province:${code}`, detail),
  ]);
}
