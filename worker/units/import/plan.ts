import { villagesByCommune, villagesFrom } from '../close-unit.ts';
import type { Fault } from '../faults.ts';
import { endedOn, lastVersion, type UnitHistory } from '../history.ts';
import type { Kind } from '../kinds/kinds.ts';
import { placementFault } from '../placement.ts';
import type { UnitsChange } from '../store.ts';
import { Communes } from './communes.ts';
import { type Draft, draftOf, identify } from './draft.ts';
import { refuseDuplicates } from './duplicates.ts';
import { StandingUnits } from './find-unit.ts';
import { type FieldChange, outcomeOf } from './outcome.ts';
import { communeParentFault, placeIn, RowsByName } from './parents.ts';
import type { ImportRow } from './read-rows.ts';

export interface PlanOptions {
  /** The day that the list is about, YYYY-MM-DD. */
  asOf: string;
  /** What becomes of units that the list does not name, of the levels that it has. */
  missing: 'keep' | 'close';
  now: string;
  /** What lists call the province as the parent of its communes. */
  province: string[];
}

export interface PlannedRow {
  /** Null for a unit that the file does not name. */
  row: number | null;
  action: 'create' | 'change' | 'close' | 'unchanged' | 'refuse';
  unitId: string | null;
  level: UnitHistory['level'] | null;
  name: string | null;
  /** The day from which the unit is so, or on which it ends; null where nothing changes. */
  from: string | null;
  changes: FieldChange[];
  /** `path` is a field of the list or the name of an attribute. */
  faults: Fault[];
}

export interface Plan {
  rows: PlannedRow[];
  change: UnitsChange;
}

interface Closing {
  before: UnitHistory;
  after: UnitHistory | null;
  faults: Fault[];
}

/** What a list of units would change in a province, row by row, with everything that is wrong with it. */
export function planImport(
  rows: ImportRow[],
  { units, kinds }: { units: UnitHistory[]; kinds: Kind[] },
  options: PlanOptions,
): Plan {
  const standing = new StandingUnits(units, options.asOf);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const drafts = rows.map((row) => draftOf(row, byId, standing, kinds));
  const named = new RowsByName(drafts);
  const decide = (some: Draft[]) => {
    for (const draft of some) identify(draft, standing);
    refuseDuplicates(some);
    for (const draft of some) Object.assign(draft, outcomeOf(draft, { ...options, kinds }));
  };

  // Communes first: the villages of the same list refer to them as they then are.
  const communes = drafts.filter(({ level }) => level === 'commune');
  for (const draft of communes) {
    const fault = communeParentFault(draft, named, options.province);
    if (fault) draft.faults.push(fault);
  }
  decide(communes);
  const directory = new Communes(standing, communes);
  const villages = drafts.filter(({ level }) => level !== 'commune');
  for (const draft of villages) placeIn(directory, draft, named);
  decide(villages);

  const closings = options.missing === 'close' ? closingsOf(drafts, standing, options.asOf) : [];
  refuseMisplaced(drafts, closings, byId, options.asOf);
  return planOf(drafts, closings, options.asOf);
}

/** The ends of the units that a list does not name. A level that it has no row of is not what it is about. */
function closingsOf(drafts: Draft[], standing: StandingUnits, day: string): Closing[] {
  const levels = new Set(drafts.map(({ level }) => level));
  const named = new Set(drafts.map(({ before }) => before?.id));
  return standing.all
    .filter((unit) => levels.has(unit.level) && !named.has(unit.id))
    .map((before) => {
      const after = endedOn(before, day);
      if (typeof after !== 'string') return { before, after, faults: [] };
      const values = { day: after === 'later_version' ? lastVersion(before).validFrom : day };
      return { before, after: null, faults: [{ path: '', code: after, values }] };
    });
}

/** Refuses what leaves a village under no commune, or under one that does not stand as long as it does. */
function refuseMisplaced(
  drafts: Draft[],
  closings: Closing[],
  byId: ReadonlyMap<string, UnitHistory>,
  day: string,
): void {
  const final = new Map(byId);
  for (const { after } of [...drafts, ...closings]) if (after) final.set(after.id, after);
  for (const draft of drafts) {
    const { before, after, faults } = draft;
    if (!after || after.level === 'commune') continue;
    const version = lastVersion(after);
    if (before?.versions.includes(version)) continue;
    const code = placementFault('village', version, final.get(version.parentId ?? ''));
    if (!code) continue;
    faults.push({ path: 'parent', code });
    draft.after = null;
  }
  const villages = villagesByCommune(final.values());
  for (const closing of closings) {
    const { id } = closing.before;
    const left = villagesFrom(id, villages.get(id) ?? [], day);
    if (left.length === 0) continue;
    const names = left.map((village) => lastVersion(village).name).join(', ');
    closing.faults.push({ path: '', code: 'villages_standing', values: { names } });
    closing.after = null;
  }
}

function planOf(drafts: Draft[], closings: Closing[], asOf: string): Plan {
  const created = drafts.flatMap(({ before, after }) => (after && !before ? [after] : []));
  const changed = [...drafts, ...closings].flatMap(({ before, after }) =>
    before && after && before !== after ? [{ before, after }] : [],
  );
  const rows = drafts.map(({ row, level, before, after, changes, faults }): PlannedRow => {
    const action = !after ? 'refuse' : !before ? 'create' : before === after ? 'unchanged' : 'change';
    const isSomething = action === 'create' || action === 'change';
    return {
      row: row.number,
      action,
      unitId: before?.id ?? null,
      level: level ?? null,
      name: row.name ?? (before ? lastVersion(before).name : null),
      from: isSomething ? (row.from ?? asOf) : null,
      changes,
      faults,
    };
  });
  const closes = closings.map(({ before, after, faults }): PlannedRow => {
    const { id, level } = before;
    const action = after ? 'close' : 'refuse';
    return { row: null, action, unitId: id, level, name: lastVersion(before).name, from: asOf, changes: [], faults };
  });
  return { rows: [...rows, ...closes], change: { created, changed } };
}
