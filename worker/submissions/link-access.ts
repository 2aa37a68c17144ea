import { eq, type SQL, sql } from 'drizzle-orm';
import type { ProvinceDb } from '../db/open.ts';
import { links } from '../db/province/links.ts';

/** A link as a write claims it: by its token's hash, before anything of it was read. */
export interface LinkClaim {
  tokenHash: string;
  /** Whether the caller has shown the link's PIN, or the link was found to ask for none. */
  pinShown: boolean;
}

/** One value of the claimed link's row, inside SQL. */
export const ofLink = ({ tokenHash }: LinkClaim, column: 'id' | 'round_id' | 'commune_id'): SQL =>
  sql`(SELECT ${sql.raw(column)} FROM links WHERE token_hash = ${tokenHash})`;

/**
 * That the link opens, that the round is open for its commune, and what else is asked of the link `l`, its round `r` and its
 * commune's file `s`: to be checked inside the writing transaction. The same as `isOpenFor` and `openFile` say of what was read.
 */
export const throughOpenLink = ({ tokenHash, pinShown }: LinkClaim, now: string, also: SQL): SQL =>
  sql`(SELECT l.revoked_at IS NULL AND l.expires_at > ${now} AND (l.pin_hash IS NULL OR ${pinShown ? 1 : 0})
    AND r.opened_at IS NOT NULL AND r.archived_at IS NULL
    AND coalesce(s.extended_until, r.closed_at, r.closes_at, '9999') > ${now} AND ${also}
    FROM links l JOIN rounds r ON r.id = l.round_id
    JOIN submissions s ON s.round_id = l.round_id AND s.commune_id = l.commune_id WHERE l.token_hash = ${tokenHash})`;

export const touchLink = (db: ProvinceDb, { tokenHash }: LinkClaim, now: string) =>
  db.write.update(links).set({ lastUsedAt: now }).where(eq(links.tokenHash, tokenHash));
