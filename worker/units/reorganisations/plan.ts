import { type Fault, type FaultCode, isFault } from '../faults.ts';
import { lastVersion, type UnitHistory, versionOn } from '../history.ts';
import { fullCode, StandingUnits, sameName } from '../import/find-unit.ts';
import type { Plan, PlannedRow } from '../import/plan.ts';
import type { Kind } from '../kinds/kinds.ts';
import { reorganise } from './decide.ts';
import type { ReorganisationRow } from './read-reorganisation.ts';
import type { ReorganisationCommand } from './wire.ts';

type Successor = ReorganisationCommand['units'][number];

/** The standing units by their commune. */
type Below = ReadonlyMap<string | null, UnitHistory[]>;

interface Found {
  row: ReorganisationRow;
  old: UnitHistory | null;
  faults: Fault[];
}

/** What a plan of reorganisation would do, row by row: old units that end, new ones, and the villages that move between them. */
export function planReorganisation(
  rows: ReorganisationRow[],
  state: { units: UnitHistory[]; kinds: Kind[] },
  now: string,
): Plan {
  const date = rows.find((row) => row.date)?.date;
  const legalAct = rows.find((row) => row.legalAct)?.legalAct;
  if (!date || !legalAct) return refused(rows, date ? ['legalAct', 'legal_act_missing'] : ['date', 'day_missing']);

  const standing = new StandingUnits(state.units, date);
  const under: Below = Map.groupBy(standing.all, (unit) => standing.version(unit).parentId);
  const byId = new Map(state.units.map((unit) => [unit.id, unit]));
  const found = rows.map((row): Found => {
    const faults = [...row.faults];
    if ((row.date ?? date) !== date) faults.push({ path: 'date', code: 'rows_differ' });
    if ((row.legalAct ?? legalAct) !== legalAct) faults.push({ path: 'legalAct', code: 'rows_differ' });
    const old = faults.length > 0 ? null : oldUnit(row, standing, byId);
    if (old === null || !isFault(old)) return { row, old, faults };
    return { row, old: null, faults: [...faults, old] };
  });

  const ending = found.filter(({ row }) => !row.newName);
  const groups = [
    ...Map.groupBy(
      found.filter(({ row }) => row.newName),
      groupOf,
    ).values(),
  ];
  for (const group of groups) checkGroup(group);
  const command: ReorganisationCommand = {
    date,
    legalAct,
    close: ending.map(({ old }) => old?.id ?? ''),
    units: groups.map((group) => successorOf(group, standing, under, date)),
  };
  if (found.some(({ faults }) => faults.length > 0)) return planOf(found);
  const decided = reorganise(state, command, now);
  if (!Array.isArray(decided)) return planOf(found, { decided, groups, date });
  for (const fault of decided) {
    const [list, at, , index] = fault.path.split('.');
    const about =
      list === 'close' ? ending[Number(at)]! : (groups[Number(at)]![Number(index ?? 0)] ?? groups[Number(at)]![0]!);
    about.faults.push({ ...fault, path: columnOf(fault.path) });
  }
  return planOf(found);
}

/** The column that says what a part of the command rests on. */
function columnOf(path: string): string {
  if (path.endsWith('.villages')) return 'villages';
  if (path.endsWith('.kindLabel')) return 'kind';
  return path.endsWith('.parentId') ? 'newName' : 'oldCode';
}

function oldUnit(row: ReorganisationRow, standing: StandingUnits, byId: ReadonlyMap<string, UnitHistory>) {
  const fault = (path: string, code: FaultCode, values: Record<string, string> = {}): Fault => ({ path, code, values });
  if (row.oldId) return byId.get(row.oldId) ?? fault('oldId', 'unit_unknown');
  if (row.oldCode) {
    const [unit, another] = standing.coded(row.oldCode, undefined);
    if (another) return fault('oldCode', 'code_ambiguous', { code: row.oldCode });
    return unit ?? fault('oldCode', 'code_unknown', { code: row.oldCode });
  }
  const found = standing.find({ level: 'commune', code: null, name: row.oldName!, parentId: null });
  if (!found) return fault('oldName', 'parent_unknown');
  return 'fault' in found ? fault('oldName', found.fault, found.values) : found;
}

const groupOf = ({ row }: Found) => `${sameName(row.newName!)}/${row.newCode ?? ''}`;

/** The rows of one new unit agree on what it is. */
function checkGroup(group: Found[]): void {
  const kind = group.find(({ row }) => row.kind)?.row.kind;
  for (const { row, faults } of group) {
    if (kind === undefined) faults.push({ path: 'kind', code: 'kind_missing' });
    else if (row.kind && sameName(row.kind) !== sameName(kind)) faults.push({ path: 'kind', code: 'rows_differ' });
    if (row.extent === undefined && faults.length === 0) faults.push({ path: 'extent', code: 'extent_invalid' });
  }
}

function successorOf(group: Found[], standing: StandingUnits, under: Below, date: string): Successor {
  const first = group[0]!;
  const level = first.old?.level ?? 'commune';
  const { newName, newCode } = first.row;
  const change = group.find(({ row }) => row.change)?.row.change;
  return {
    level,
    name: newName!,
    kindLabel: group.find(({ row }) => row.kind)?.row.kind ?? '',
    code: newCode === undefined ? null : fullCode(newCode, level),
    parentId: (first.old && versionOn(first.old, date)?.parentId) ?? null,
    attributes: {},
    contactEmail: null,
    villages: [],
    ...(change ? { kind: change } : {}),
    predecessors: group.map(({ row, old, faults }) => ({
      unitId: old?.id ?? '',
      extent: row.extent ?? 'whole',
      ...(row.villages && old
        ? { villages: villagesCalled(row.villages, under.get(old.id) ?? [], standing, faults) }
        : {}),
    })),
  };
}

function villagesCalled(names: string[], below: UnitHistory[], standing: StandingUnits, faults: Fault[]): string[] {
  return names.flatMap((name) => {
    const called = below.filter((unit) => {
      const version = standing.version(unit);
      return version.code === name || sameName(version.name) === sameName(name);
    });
    if (called.length === 1) return [called[0]!.id];
    faults.push({
      path: 'villages',
      code: called.length > 1 ? 'name_ambiguous' : 'village_of_other',
      values: { names: name },
    });
    return [];
  });
}

function refused(rows: ReorganisationRow[], [path, code]: [string, FaultCode]): Plan {
  return planOf(rows.map((row) => ({ row, old: null, faults: [...row.faults, { path, code }] })));
}

interface Done {
  decided: Exclude<ReturnType<typeof reorganise>, Fault[]>;
  groups: Found[][];
  date: string;
}

function planOf(found: Found[], done?: Done): Plan {
  const nothing = { from: null, changes: [], faults: [] };
  const rows = found.map(({ row, old, faults }): PlannedRow => {
    const name = old ? lastVersion(old).name : (row.oldName ?? null);
    const about = { row: row.number, unitId: old?.id ?? null, level: old?.level ?? null, name };
    const successor = row.newName ? [{ field: 'successor', from: null, to: row.newName }] : [];
    if (!done) return { ...about, ...nothing, action: faults.length > 0 ? 'refuse' : 'unchanged', faults };
    return { ...about, action: 'close', from: done.date, changes: successor, faults };
  });
  if (!done) return { rows, change: { created: [], changed: [] } };

  const { decided, groups, date } = done;
  const { created } = decided.change;
  const nameOf = new Map(created.map((unit) => [unit.id, lastVersion(unit).name]));
  const rowOf = new Map(
    groups.flatMap((group, at) => group.map(({ row, old }) => [`${old!.id}/${created[at]!.id}`, row.number] as const)),
  );
  const made = created.map((unit, at): PlannedRow => {
    const name = lastVersion(unit).name;
    const row = groups[at]![0]!.row.number;
    return { ...nothing, row, action: 'create', unitId: null, level: unit.level, name, from: date };
  });
  const moved = decided.moved.map(({ village, fromId, toId }): PlannedRow => {
    const { name } = lastVersion(village);
    const changes = [{ field: 'parentId', from: fromId, to: nameOf.get(toId)! }];
    const row = rowOf.get(`${fromId}/${toId}`) ?? null;
    return { ...nothing, row, action: 'change', unitId: village.id, level: 'village', name, from: date, changes };
  });
  return { rows: [...rows, ...made, ...moved], change: decided.change };
}
