import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Value } from '../../../forms/value.ts';

/** A commune or a village: only who it is. What it is called, and where it belongs, stands in its versions. */
export const units = sqliteTable('units', {
  id: text().primaryKey(),
  level: text({ enum: ['commune', 'village'] }).notNull(),
  /** Rises with every change of its versions, lineage or outline; what `If-Match` names. */
  revision: integer().notNull().default(1),
  createdAt: text('created_at').notNull(),
});

/**
 * What a unit was from one day to another; the versions of a unit never overlap. `code` is an official code and never an identity:
 * merged communes inherit codes (docs/domain.md §6).
 */
export const unitVersions = sqliteTable(
  'unit_versions',
  {
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id),
    /** Its first day, YYYY-MM-DD. */
    validFrom: text('valid_from').notNull(),
    /** The first day that it no longer holds; null while it does. */
    validTo: text('valid_to'),
    /** The unit's own word for itself: xã, thị trấn, bản, tổ dân phố. */
    kindLabel: text('kind_label').notNull(),
    name: text().notNull(),
    code: text(),
    parentId: text('parent_id'),
    attributes: text({ mode: 'json' }).$type<Record<string, Value>>().notNull(),
    /** Where its office reads mail; never a person's own address. */
    contactEmail: text('contact_email'),
    /** Name and code as a search finds them: without accents, in small letters. */
    searchKey: text('search_key').notNull(),
    /** The decision by which it became so, where there is one. */
    legalAct: text('legal_act'),
    createdAt: text('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.unitId, table.validFrom] }),
    index('unit_versions_parent').on(table.parentId),
    index('unit_versions_code').on(table.code),
  ],
);

/** The words that a province uses for its units, in the order in which it lists them. */
export const unitKinds = sqliteTable(
  'unit_kinds',
  {
    level: text({ enum: ['commune', 'village'] }).notNull(),
    label: text().notNull(),
    position: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.level, table.label] })],
);

/** A unit's outline for maps: the geometry of a GeoJSON feature, as text. */
export const unitBoundaries = sqliteTable('unit_boundaries', {
  unitId: text('unit_id')
    .primaryKey()
    .references(() => units.id),
  geometry: text().notNull(),
  updatedAt: text('updated_at').notNull(),
});

/** One unit became (part of) another: how, how much of it, from which day, by which legal act (docs/domain.md §6). */
export const lineage = sqliteTable(
  'lineage',
  {
    predecessorId: text('predecessor_id')
      .notNull()
      .references(() => units.id),
    successorId: text('successor_id')
      .notNull()
      .references(() => units.id),
    kind: text({ enum: ['merge', 'split', 'rename', 'transfer'] })
      .notNull()
      .default('merge'),
    extent: text({ enum: ['whole', 'part'] }).notNull(),
    /** YYYY-MM-DD. */
    date: text().notNull(),
    legalAct: text('legal_act').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.predecessorId, table.successorId] }),
    index('lineage_successor').on(table.successorId),
  ],
);
