import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { rounds } from './rounds.ts';

/** A way in for a commune's or a village's staff. Neither the token nor the PIN is ever stored. */
export const links = sqliteTable(
  'links',
  {
    id: text().primaryKey(),
    roundId: text('round_id')
      .notNull()
      .references(() => rounds.id),
    unitId: text('unit_id').notNull(),
    communeId: text('commune_id').notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    /** Keyed hash of the PIN; null for a link that asks for none. */
    pinHash: text('pin_hash'),
    /** Wrong PINs since the last right one, and until when no further try is taken. */
    pinFailures: integer('pin_failures').notNull().default(0),
    pinLockedUntil: text('pin_locked_until'),
    /** The account that made it and so saw its token. */
    createdBy: text('created_by'),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    revokedAt: text('revoked_at'),
    lastUsedAt: text('last_used_at'),
  },
  (table) => [index('links_round').on(table.roundId, table.unitId)],
);
