import type { Actor } from '../auth/caller.ts';
import { controlEvents } from '../db/control.ts';
import { hashNow } from '../db/hash.ts';
import { newId } from '../db/id.ts';
import type { ControlDb, ProvinceDb } from '../db/open.ts';
import { events } from '../db/province/events.ts';

/** Who acts, in which request and when: what every write is told. */
export interface Writing {
  actor: Actor;
  requestId: string;
  now: string;
}

/** What a write changed, as it was and as it is; of what is made there is no `before`, of what is deleted no `after`. */
export interface Change {
  before?: unknown;
  after?: unknown;
}

const hashOrNull = (value: unknown) => (value === undefined || value === null ? null : hashNow(value));

/** An event as a row, of a province's database or of the registry. */
export const eventRow = (
  by: Writing,
  act: string,
  subject: string,
  detail: Record<string, unknown> = {},
  { before, after }: Change = {},
) => ({
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
});

type What = Parameters<typeof eventRow> extends [Writing, ...infer Rest] ? Rest : never;

/**
 * The event of a write, to stand in the same batch. `act` is a permission-like string, `subject` says on what: `round:0199…`.
 * Of what was changed only hashes are kept, so that the log can prove a value and never tells one.
 */
export const event = (db: ProvinceDb, by: Writing, ...what: What) =>
  db.write.insert(events).values(eventRow(by, ...what));

/** The same for what happens in the registry: accounts, roles, provinces. */
export const controlEvent = (db: ControlDb, by: Writing, ...what: What) =>
  db.write.insert(controlEvents).values(eventRow(by, ...what));
