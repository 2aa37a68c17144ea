import { sqliteTable } from 'drizzle-orm/sqlite-core';
import { eventColumns, eventIndexes, sealColumns } from '../event-columns.ts';

/** Who did what, written in the same batch as the act itself. */
export const events = sqliteTable('events', eventColumns, eventIndexes);

export const auditSeals = sqliteTable('audit_seals', sealColumns);
