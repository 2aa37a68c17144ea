import type { Fault } from '../faults.ts';
import type { UnitHistory } from '../history.ts';
import { type Kind, kindNamed } from '../kinds/kinds.ts';
import { fullCode, type StandingUnits } from './find-unit.ts';
import type { FieldChange } from './outcome.ts';
import type { ImportRow } from './read-rows.ts';

/** A row on its way: which unit it is about, and what becomes of that. */
export interface Draft {
  row: ImportRow;
  level: UnitHistory['level'] | undefined;
  /** The unit that there is already, if there is one. */
  before: UnitHistory | null;
  /** The unit as the row makes it, the same as before when nothing differs; null until it is known, and when the row is refused. */
  after: UnitHistory | null;
  /** The commune of a village, where the row says it. */
  parentId: string | null;
  changes: FieldChange[];
  faults: Fault[];
}

/** A row with its level, and with the unit that its id names. */
export function draftOf(
  row: ImportRow,
  byId: ReadonlyMap<string, UnitHistory>,
  standing: StandingUnits,
  kinds: Kind[],
): Draft {
  const faults = [...row.faults];
  const before = row.id === undefined ? null : (byId.get(row.id) ?? null);
  if (row.id !== undefined && !before) faults.push({ path: 'id', code: 'unit_unknown' });
  if (before && row.level && row.level !== before.level) faults.push({ path: 'level', code: 'level_differs' });
  const coded = new Set((row.code ? standing.coded(row.code, row.level) : []).map((unit) => unit.level));
  const level =
    before?.level ??
    row.level ??
    (row.kind ? kindNamed(kinds, row.kind)?.level : undefined) ??
    (coded.size === 1 ? [...coded][0] : undefined) ??
    (row.parent ? 'village' : undefined);
  const [bearer] = row.code ? standing.coded(row.code, level) : [];
  const code = bearer ? standing.version(bearer).code : row.code && fullCode(row.code, level);
  const complete = code === undefined ? row : { ...row, code };
  return { row: complete, level, before, after: null, parentId: null, changes: [], faults };
}

/** Finds the unit that a row without an id is about. */
export function identify(draft: Draft, standing: StandingUnits): void {
  const { row, level, parentId, faults } = draft;
  if (row.id !== undefined || faults.length > 0) return;
  if (level === undefined) {
    faults.push({ path: 'level', code: 'level_missing' });
    return;
  }
  const found = standing.find({ level, parentId, code: row.code ?? null, ...(row.name ? { name: row.name } : {}) });
  if (found && 'fault' in found)
    faults.push({ path: row.code ? 'code' : 'name', code: found.fault, values: found.values });
  else draft.before = found;
}
