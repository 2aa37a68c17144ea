import { and, asc, eq, getTableColumns, gt, inArray, isNull, like, lte, or, type SQL, sql } from 'drizzle-orm';
import type { BatchResponse } from 'drizzle-orm/batch';
import type { Act } from '../../web/log/acts.ts';
import { event, type Writing } from '../audit/event.ts';
import { inChunks } from '../db/chunks.ts';
import type { ProvinceDb } from '../db/open.ts';
import type { expecting } from '../db/precondition.ts';
import { lineage, unitBoundaries, units, unitVersions } from '../db/province/units.ts';
import type { UnitHistory, Version } from './history.ts';
import { type Kind, kindsOf } from './kinds/kinds.ts';
import { storedKinds } from './kinds/store.ts';
import { fold } from './search-key.ts';

/** A unit with what it is, or was, on one day. */
export type UnitRow = typeof units.$inferSelect & Version;

const { unitId: _, ...version } = getTableColumns(unitVersions);

/** The version that holds on a day, YYYY-MM-DD. */
export const holdsOn = (day: string) =>
  and(lte(unitVersions.validFrom, day), or(isNull(unitVersions.validTo), gt(unitVersions.validTo, day)));

const standingOn = (db: ProvinceDb, day: string) =>
  db.read
    .select({ ...version, ...getTableColumns(units) })
    .from(units)
    .innerJoin(unitVersions, and(eq(unitVersions.unitId, units.id), holdsOn(day)));

/** The units that stand on a day, as they are then, in the order in which they were made. */
export const unitsOn = (db: ProvinceDb, day: string) => standingOn(db, day).orderBy(asc(units.id));

export interface UnitFilter {
  day: string;
  level?: UnitRow['level'] | undefined;
  parentId?: string | undefined;
  q?: string | undefined;
}

/** A text with what LIKE takes for wildcards made ordinary; for `ESCAPE '\'`. */
const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&');

const matching = ({ level, parentId, q }: UnitFilter): SQL | undefined =>
  and(
    level ? eq(units.level, level) : undefined,
    parentId ? eq(unitVersions.parentId, parentId) : undefined,
    q ? sql`${like(unitVersions.searchKey, `%${literal(fold(q))}%`)} ESCAPE '\\'` : undefined,
  );

/** The family that a unit is listed with: its commune's, or its own. */
const family = sql`coalesce(${unitVersions.parentId}, ${units.id})`;

/** The units of a day that a filter lets through, each commune followed by its villages, behind the position [family, id]. */
export const unitsInTree = (
  db: ProvinceDb,
  filter: UnitFilter,
  after: [string, string] | null,
  limit: number | null,
) => {
  const order = sql`(${family}, ${unitVersions.parentId} IS NOT NULL, ${units.id})`;
  const behind = after ? sql`${order} > (${after[0]}, ${after[0] === after[1] ? 0 : 1}, ${after[1]})` : undefined;
  return standingOn(db, filter.day)
    .where(and(matching(filter), behind))
    .orderBy(family, sql`${unitVersions.parentId} IS NOT NULL`, units.id)
    .limit(limit ?? -1);
};

/** The units of a day that a filter lets through, to be ordered by name: SQLite knows no Vietnamese. */
export const unitsToSort = (db: ProvinceDb, filter: UnitFilter) => standingOn(db, filter.day).where(matching(filter));

type VersionedRow = { unit: typeof units.$inferSelect; version: typeof unitVersions.$inferSelect };

/** Units with all their versions; `historiesFrom` puts the rows together. */
export const versionsOf = (db: ProvinceDb, which?: SQL) =>
  db.read
    .select({ unit: units, version: unitVersions })
    .from(units)
    .innerJoin(unitVersions, eq(unitVersions.unitId, units.id))
    .where(which)
    .orderBy(asc(units.id), asc(unitVersions.validFrom));

/** All units of a province with all that decides what may become of them, in one round trip. */
export async function wholeState(db: ProvinceDb): Promise<WholeState> {
  const [rows, kinds, edges, [found]] = await db.read.batch([
    versionsOf(db),
    storedKinds(db),
    allLineage(db),
    unitsVersion(db),
  ]);
  return { units: historiesFrom(rows), kinds: kindsOf(kinds), edges, unitsVersion: found!.version };
}

export interface WholeState {
  units: UnitHistory[];
  kinds: Kind[];
  edges: Edge[];
  /** What `unchanged.all` expects still to be so. */
  unitsVersion: number;
}

/** A unit as it is to be changed, with the commune that it is to go over to and the province's own kinds. */
export async function changingState(db: ProvinceDb, id: string, parentId?: string) {
  const ids = parentId === undefined ? [id] : [id, parentId];
  const [rows, kinds] = await db.read.batch([versionsOf(db, inArray(units.id, ids)), storedKinds(db)]);
  const found = new Map(historiesFrom(rows).map((unit) => [unit.id, unit]));
  return { unit: found.get(id), parent: found.get(parentId ?? ''), kinds: kindsOf(kinds) };
}

/** A unit as it is to be closed, with all villages that ever belonged to it. */
export async function closingState(db: ProvinceDb, id: string) {
  const [rows, below] = await db.read.batch([
    versionsOf(db, eq(units.id, id)),
    versionsOf(db, sql`${units.id} IN (SELECT unit_id FROM unit_versions WHERE parent_id = ${id})`),
  ]);
  return { unit: historiesFrom(rows)[0], villages: historiesFrom(below) };
}

export function historiesFrom(rows: VersionedRow[]): UnitHistory[] {
  const found = new Map<string, UnitHistory>();
  for (const { unit, version } of rows) {
    const { unitId: _, ...rest } = version;
    const history = found.get(unit.id);
    if (history) history.versions.push(rest);
    else found.set(unit.id, { ...unit, versions: [rest] });
  }
  return [...found.values()];
}

export type Edge = typeof lineage.$inferSelect;

export const allLineage = (db: ProvinceDb) => db.read.select().from(lineage).orderBy(lineage.date, lineage.successorId);

/** Rises with every write to a province's units, their lineage and outlines, because each makes a unit or raises a revision. */
export const unitsVersion = (db: ProvinceDb) =>
  db.read.select({ version: sql<number>`coalesce(sum(${units.revision}), 0)` }).from(units);

/** What a write takes for granted about units that were read before. */
export const unchanged = {
  unit: ({ id, revision }: Pick<UnitHistory, 'id' | 'revision'>): SQL =>
    sql`(SELECT revision = ${revision} FROM units WHERE id = ${id})`,
  /** None of a commune's villages changed, and none came. */
  villages: (communeId: string, villages: UnitHistory[]): SQL =>
    sql`(SELECT coalesce(sum(revision), 0) FROM units
      WHERE id IN (SELECT unit_id FROM unit_versions WHERE parent_id = ${communeId}))
      = ${villages.reduce((sum, { revision }) => sum + revision, 0)}`,
  all: (unitsVersion: number): SQL => sql`(SELECT coalesce(sum(revision), 0) FROM units) = ${unitsVersion}`,
};

export interface UnitsChange {
  created: UnitHistory[];
  changed: { before: UnitHistory; after: UnitHistory }[];
  edges?: Edge[];
}

interface Told {
  act: Act;
  subject: string;
  detail: Record<string, unknown>;
}

/**
 * Writes units and versions, all or nothing: what changed is what is not the same object as before. Raises the revision of every
 * unit that changed or got an edge of lineage. Aborts with the precondition of the first expectation that fails.
 */
export async function writeUnits(
  db: ProvinceDb,
  { created, changed, edges = [] }: UnitsChange,
  expected: ReturnType<typeof expecting>[],
  { act, subject, detail }: Told,
  by: Writing,
): Promise<void> {
  const versions = [
    ...created.flatMap(({ id, versions }) => versions.map((version) => ({ ...version, unitId: id }))),
    ...changed.flatMap(({ before, after }) =>
      after.versions
        .filter((version) => !before.versions.includes(version))
        .map((version) => ({ ...version, unitId: after.id })),
    ),
  ];
  const made = created.map(({ versions: _, ...unit }) => unit);
  const isNew = new Set(made.map(({ id }) => id));
  const related = edges.flatMap(({ predecessorId, successorId }) => [predecessorId, successorId]);
  const raised = [...new Set([...changed.map(({ after }) => after.id), ...related])].filter((id) => !isNew.has(id));
  await db.write.batch([
    event(db, by, act, subject, detail, {
      before: changed.length > 0 ? changed.map(({ before }) => before) : null,
      after: { created, changed: changed.map(({ after }) => after), edges },
    }),
    ...expected.map((statement) => db.write.run(statement)),
    ...inChunks(made).map((chunk) => db.write.insert(units).values(chunk)),
    ...inChunks(raised).map((ids) =>
      db.write
        .update(units)
        .set({ revision: sql`${units.revision} + 1` })
        .where(inArray(units.id, ids)),
    ),
    ...inChunks(versions).map((chunk) =>
      db.write
        .insert(unitVersions)
        .values(chunk)
        .onConflictDoUpdate({ target: [unitVersions.unitId, unitVersions.validFrom], set: replacedVersion }),
    ),
    ...inChunks(edges).map((chunk) =>
      db.write
        .insert(lineage)
        .values(chunk)
        .onConflictDoUpdate({ target: [lineage.predecessorId, lineage.successorId], set: replacedEdge }),
    ),
  ]);
}

const replacedVersion = Object.fromEntries(
  Object.entries(version)
    .filter(([name]) => name !== 'validFrom' && name !== 'createdAt')
    .map(([name, column]) => [name, sql.raw(`excluded."${column.name}"`)]),
);

const replacedEdge = {
  kind: sql`excluded.kind`,
  extent: sql`excluded.extent`,
  date: sql`excluded.date`,
  legalAct: sql`excluded.legal_act`,
};

/** What is shown of one unit: its versions, its relatives in lineage by their last names, its villages today, its outline. */
export const unitReads = (db: ProvinceDb, id: string, today: string) =>
  [
    versionsOf(db, eq(units.id, id)),
    db.read
      .select({
        edge: lineage,
        unitId: unitVersions.unitId,
        name: unitVersions.name,
        kindLabel: unitVersions.kindLabel,
      })
      .from(lineage)
      .innerJoin(
        unitVersions,
        sql`${unitVersions.unitId} = iif(${lineage.successorId} = ${id}, ${lineage.predecessorId}, ${lineage.successorId})
          AND ${unitVersions.validFrom} = (SELECT max(l.valid_from) FROM unit_versions l WHERE l.unit_id = ${unitVersions.unitId})`,
      )
      .where(or(eq(lineage.predecessorId, id), eq(lineage.successorId, id)))
      .orderBy(lineage.date, unitVersions.unitId),
    db.read
      .select({ villages: sql<number>`count(*)` })
      .from(unitVersions)
      .where(and(eq(unitVersions.parentId, id), holdsOn(today))),
    db.read.select({ unitId: unitBoundaries.unitId }).from(unitBoundaries).where(eq(unitBoundaries.unitId, id)),
  ] as const;

export type UnitReads = BatchResponse<ReturnType<typeof unitReads>>;
