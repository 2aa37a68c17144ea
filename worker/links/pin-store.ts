import { eq, sql } from 'drizzle-orm';
import { event, type Writing } from '../audit/event.ts';
import type { ProvinceDb } from '../db/open.ts';
import { expecting } from '../db/precondition.ts';
import { links } from '../db/province/links.ts';
import type { PinTries } from './pin-tries.ts';
import type { LinkRow } from './store.ts';

const NONE: PinTries = { pinFailures: 0, pinLockedUntil: null };
const triesOf = ({ pinFailures, pinLockedUntil }: LinkRow): PinTries => ({ pinFailures, pinLockedUntil });

/** Counts a try of a PIN before it is compared; aborts with `state` when another try was counted or the link revoked meanwhile. */
export async function countTry(db: ProvinceDb, link: LinkRow, counted: PinTries, by: Writing): Promise<void> {
  const asRead = sql`(SELECT pin_failures = ${link.pinFailures} AND pin_locked_until IS ${link.pinLockedUntil}
    AND revoked_at IS NULL FROM links WHERE id = ${link.id})`;
  await db.write.batch([
    db.write.run(expecting('state', asRead)),
    event(db, by, 'link.pin_try', `link:${link.id}`, { ...counted }, { before: triesOf(link), after: counted }),
    db.write.update(links).set(counted).where(eq(links.id, link.id)),
  ]);
}

/** After the right PIN there is nothing against the link any more, and its hash is of the present secret. */
export async function forgetTries(db: ProvinceDb, link: LinkRow, pinHash: string, by: Writing): Promise<void> {
  await db.write.batch([
    event(db, by, 'link.pin_accepted', `link:${link.id}`, {}, { after: NONE }),
    db.write
      .update(links)
      .set({ ...NONE, pinHash })
      .where(eq(links.id, link.id)),
  ]);
}
