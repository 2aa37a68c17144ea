import { asc, desc, gt, sql } from 'drizzle-orm';
import type { ProvinceDb } from '../db/open.ts';
import { isUniqueViolation } from '../db/precondition.ts';
import { auditSeals, events } from '../db/province/events.ts';
import type { Seal } from './chain.ts';

// The log has the same tables in a province's database and in the control database.

/** An event's columns as they are stored: `detail` as the text that it is. */
export const logged = {
  seq: events.seq,
  id: events.id,
  at: events.at,
  actorKind: sql<string>`${events.actorKind}`,
  actorId: events.actorId,
  actorRole: events.actorRole,
  act: events.act,
  subject: events.subject,
  requestId: events.requestId,
  detail: sql<string>`${events.detail}`,
  beforeHash: events.beforeHash,
  afterHash: events.afterHash,
};

/** The last seal (none before the first) without its prints. */
export const lastSeal = ({ read }: Pick<ProvinceDb, 'read'>) =>
  read
    .select({
      number: auditSeals.number,
      lastSeq: auditSeals.lastSeq,
      sealedAt: auditSeals.sealedAt,
      hash: auditSeals.hash,
      keyId: auditSeals.keyId,
      signature: auditSeals.signature,
    })
    .from(auditSeals)
    .orderBy(desc(auditSeals.number))
    .limit(1);

/** The last seal and the first events after it, in one round trip. */
export async function unsealed(db: ProvinceDb, limit: number) {
  const after = sql`coalesce((SELECT max(last_seq) FROM audit_seals), 0)`;
  const [seals, found] = await db.read.batch([
    lastSeal(db),
    db.read.select(logged).from(events).where(gt(events.seq, after)).orderBy(asc(events.seq)).limit(limit),
  ]);
  return { last: seals[0] ?? null, events: found };
}

/** Adds a seal; false when another run was faster. */
export async function insertSeal(db: ProvinceDb, seal: Seal): Promise<boolean> {
  try {
    await db.write.batch([db.write.insert(auditSeals).values(seal)]);
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}
