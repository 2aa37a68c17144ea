import { desc, eq, sql } from 'drizzle-orm';
import { controlEvents } from '../db/control.ts';
import type { ControlDb } from '../db/open.ts';
import { expecting, failedPrecondition } from '../db/precondition.ts';
import { controlEvent, type Writing } from './event.ts';

/** How far the logs of provinces are sealed, by code. */
export type Heads = Record<string, { seal: number; hash: string }>;

/** The act by which the registry's log notes them. */
export const HEADS_NOTED = 'log.note_heads';

/** For how long they are not noted again, in milliseconds. */
const DAY = 24 * 60 * 60_000;

/**
 * Notes in the registry's log, once a day and when something was sealed since, how far the provinces' logs are sealed. Whoever has
 * a province's database could take seals away with their events, and the service would seal what stands there then: against what was
 * noted, in a database that they do not have, that is found (`npm run audit`).
 */
export async function noteHeads(control: ControlDb, heads: Heads, by: Writing): Promise<void> {
  const last = await control.read
    .select({ at: controlEvents.at, detail: controlEvents.detail })
    .from(controlEvents)
    .where(eq(controlEvents.act, HEADS_NOTED))
    .orderBy(desc(controlEvents.seq))
    .limit(1)
    .get();
  const noted = (last?.detail ?? {}) as Heads;
  const isNew = Object.entries(heads).some(([code, { hash }]) => noted[code]?.hash !== hash);
  if (!isNew || (last && Date.parse(by.now) - Date.parse(last.at) < DAY)) return;
  const stillLast = sql`(SELECT max(at) FROM events WHERE act = ${HEADS_NOTED}) IS ${last?.at ?? null}`;
  await control.write
    .batch([control.write.run(expecting('state', stillLast)), controlEvent(control, by, HEADS_NOTED, 'logs', heads)])
    .catch((error: unknown) => {
      // Another run was faster.
      if (failedPrecondition(error) === null) throw error;
    });
}
