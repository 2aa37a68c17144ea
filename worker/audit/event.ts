import { type SQL, sql } from 'drizzle-orm';
import type { Act } from '../../web/log/acts.ts';
import type { Actor } from '../auth/caller.ts';
import { controlEvents } from '../db/control.ts';
import { newId } from '../db/id.ts';
import type { ControlDb, ProvinceDb } from '../db/open.ts';
import { events } from '../db/province/events.ts';
import { valueHash } from './value-hash.ts';

/** Who acts, in which request and when: what every write is told. */
export interface Writing {
  actor: Actor;
  requestId: string;
  now: string;
}

/** Of what people do with their own account: no role allows it but that it is theirs. */
export const bySelf = (userId: string, requestId: string): Writing => ({
  actor: { kind: 'staff', id: userId },
  requestId,
  now: new Date().toISOString(),
});

/**
 * What a write changed, as it was and as it is: rows, or the parts of them that it touches. Of what is made there is no `before`,
 * of what is deleted no `after`; of what is replaced without having been read, what was before stands as the `after` of the event
 * before it on the same subject.
 */
export interface Change {
  before?: unknown;
  after?: unknown;
}

/** An event as a row, of a province's database or of the registry. */
export const eventRow = (
  { valueKey }: Pick<ProvinceDb, 'valueKey'>,
  by: Writing,
  act: Act,
  subject: string,
  detail: Record<string, unknown> = {},
  { before, after }: Change = {},
) => {
  const hashOrNull = (value: unknown) => (value === undefined || value === null ? null : valueHash(valueKey, value));
  return {
    id: newId(),
    at: by.now,
    actorKind: by.actor.kind,
    actorId: by.actor.id,
    actorRole: by.actor.role ?? null,
    act,
    subject,
    requestId: by.requestId,
    detail,
    beforeHash: hashOrNull(before),
    afterHash: hashOrNull(after),
  };
};

/** The `afterHash` of the last event of an act on a subject: what a write replaces that has not read it. */
export const hashBefore = (act: Act, subject: SQL | string): SQL<string | null> =>
  sql`(SELECT after_hash FROM events WHERE subject = ${subject} AND act = ${act} ORDER BY seq DESC LIMIT 1)`;

type What = Parameters<typeof eventRow> extends [unknown, Writing, ...infer Rest] ? Rest : never;

/**
 * The event of a write, to stand in the same batch. `act` is a permission-like string with its words in web/log/, `subject` says on
 * what: `round:0199…`. Of what was changed only keyed hashes are kept, so that the log can prove a value and never tells one.
 */
export const event = (db: ProvinceDb, by: Writing, ...what: What) =>
  db.write.insert(events).values(eventRow(db, by, ...what));

/** The same for what happens in the registry: accounts, roles, provinces. */
export const controlEvent = (db: ControlDb, by: Writing, ...what: What) =>
  db.write.insert(controlEvents).values(eventRow(db, by, ...what));
