import { and, asc, count, eq, gt, inArray, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { event, type Writing } from '../audit/event.ts';
import { inChunks } from '../db/chunks.ts';
import type { ProvinceDb } from '../db/open.ts';
import { expecting } from '../db/precondition.ts';
import { links } from '../db/province/links.ts';
import { rounds, roundUnits } from '../db/province/rounds.ts';
import { submissions } from '../db/province/submissions.ts';
import type { LinkState } from './wire.ts';

const commune = alias(roundUnits, 'commune');

export type LinkRow = typeof links.$inferSelect;

/** Which of a round's units are meant: the named ones, or those of a level. */
export interface Scope {
  unitIds?: string[] | undefined;
  level?: 'commune' | 'village' | 'all' | undefined;
}

const inScope = (
  unitId: typeof roundUnits.unitId | typeof links.unitId,
  roundId: string,
  { unitIds, level }: Scope,
) => {
  if (unitIds) return inArray(unitId, unitIds);
  if (level === 'all') return undefined;
  return sql`${unitId} IN (SELECT u.unit_id FROM round_units u WHERE u.round_id = ${roundId} AND u.level = ${level})`;
};

const opensAt = (now: string) => and(isNull(links.revokedAt), gt(links.expiresAt, now));

/** The SQL of `linkState` (wire.ts). */
const inState: Record<LinkState, (now: string) => SQL | undefined> = {
  active: opensAt,
  expired: (now) => and(isNull(links.revokedAt), lte(links.expiresAt, now)),
  revoked: () => isNotNull(links.revokedAt),
};

const hasLink = (roundId: string, unitId: SQL | typeof roundUnits.unitId, now: string) =>
  sql`EXISTS (SELECT 1 FROM links l WHERE l.round_id = ${roundId} AND l.unit_id = ${unitId}
    AND l.revoked_at IS NULL AND l.expires_at > ${now})`;

/** A place in the round's order of units: behind which a page begins. */
export interface Place {
  position: number;
  unitId: string;
}

export interface WantedUnits extends Scope {
  withoutActiveLink: boolean;
  after: Place | null;
  limit: number;
}

/**
 * A page of the units that links are wanted for, one more than the limit when there are more. `place` counts from 1 in the scope
 * as a whole, `total` is how many units that scope has, `named` which of the units that were named there are.
 */
export async function wantedUnits(db: ProvinceDb, roundId: string, wanted: WantedUnits, now: string) {
  const { withoutActiveLink, after, limit } = wanted;
  const scope = and(eq(roundUnits.roundId, roundId), inScope(roundUnits.unitId, roundId, wanted));
  const scoped = db.read
    .select({
      unitId: roundUnits.unitId,
      communeId: roundUnits.communeId,
      level: roundUnits.level,
      kindLabel: roundUnits.kindLabel,
      name: roundUnits.name,
      position: roundUnits.position,
      place: sql<number>`row_number() OVER (ORDER BY ${roundUnits.position}, ${roundUnits.unitId})`.as('place'),
    })
    .from(roundUnits)
    .where(scope)
    .as('scoped');
  const behind = after && sql`(${scoped.position}, ${scoped.unitId}) > (${after.position}, ${after.unitId})`;
  const [found, [total], named, units] = await db.read.batch([
    db.read.select().from(rounds).where(eq(rounds.id, roundId)),
    db.read.select({ units: count() }).from(roundUnits).where(scope),
    db.read
      .select({ unitId: roundUnits.unitId })
      .from(roundUnits)
      .where(and(eq(roundUnits.roundId, roundId), inArray(roundUnits.unitId, wanted.unitIds ?? []))),
    db.read
      .select({
        unitId: scoped.unitId,
        communeId: scoped.communeId,
        level: scoped.level,
        kindLabel: scoped.kindLabel,
        name: scoped.name,
        position: scoped.position,
        place: scoped.place,
        communeName: commune.name,
        communeKind: commune.kindLabel,
        extendedUntil: submissions.extendedUntil,
      })
      .from(scoped)
      .innerJoin(commune, and(eq(commune.roundId, roundId), eq(commune.unitId, scoped.communeId)))
      .innerJoin(submissions, and(eq(submissions.roundId, roundId), eq(submissions.communeId, scoped.communeId)))
      .where(
        and(
          behind ?? undefined,
          withoutActiveLink ? sql`NOT ${hasLink(roundId, sql`${scoped.unitId}`, now)}` : undefined,
        ),
      )
      .orderBy(asc(scoped.place))
      .limit(limit + 1),
  ]);
  return { round: found[0], total: total!.units, named: named.map(({ unitId }) => unitId), units };
}

export type WantedUnit = Awaited<ReturnType<typeof wantedUnits>>['units'][number];

/** The round is open for all communes that get links (rounds/state.ts, `isOpenFor`): checked again inside the writing transaction. */
const stillOpen = (roundId: string, communeIds: string[], now: string) =>
  expecting(
    'state',
    sql`(SELECT r.opened_at IS NOT NULL AND r.archived_at IS NULL AND NOT EXISTS (SELECT 1 FROM submissions s
      WHERE s.round_id = r.id AND ${inArray(sql`s.commune_id`, communeIds)}
        AND coalesce(s.extended_until, r.closed_at, r.closes_at, '9999') <= ${now})
      FROM rounds r WHERE r.id = ${roundId})`,
  );

const noneHasLink = (roundId: string, unitIds: string[], now: string) =>
  expecting(
    'state',
    sql`NOT EXISTS (SELECT 1 FROM links l WHERE l.round_id = ${roundId} AND l.revoked_at IS NULL AND l.expires_at > ${now}
      AND ${inArray(sql`l.unit_id`, unitIds)})`,
  );

/** All links of a call or none; aborts with `state` when the round has closed, or when one of `only`'s units has a link by now. */
export async function insertLinks(
  db: ProvinceDb,
  roundId: string,
  rows: LinkRow[],
  { withoutActiveLink }: Pick<WantedUnits, 'withoutActiveLink'>,
  by: Writing,
): Promise<void> {
  const unitIds = rows.map(({ unitId }) => unitId);
  const detail = { links: rows.map(({ id, unitId }) => ({ id, unitId })), pin: rows.some(({ pinHash }) => pinHash) };
  await db.write.batch([
    db.write.run(stillOpen(roundId, [...new Set(rows.map(({ communeId }) => communeId))], by.now)),
    ...(withoutActiveLink ? [db.write.run(noneHasLink(roundId, unitIds, by.now))] : []),
    event(db, by, 'link.create', `round:${roundId}`, detail, { after: rows }),
    ...inChunks(rows).map((chunk) => db.write.insert(links).values(chunk)),
  ]);
}

const linksWithUnits = (db: ProvinceDb) =>
  db.read
    .select({
      link: links,
      unit: {
        name: roundUnits.name,
        kindLabel: roundUnits.kindLabel,
        level: roundUnits.level,
        position: roundUnits.position,
      },
      commune: { name: commune.name, kindLabel: commune.kindLabel },
      round: rounds,
    })
    .from(links)
    .innerJoin(rounds, eq(rounds.id, links.roundId))
    .innerJoin(roundUnits, and(eq(roundUnits.roundId, links.roundId), eq(roundUnits.unitId, links.unitId)))
    .innerJoin(commune, and(eq(commune.roundId, links.roundId), eq(commune.unitId, links.communeId)));

export type LinkWithUnit = Awaited<ReturnType<typeof linksOfRound>>[number];

export interface LinkPage {
  state?: LinkState | undefined;
  level?: 'commune' | 'village' | undefined;
  /** The link behind which the page begins. */
  after: (Pick<Place, 'position'> & { linkId: string }) | null;
  limit: number;
}

/** A round's links in the order of its units, those of one unit in the order in which they were made. */
export const linksOfRound = (db: ProvinceDb, roundId: string, { state, level, after, limit }: LinkPage, now: string) =>
  linksWithUnits(db)
    .where(
      and(
        eq(links.roundId, roundId),
        state && inState[state](now),
        level && eq(roundUnits.level, level),
        after ? sql`(${roundUnits.position}, ${links.id}) > (${after.position}, ${after.linkId})` : undefined,
      ),
    )
    .orderBy(roundUnits.position, links.id)
    .limit(limit);

export const linkOfRound = (db: ProvinceDb, roundId: string, linkId: string) =>
  linksWithUnits(db).where(and(eq(links.roundId, roundId), eq(links.id, linkId)));

export const linkByToken = (db: ProvinceDb, tokenHash: string) =>
  linksWithUnits(db).where(eq(links.tokenHash, tokenHash));

/** How many of a round's units of each level there are, and how many of them have a link that opens. */
export const linkCoverage = (db: ProvinceDb, roundId: string, now: string) =>
  db.read
    .select({
      level: roundUnits.level,
      units: sql<number>`count(*)`,
      linked: sql<number>`sum(${hasLink(roundId, roundUnits.unitId, now)})`,
    })
    .from(roundUnits)
    .where(eq(roundUnits.roundId, roundId))
    .groupBy(roundUnits.level);

export async function revokeLink(db: ProvinceDb, linkId: string, by: Writing): Promise<void> {
  await db.write.batch([
    event(db, by, 'link.revoke', `link:${linkId}`, {}, { before: { revokedAt: null }, after: { revokedAt: by.now } }),
    db.write
      .update(links)
      .set({ revokedAt: by.now })
      .where(and(eq(links.id, linkId), isNull(links.revokedAt))),
  ]);
}

/** Revokes every link of the scope that still opens, whoever made it; gives their ids. */
export async function revokeLinks(db: ProvinceDb, roundId: string, scope: Scope, by: Writing): Promise<string[]> {
  const [, revoked] = await db.write.batch([
    event(
      db,
      by,
      'link.revoke',
      `round:${roundId}`,
      { ...scope },
      {
        before: { ...scope, revokedAt: null },
        after: { ...scope, revokedAt: by.now },
      },
    ),
    db.write
      .update(links)
      .set({ revokedAt: by.now })
      .where(and(eq(links.roundId, roundId), opensAt(by.now), inScope(links.unitId, roundId, scope)))
      .returning({ id: links.id }),
  ]);
  return revoked.map(({ id }) => id);
}

/** A new link in place of an old one, both or neither; aborts with `state` when the old one has been revoked meanwhile. */
export async function replaceLink(db: ProvinceDb, oldId: string, row: LinkRow, by: Writing): Promise<void> {
  const replaceable = sql`(SELECT l.revoked_at IS NULL AND r.archived_at IS NULL
    FROM links l JOIN rounds r ON r.id = l.round_id WHERE l.id = ${oldId})`;
  await db.write.batch([
    db.write.run(expecting('state', replaceable)),
    event(
      db,
      by,
      'link.reissue',
      `link:${oldId}`,
      { link: row.id, pin: row.pinHash !== null },
      { before: { id: oldId, revokedAt: null }, after: [{ id: oldId, revokedAt: by.now }, row] },
    ),
    db.write.update(links).set({ revokedAt: by.now }).where(eq(links.id, oldId)),
    db.write.insert(links).values(row),
  ]);
}
