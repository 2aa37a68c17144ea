import { newId } from '../db/id.ts';
import type { units, unitVersions } from '../db/province/units.ts';
import { searchKey } from './search-key.ts';
import type { UnitRow } from './store.ts';

/** What a unit was from one day to another. */
export type Version = Omit<typeof unitVersions.$inferSelect, 'unitId'>;

/** A unit with all that it was, first to last. Only the last version may be open; one that ends as it begins held on no day. */
export type UnitHistory = typeof units.$inferSelect & { versions: Version[] };

/** What may differ from one version to the next. */
export type Facts = Pick<Version, 'kindLabel' | 'name' | 'code' | 'parentId' | 'attributes' | 'contactEmail'>;

/** Why a history cannot be continued from a day on. */
export type HistoryFault = 'unit_not_standing' | 'later_version';

interface Act {
  legalAct: string | null;
  now: string;
}

export const factsOf = ({ kindLabel, name, code, parentId, attributes, contactEmail }: Version): Facts => ({
  kindLabel,
  name,
  code,
  parentId,
  attributes,
  contactEmail,
});

/** A unit that stands from a day on. */
export function newUnit(
  level: UnitHistory['level'],
  facts: Facts,
  validFrom: string,
  { legalAct, now }: Act,
): UnitHistory {
  const version = { ...facts, validFrom, validTo: null, searchKey: searchKey(facts), legalAct, createdAt: now };
  return { id: newId(), level, revision: 1, createdAt: now, versions: [version] };
}

/** What a unit is on a day, YYYY-MM-DD; undefined where it does not stand. */
export const versionOn = ({ versions }: UnitHistory, day: string): Version | undefined =>
  versions.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo));

/** What is said of a unit today: how it stands, else how it stood last, else how it will. */
export const presentVersion = (unit: UnitHistory, today: string): Version =>
  versionOn(unit, today) ?? unit.versions.findLast(({ validFrom }) => validFrom <= today) ?? unit.versions[0]!;

export const lastVersion = ({ versions }: UnitHistory): Version => versions.at(-1)!;

const held = ({ validFrom, validTo }: Version): boolean => validFrom !== validTo;

/** Whether a unit stands from one day until another (the first that need not be covered, null for ever). */
export function standsThrough({ versions }: UnitHistory, from: string, to: string | null): boolean {
  const first = versions.find(held);
  const end = versions.findLast(held)?.validTo ?? null;
  return first !== undefined && first.validFrom <= from && (end === null || (to !== null && to <= end));
}

export const rowOf = ({ versions: _, ...unit }: UnitHistory, version: Version): UnitRow => ({ ...version, ...unit });

const replace = (unit: UnitHistory, version: Version, by: Version[]): UnitHistory => ({
  ...unit,
  versions: unit.versions.flatMap((each) => (each === version ? by : [each])),
});

const withFacts = (version: Version, facts: Facts): Version => ({ ...version, ...facts, searchKey: searchKey(facts) });

/** A version that was recorded wrongly, as it should have been from its first day. */
export const corrected = (unit: UnitHistory, version: Version, facts: Facts): UnitHistory =>
  replace(unit, version, [withFacts(version, facts)]);

/** A unit that is something else from a day on. On the day on which its last version begins, that version is changed itself. */
export function changedFrom(
  unit: UnitHistory,
  day: string,
  facts: Facts,
  { legalAct, now }: Act,
): UnitHistory | HistoryFault {
  const last = lastVersion(unit);
  if (day < unit.versions[0]!.validFrom || (last.validTo !== null && last.validTo <= day)) return 'unit_not_standing';
  if (day < last.validFrom) return 'later_version';
  const next = { ...withFacts(last, facts), validFrom: day, legalAct: legalAct ?? null };
  if (day === last.validFrom) return replace(unit, last, [{ ...next, legalAct: legalAct ?? last.legalAct }]);
  return replace(unit, last, [
    { ...last, validTo: day },
    { ...next, createdAt: now },
  ]);
}

/** A unit that stands until the day before `day`. */
export function endedOn(unit: UnitHistory, day: string): UnitHistory | HistoryFault {
  const last = lastVersion(unit);
  if (day <= unit.versions[0]!.validFrom || (last.validTo !== null && last.validTo <= day)) return 'unit_not_standing';
  if (day < last.validFrom) return 'later_version';
  return replace(unit, last, [{ ...last, validTo: day }]);
}

/**
 * A unit that, whatever was recorded, no longer stands from `day` on: for what came to light later. Versions that begin then or
 * afterwards keep their place in the record and hold on no day.
 */
export function cutOff(unit: UnitHistory, day: string): UnitHistory {
  const goesBeyond = (version: Version) => held(version) && (version.validTo === null || day < version.validTo);
  if (!unit.versions.some(goesBeyond)) return unit;
  const cut = (version: Version) => ({ ...version, validTo: day > version.validFrom ? day : version.validFrom });
  return { ...unit, versions: unit.versions.map((version) => (goesBeyond(version) ? cut(version) : version)) };
}

/** A unit whose last version goes on without an end. */
export function reopened(unit: UnitHistory): UnitHistory {
  const last = lastVersion(unit);
  return last.validTo === null ? unit : replace(unit, last, [{ ...last, validTo: null }]);
}
