import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { eventColumns, eventIndexes, sealColumns } from './event-columns.ts';

/** The registry: which database belongs to which province. `code` is the official two-digit code, a string. */
export const provinces = sqliteTable('provinces', {
  code: text().primaryKey(),
  name: text().notNull(),
  /** Empty while the database is not yet there, and after it was deleted. */
  databaseUrl: text('database_url').notNull(),
  /** The database's access token, sealed with the worker's secret (AES-GCM); null where the server asks for none. */
  sealedToken: text('sealed_token'),
  tokenRotatedAt: text('token_rotated_at'),
  /** Who makes and deletes the database; null where an operator registered an address by hand. */
  databaseHost: text('database_host', { enum: ['turso', 'sqld'] }),
  /** The name by which its host knows the database, chosen before it is made, so that what has this name is ours. */
  databaseName: text('database_name'),
  /** Turso's group, which says in which region the database is. */
  databaseGroup: text('database_group'),
  /** How many of migrations/province/ the database has at least. */
  schemaVersion: integer('schema_version').notNull().default(0),
  suspendedAt: text('suspended_at'),
  /** Until when a deletion can be taken back; out of service all the while. */
  deleteAfter: text('delete_after'),
  deletedAt: text('deleted_at'),
  /** What is being done with the database over several calls to its host (provinces/job.ts), and the step that comes next. */
  job: text({ enum: ['create', 'rotate', 'migrate', 'delete'] }),
  jobStep: text('job_step', { enum: ['database', 'token', 'check', 'migrate', 'drop'] }),
  /** Who is at it, and until when nobody else may be: `{instant} {id}`. */
  jobLease: text('job_lease'),
  /** Why the step failed when it was last tried. */
  jobError: text('job_error'),
  jobChangedAt: text('job_changed_at'),
  createdAt: text('created_at').notNull(),
});

/** What a signed-in person may do in one province, by its role; the permissions of a role stand in worker/auth/permissions.ts. */
export const memberships = sqliteTable(
  'memberships',
  {
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    provinceCode: text('province_code')
      .notNull()
      .references(() => provinces.code),
    role: text({ enum: ['designer', 'verifier', 'approver', 'reader', 'auditor'] }).notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.provinceCode, table.role] })],
);

/** Roles for the whole service, which no province gives. */
export const platformRoleHolders = sqliteTable(
  'platform_roles',
  {
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    role: text({ enum: ['operator', 'national-reader'] }).notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.role] })],
);

/** Who did what with accounts, roles and provinces; as `events` of a province's database, and chained the same way. */
export const controlEvents = sqliteTable('events', eventColumns, eventIndexes);

export const controlSeals = sqliteTable('audit_seals', sealColumns);

const now = sql`(cast(unixepoch('subsecond') * 1000 as integer))`;
const timestamp = (name: string) => integer(name, { mode: 'timestamp_ms' });

// The tables of better-auth and of its plugins for second factors and passkeys, in the shape that its drizzle adapter expects.
export const user = sqliteTable('user', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: integer('email_verified', { mode: 'boolean' }).notNull().default(false),
  image: text(),
  twoFactorEnabled: integer('two_factor_enabled', { mode: 'boolean' }).notNull().default(false),
  createdAt: timestamp('created_at').notNull().default(now),
  updatedAt: timestamp('updated_at').notNull().default(now),
});

export const session = sqliteTable(
  'session',
  {
    id: text().primaryKey(),
    expiresAt: timestamp('expires_at').notNull(),
    token: text().notNull().unique(),
    createdAt: timestamp('created_at').notNull().default(now),
    updatedAt: timestamp('updated_at').notNull().default(now),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** Who holds it may do what, as JSON by province (`{"12":["designer"],"*":["operator"]}`), so that its cookie can say so too. */
    roles: text().notNull().default('{}'),
    /** When its person last proved who they are; null in sessions from before this was kept. */
    authenticatedAt: timestamp('authenticated_at'),
    /** How its person showed more than a password; null where they did not, or before this was kept. */
    factor: text({ enum: ['code', 'passkey', 'provider'] }),
  },
  (table) => [index('session_user_id').on(table.userId)],
);

export const account = sqliteTable(
  'account',
  {
    id: text().primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: timestamp('access_token_expires_at'),
    refreshTokenExpiresAt: timestamp('refresh_token_expires_at'),
    scope: text(),
    password: text(),
    createdAt: timestamp('created_at').notNull().default(now),
    updatedAt: timestamp('updated_at').notNull().default(now),
  },
  (table) => [index('account_user_id').on(table.userId)],
);

export const verification = sqliteTable(
  'verification',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: timestamp('expires_at').notNull(),
    createdAt: timestamp('created_at').notNull().default(now),
    updatedAt: timestamp('updated_at').notNull().default(now),
  },
  (table) => [index('verification_identifier').on(table.identifier)],
);

export const twoFactor = sqliteTable(
  'two_factor',
  {
    id: text().primaryKey(),
    /** Encrypted by better-auth under the worker's secret, as the recovery codes are. */
    secret: text().notNull(),
    backupCodes: text('backup_codes').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    verified: integer({ mode: 'boolean' }).notNull().default(true),
    failedVerificationCount: integer('failed_verification_count').notNull().default(0),
    lockedUntil: timestamp('locked_until'),
    /** Of the app's last code that was taken, since 1970 in steps of 30 seconds: no code is taken twice. */
    lastUsedStep: integer('last_used_step'),
  },
  (table) => [index('two_factor_user_id').on(table.userId)],
);

export const passkey = sqliteTable(
  'passkey',
  {
    id: text().primaryKey(),
    name: text(),
    publicKey: text('public_key').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    credentialID: text('credential_id').notNull(),
    counter: integer().notNull(),
    deviceType: text('device_type').notNull(),
    backedUp: integer('backed_up', { mode: 'boolean' }).notNull(),
    transports: text(),
    createdAt: timestamp('created_at').default(now),
    aaguid: text(),
  },
  (table) => [index('passkey_user_id').on(table.userId), uniqueIndex('passkey_credential_id').on(table.credentialID)],
);

/** Failed tries to sign in, counted for an account, an address, and the two together; none of them stands here readably. */
export const signInTries = sqliteTable('sign_in_tries', {
  /** `account:`, `address:` or `pair:` with a hash under the worker's secret. */
  key: text().primaryKey(),
  /** In a row, and none older than a day. */
  failures: integer().notNull(),
  lockedUntil: text('locked_until'),
  /** Of a pair: when somebody last signed in to the account from the address. */
  provedAt: text('proved_at'),
  at: text().notNull(),
});

/** Tries to sign in, counted by better-auth. */
export const rateLimit = sqliteTable('rate_limit', {
  id: text().primaryKey(),
  key: text().notNull().unique(),
  count: integer().notNull(),
  lastRequest: integer('last_request').notNull(),
});

/**
 * A one-time link, `/moi/{token}`: of somebody who is invited, who sets the service up as its operator, or who lost their password
 * (worker/invitations/).
 */
export const invitations = sqliteTable(
  'invitations',
  {
    id: text().primaryKey(),
    purpose: text({ enum: ['invitation', 'reset', 'setup'] }).notNull(),
    /** SHA-256 of the link's token. */
    tokenHash: text('token_hash').notNull().unique(),
    /** In small letters. Null for the set-up link: whoever opens it says who they are. */
    email: text(),
    name: text(),
    /** Of a reset: whose password it sets. */
    userId: text('user_id').references(() => user.id, { onDelete: 'cascade' }),
    /** Of a reset: whether the second factor goes with the old password. */
    removesSecondFactor: integer('removes_second_factor', { mode: 'boolean' }).notNull().default(false),
    /** The roles that come with it, by province; `*` for the service as a whole. */
    roles: text({ mode: 'json' }).$type<Record<string, string[]>>().notNull(),
    /** Null where it was made at the command line. */
    createdBy: text('created_by'),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    acceptedAt: text('accepted_at'),
    acceptedBy: text('accepted_by'),
    revokedAt: text('revoked_at'),
  },
  (table) => [index('invitations_email').on(table.email)],
);
