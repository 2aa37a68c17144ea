import { villagesByCommune, villagesFrom } from '../close-unit.ts';
import { newFacts } from '../create-units.ts';
import { type Fault, type FaultCode, isFault } from '../faults.ts';
import { changedFrom, endedOn, factsOf, lastVersion, newUnit, type UnitHistory } from '../history.ts';
import type { Kind } from '../kinds/kinds.ts';
import { placementFault } from '../placement.ts';
import type { Edge, UnitsChange } from '../store.ts';
import type { ReorganisationCommand } from './wire.ts';

export interface Reorganised {
  change: UnitsChange & { edges: Edge[] };
  closed: UnitHistory[];
  moved: { village: UnitHistory; fromId: string; toId: string }[];
}

type Successor = ReorganisationCommand['units'][number];
type Move = Reorganised['moved'][number];

/**
 * What a reorganisation makes of a province's units: the old ones end on its day, the new ones begin, villages that go on belong to
 * the new communes from then on, and lineage says what came out of what. Every fault at once; nothing happens in part.
 */
export function reorganise(
  { units, kinds }: { units: UnitHistory[]; kinds: Kind[] },
  command: ReorganisationCommand,
  now: string,
): Reorganised | Fault[] {
  const { date, legalAct } = command;
  const faults: Fault[] = [];
  const fault = (path: string, code: FaultCode, values?: Record<string, string>) => {
    faults.push({ path, code, ...(values ? { values } : {}) });
  };
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const villagesOf = villagesByCommune(units);
  const standingUnder = (id: string) => villagesFrom(id, villagesOf.get(id) ?? [], date);
  const act = { legalAct, now };

  const ended = new Map<string, { before: UnitHistory; after: UnitHistory }>();
  const end = (id: string, path: string) => {
    const before = byId.get(id);
    if (!before) return fault(path, 'unit_unknown');
    const after = endedOn(before, date);
    if (typeof after !== 'string') ended.set(id, { before, after });
    else fault(path, after, { day: after === 'later_version' ? lastVersion(before).validFrom : date });
  };
  for (const [at, id] of command.close.entries()) end(id, `close.${at}`);
  for (const [at, { predecessors }] of command.units.entries()) {
    for (const [index, { unitId }] of predecessors.entries()) {
      if (!ended.has(unitId)) end(unitId, `units.${at}.predecessors.${index}.unitId`);
    }
  }
  faults.push(...extentFaults(command.units));

  const created: UnitHistory[] = [];
  const edges: Edge[] = [];
  const moves: (Move & { path: string })[] = [];
  for (const [at, unit] of command.units.entries()) {
    const path = `units.${at}`;
    const { level, parentId } = unit;
    if (parentId !== null && ended.has(parentId)) fault(`${path}.parentId`, 'parent_not_standing');
    const place = { parentId, validFrom: date, validTo: null };
    const misplaced = placementFault(level, place, parentId === null ? undefined : byId.get(parentId));
    if (misplaced) fault(`${path}.parentId`, misplaced);
    const facts = newFacts(kinds, unit, { level, parentId, path });
    if (isFault(facts)) {
      faults.push(facts);
      continue;
    }
    const successor = newUnit(level, facts, date, act);
    created.push(successor);
    for (const [index, village] of unit.villages.entries()) {
      const below = newFacts(kinds, village, {
        level: 'village',
        parentId: successor.id,
        path: `${path}.villages.${index}`,
      });
      if (isFault(below)) faults.push(below);
      else if (level === 'village') fault(`${path}.villages`, 'parent_wrong_level');
      else created.push(newUnit('village', below, date, act));
    }
    for (const [index, { unitId, extent, villages }] of unit.predecessors.entries()) {
      const inner = `${path}.predecessors.${index}`;
      if (byId.has(unitId) && byId.get(unitId)!.level !== level) fault(`${inner}.unitId`, 'level_differs');
      edges.push({ predecessorId: unitId, successorId: successor.id, kind: kindOf(unit), extent, date, legalAct });
      const below = standingUnder(unitId).filter(({ id }) => !ended.has(id));
      const moving = villages ?? (extent === 'whole' ? below.map(({ id }) => id) : []);
      const strange = moving.filter((id) => !below.some((village) => village.id === id));
      if (strange.length > 0) fault(`${inner}.villages`, 'village_of_other', { names: namesOf(strange, byId) });
      for (const village of below.filter(({ id }) => moving.includes(id))) {
        moves.push({ village, fromId: unitId, toId: successor.id, path: `${inner}.villages` });
      }
    }
  }

  const changed: UnitsChange['changed'] = [];
  for (const [id, [move, again]] of Map.groupBy(moves, ({ village }) => village.id)) {
    const { village, toId, path } = move!;
    if (again) fault(again.path, 'village_twice', { names: namesOf([id], byId) });
    const facts = { ...factsOf(lastVersion(village)), parentId: toId };
    const after = changedFrom(village, date, facts, act);
    if (typeof after !== 'string') changed.push({ before: village, after });
    else fault(path, after, { day: lastVersion(village).validFrom });
  }
  const moving = new Set(moves.map(({ village }) => village.id));
  for (const [id] of ended) {
    const left = standingUnder(id).filter((village) => !moving.has(village.id) && !ended.has(village.id));
    if (left.length === 0) continue;
    const names = left.map((village) => lastVersion(village).name).join(', ');
    fault(pathOf(command, id), 'villages_standing', { names });
  }
  if (faults.length > 0) return faults;
  return {
    change: { created, changed: [...ended.values(), ...changed], edges },
    closed: [...ended.values()].map(({ after }) => after),
    moved: moves,
  };
}

/** A unit goes over whole to one other, or in parts to several; to each once. */
function extentFaults(units: Successor[]): Fault[] {
  const parts = units.flatMap(({ predecessors }, at) =>
    predecessors.map(({ unitId, extent }, index) => ({
      at,
      unitId,
      extent,
      path: `units.${at}.predecessors.${index}`,
    })),
  );
  return [...Map.groupBy(parts, ({ unitId }) => unitId).values()].flatMap((group) => {
    const isWhole = group.some(({ extent }) => extent === 'whole');
    const wrong = group.filter(({ at }) => isWhole || group.filter((other) => other.at === at).length > 1);
    return group.length < 2
      ? []
      : wrong.map(({ path }): Fault => ({ path: `${path}.unitId`, code: 'predecessor_twice' }));
  });
}

/** What the law calls it, unless it is said: several into one, one under another name, or a part of one. */
function kindOf({ kind, predecessors }: Successor): Edge['kind'] {
  if (kind) return kind;
  if (predecessors.length > 1) return 'merge';
  return predecessors[0]!.extent === 'whole' ? 'rename' : 'split';
}

const namesOf = (ids: string[], byId: ReadonlyMap<string, UnitHistory>) =>
  ids.map((id) => (byId.has(id) ? lastVersion(byId.get(id)!).name : id)).join(', ');

function pathOf({ close, units }: ReorganisationCommand, id: string): string {
  if (close.includes(id)) return `close.${close.indexOf(id)}`;
  const at = units.findIndex(({ predecessors }) => predecessors.some(({ unitId }) => unitId === id));
  return `units.${at}.predecessors.${units[at]!.predecessors.findIndex(({ unitId }) => unitId === id)}.unitId`;
}
