import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { KeyScope } from '../../auth/permissions.ts';

export const apiKeys = sqliteTable('api_keys', {
  id: text().primaryKey(),
  name: text().notNull(),
  keyHash: text('key_hash').notNull().unique(),
  scopes: text({ mode: 'json' }).$type<KeyScope[]>().notNull(),
  createdAt: text('created_at').notNull(),
  expiresAt: text('expires_at'),
  revokedAt: text('revoked_at'),
  /** When it was last used, to the hour. */
  lastUsedAt: text('last_used_at'),
  /** Networks it may be used from, as `203.0.113.0/24` (http/networks.ts); null where any will do. */
  allowedAddresses: text('allowed_addresses', { mode: 'json' }).$type<string[]>(),
  /** The hash of the text that the key had before it was rotated, and until when that opens too. */
  previousHash: text('previous_hash').unique(),
  previousEndsAt: text('previous_ends_at'),
  /** One more with each change, so that nobody renames over what they have not seen. Its use is none. */
  revision: integer().notNull().default(0),
});
