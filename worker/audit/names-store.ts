import { and, eq, inArray, sql } from 'drizzle-orm';
import { invitations, provinces, user } from '../db/control.ts';
import type { ControlDb, ProvinceDb } from '../db/open.ts';
import { apiKeys } from '../db/province/api-keys.ts';
import { links } from '../db/province/links.ts';
import { recognitionFiles } from '../db/province/recognition.ts';
import { rounds, roundUnits } from '../db/province/rounds.ts';
import { unitVersions } from '../db/province/units.ts';

/** The names that people know things of a province by, by their ids; what has none is left out. */
export async function namesIn(db: ProvinceDb, ids: string[]): Promise<Map<string, string>> {
  const ofUnit = sql<string>`${unitVersions.kindLabel} || ' ' || ${unitVersions.name}`;
  const last = sql`${unitVersions.validFrom} = (SELECT max(l.valid_from) FROM unit_versions l WHERE l.unit_id = ${unitVersions.unitId})`;
  const found = await db.read.batch([
    db.read.select({ id: rounds.id, name: rounds.name }).from(rounds).where(inArray(rounds.id, ids)),
    db.read
      .select({ id: unitVersions.unitId, name: ofUnit })
      .from(unitVersions)
      .where(and(inArray(unitVersions.unitId, ids), last)),
    db.read
      .select({ id: recognitionFiles.id, name: ofUnit })
      .from(recognitionFiles)
      .innerJoin(unitVersions, eq(unitVersions.unitId, recognitionFiles.unitId))
      .where(and(inArray(recognitionFiles.id, ids), last)),
    db.read.select({ id: apiKeys.id, name: apiKeys.name }).from(apiKeys).where(inArray(apiKeys.id, ids)),
    db.read
      .select({ id: links.id, name: sql<string>`${roundUnits.kindLabel} || ' ' || ${roundUnits.name}` })
      .from(links)
      .innerJoin(roundUnits, and(eq(roundUnits.roundId, links.roundId), eq(roundUnits.unitId, links.unitId)))
      .where(inArray(links.id, ids)),
  ]);
  return new Map(found.flat().map(({ id, name }) => [id, name]));
}

/** The names that people know things of the registry by: accounts and provinces, and whom a one-time link is for. */
export async function registryNames({ read }: ControlDb, ids: string[]): Promise<Map<string, string>> {
  const found = await read.batch([
    read.select({ id: user.id, name: user.name }).from(user).where(inArray(user.id, ids)),
    read.select({ id: provinces.code, name: provinces.name }).from(provinces).where(inArray(provinces.code, ids)),
    read
      .select({ id: invitations.id, name: sql<string>`coalesce(${invitations.name}, ${invitations.email}, '')` })
      .from(invitations)
      .where(inArray(invitations.id, ids)),
  ]);
  return new Map(found.flat().map(({ id, name }) => [id, name]));
}

/** The names of accounts, by their ids. */
export async function accountNames({ read }: ControlDb, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await read.select({ id: user.id, name: user.name }).from(user).where(inArray(user.id, ids));
  return new Map(found.map(({ id, name }) => [id, name]));
}
