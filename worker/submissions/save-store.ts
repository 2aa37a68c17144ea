import { and, eq, sql } from 'drizzle-orm';
import type { Answers, Level } from '../../forms/index.ts';
import { eventRow, hashBefore, type Writing } from '../audit/event.ts';
import type { ProvinceDb } from '../db/open.ts';
import { expecting } from '../db/precondition.ts';
import { events } from '../db/province/events.ts';
import { links } from '../db/province/links.ts';
import { responseRevisions, responses } from '../db/province/responses.ts';
import { type LinkClaim, ofLink, throughOpenLink, touchLink } from './link-access.ts';
import type { Patch } from './patch.ts';

const SAVE = 'response.save';

/** One save of one unit's answers: what it changes, over which revision, by which version of the form. */
export interface UnitSave {
  /** Made by the client: the same id is the same save. */
  id: string;
  unitId: string;
  level: Level;
  /** The revision that the changes were made to; 0 for a unit without answers. */
  over: number;
  /** The round's version of the form, by which the answers are after this save. */
  formVersionId: string;
  /** The version by which they are stored before it. */
  storedVersionId: string;
  /** Merge patches (RFC 7396): null takes an answer away. */
  changes: Answers;
  rawChanges: Patch<string>;
}

export type SaveRow = typeof responseRevisions.$inferSelect;

/** What a save came to. */
export interface Saved {
  revision: number;
  savedAt: string;
  formVersionId: string;
}

/**
 * Saves over exactly the revision named, in one round trip and without having read anything: who, where and whether it may be all
 * follow from the link inside the transaction. Aborts with the precondition `state` or `revision`, or on a unique index when the
 * id is that of another save.
 */
export async function saveUnit(
  db: ProvinceDb,
  claim: LinkClaim,
  save: UnitSave,
  { now, requestId }: { now: string; requestId: string },
): Promise<Saved> {
  const { unitId, formVersionId } = save;
  const revision = save.over + 1;
  const [changes, rawChanges] = [JSON.stringify(save.changes), JSON.stringify(save.rawChanges)];
  const [roundId, linkId] = [ofLink(claim, 'round_id'), ofLink(claim, 'id')];
  const ownUnit = sql`s.submitted_at IS NULL AND r.form_version_id = ${formVersionId} AND EXISTS (
    SELECT 1 FROM round_units u LEFT JOIN responses p ON p.round_id = u.round_id AND p.unit_id = u.unit_id
    WHERE u.round_id = l.round_id AND u.unit_id = ${unitId} AND u.commune_id = l.commune_id AND u.level = ${save.level}
      AND l.unit_id IN (u.unit_id, u.commune_id) AND coalesce(p.form_version_id, ${formVersionId}) = ${save.storedVersionId})`;
  const subject = sql`('round:' || ${roundId} || ${`/unit:${unitId}`})`;
  const by: Writing = { actor: { kind: 'link', id: '' }, requestId, now };
  // Nothing was read: what stands after it is told by this change over the one before it. With its unit, lest equal answers of
  // two villages have one hash.
  const after = { unitId, revision, formVersionId, changes: save.changes, rawChanges: save.rawChanges };
  const recorded = eventRow(db, by, SAVE, '', { revision }, { after });
  await db.write.batch([
    db.write.run(expecting('state', throughOpenLink(claim, now, ownUnit))),
    db.write.run(
      expecting(
        'revision',
        sql`coalesce((SELECT revision FROM responses WHERE round_id = ${roundId} AND unit_id = ${unitId}), 0) = ${save.over}`,
      ),
    ),
    db.write
      .insert(responses)
      .values({
        ...{ roundId, unitId, communeId: ofLink(claim, 'commune_id'), linkId, formVersionId, revision, savedAt: now },
        answers: sql`json_patch('{}', ${changes})`,
        raw: sql`json_patch('{}', ${rawChanges})`,
      })
      .onConflictDoUpdate({
        target: [responses.roundId, responses.unitId],
        set: {
          ...{ linkId, formVersionId, revision, savedAt: now },
          answers: sql`json_patch(${responses.answers}, ${changes})`,
          raw: sql`json_patch(${responses.raw}, ${rawChanges})`,
        },
      }),
    db.write.insert(responseRevisions).values({
      ...{ id: save.id, roundId, unitId, revision, formVersionId, savedAt: now, linkId },
      changes: save.changes,
      rawChanges: save.rawChanges,
    }),
    touchLink(db, claim, now),
    db.write.insert(events).values({ ...recorded, actorId: linkId, subject, beforeHash: hashBefore(SAVE, subject) }),
  ]);
  return { revision, savedAt: now, formVersionId };
}

/** The save that has this id, if there is one. */
export const saveById = (db: ProvinceDb, id: string) =>
  db.read.select().from(responseRevisions).where(eq(responseRevisions.id, id));

/** What stands against a save over another revision: the save that its id names already, and the answers that are there. */
export async function savedInstead(db: ProvinceDb, claim: LinkClaim, unitId: string, id: string) {
  const [saves, [round], [response]] = await db.read.batch([
    saveById(db, id),
    db.read.select({ roundId: links.roundId }).from(links).where(eq(links.tokenHash, claim.tokenHash)),
    db.read
      .select()
      .from(responses)
      .where(and(eq(responses.roundId, ofLink(claim, 'round_id')), eq(responses.unitId, unitId))),
  ]);
  return { save: saves[0] ?? null, roundId: round?.roundId ?? '', response: response ?? null };
}
