import type { Actor } from '../auth/caller.ts';
import { newId } from '../db/id.ts';
import type { ProvinceDb } from '../db/open.ts';
import { events } from '../db/province/events.ts';

/** Who acts, in which request and when: what every write is told. */
export interface Writing {
  actor: Actor;
  requestId: string;
  now: string;
}

/** The event of a write, to stand in the same batch. `act` is a permission-like string, `subject` says on what: `round:0199…`. */
export function event(db: ProvinceDb, by: Writing, act: string, subject: string, detail: Record<string, unknown> = {}) {
  return db.write.insert(events).values({
    id: newId(),
    at: by.now,
    actorKind: by.actor.kind,
    actorId: by.actor.id,
    act,
    subject,
    requestId: by.requestId,
    detail,
  });
}
