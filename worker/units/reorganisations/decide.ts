import { villagesByCommune, villagesFrom } from '../close-unit.ts';
import { newFacts } from '../create-units.ts';
import { type Fault, type FaultCode, isFault } from '../faults.ts';
import { changedFrom, endedOn, factsOf, lastVersion, newUnit, type UnitHistory } from '../history.ts';
import type { Kind } from '../kinds/kinds.ts';
import { placementFault } from '../placement.ts';
import type { Edge, UnitsChange } from '../store.ts';
import { extentFaults } from './extent-faults.ts';
import type { ReorganisationCommand } from './wire.ts';

export interface Reorganised {
  change: UnitsChange & { edges: Edge[] };
  closed: UnitHistory[];
  moved: { village: UnitHistory; fromId: string; toId: string }[];
}

type Successor = ReorganisationCommand['units'][number];
type Move = Reorganised['moved'][number];

/** What the parts of a reorganisation are decided from, and where they put what is wrong. */
interface Scene {
  date: string;
  act: { legalAct: string; now: string };
  kinds: Kind[];
  byId: ReadonlyMap<string, UnitHistory>;
  standingUnder(communeId: string): UnitHistory[];
  faults: Fault[];
  refuse(path: string, code: FaultCode, values?: Record<string, string>): void;
}

type Ended = Map<string, { before: UnitHistory; after: UnitHistory }>;

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
  const villages = villagesByCommune(units);
  const faults: Fault[] = [];
  const scene: Scene = {
    date,
    act: { legalAct, now },
    kinds,
    byId: new Map(units.map((unit) => [unit.id, unit])),
    standingUnder: (id) => villagesFrom(id, villages.get(id) ?? [], date),
    faults,
    refuse: (path, code, values) => faults.push({ path, code, ...(values ? { values } : {}) }),
  };
  const ended = endOld(scene, command);
  faults.push(...extentFaults(command.units));
  const created: UnitHistory[] = [];
  const edges: Edge[] = [];
  const moves: PlannedMove[] = [];
  for (const [at, unit] of command.units.entries()) {
    const path = `units.${at}`;
    const successor = beginNew(scene, unit, path, ended);
    if (!successor) continue;
    created.push(successor, ...newVillages(scene, unit, path, successor));
    const kind = kindOf(unit);
    for (const { unitId, extent } of unit.predecessors) {
      edges.push({ predecessorId: unitId, successorId: successor.id, kind, extent, date, legalAct });
    }
    moves.push(...movesTo(scene, unit, path, successor, ended));
  }
  const changed = moveVillages(scene, moves);
  refuseLeftBehind(scene, command, ended, moves);
  if (faults.length > 0) return faults;
  return {
    change: { created, changed: [...ended.values(), ...changed], edges },
    closed: [...ended.values()].map(({ after }) => after),
    moved: moves,
  };
}

function endOld({ date, byId, refuse }: Scene, { close, units }: ReorganisationCommand): Ended {
  const ended: Ended = new Map();
  const end = (id: string, path: string) => {
    const before = byId.get(id);
    if (!before) return refuse(path, 'unit_unknown');
    const after = endedOn(before, date);
    if (typeof after !== 'string') ended.set(id, { before, after });
    else refuse(path, after, { day: after === 'later_version' ? lastVersion(before).validFrom : date });
  };
  for (const [at, id] of close.entries()) end(id, `close.${at}`);
  for (const [at, { predecessors }] of units.entries()) {
    for (const [index, { unitId }] of predecessors.entries()) {
      if (!ended.has(unitId)) end(unitId, `units.${at}.predecessors.${index}.unitId`);
    }
  }
  return ended;
}

/** The new unit itself, or null where it cannot be. */
function beginNew(scene: Scene, unit: Successor, path: string, ended: Ended): UnitHistory | null {
  const { date, act, kinds, byId, faults, refuse } = scene;
  const { level, parentId } = unit;
  const parent = parentId === null ? undefined : byId.get(parentId);
  const misplaced = placementFault(level, { parentId, validFrom: date, validTo: null }, parent);
  if (misplaced) refuse(`${path}.parentId`, misplaced);
  else if (parentId !== null && ended.has(parentId)) refuse(`${path}.parentId`, 'parent_not_standing');
  for (const [index, { unitId }] of unit.predecessors.entries()) {
    const predecessor = byId.get(unitId);
    if (predecessor && predecessor.level !== level) refuse(`${path}.predecessors.${index}.unitId`, 'level_differs');
  }
  const facts = newFacts(kinds, unit, { level, parentId, path });
  if (!isFault(facts)) return newUnit(level, facts, date, act);
  faults.push(facts);
  return null;
}

function newVillages(scene: Scene, unit: Successor, path: string, { id, level }: UnitHistory): UnitHistory[] {
  if (level === 'village' && unit.villages.length > 0) scene.refuse(`${path}.villages`, 'parent_wrong_level');
  return unit.villages.flatMap((village, index) => {
    const place = { level: 'village' as const, parentId: id, path: `${path}.villages.${index}` };
    const facts = newFacts(scene.kinds, village, place);
    if (!isFault(facts)) return [newUnit('village', facts, scene.date, scene.act)];
    scene.faults.push(facts);
    return [];
  });
}

type PlannedMove = Move & { path: string };

/** Which villages go over to a new commune from its predecessors: those that are named, or all of one that goes over whole. */
function movesTo(scene: Scene, unit: Successor, path: string, { id: toId }: UnitHistory, ended: Ended): PlannedMove[] {
  return unit.predecessors.flatMap(({ unitId, extent, villages }, index) => {
    const inner = `${path}.predecessors.${index}.villages`;
    const below = scene.standingUnder(unitId).filter(({ id }) => !ended.has(id));
    const wanted = new Set(villages ?? (extent === 'whole' ? below.map(({ id }) => id) : []));
    const going = below.filter(({ id }) => wanted.delete(id));
    if (wanted.size > 0) scene.refuse(inner, 'village_of_other', { names: namesOf([...wanted], scene.byId) });
    return going.map((village) => ({ village, fromId: unitId, toId, path: inner }));
  });
}

function moveVillages({ date, act, byId, refuse }: Scene, moves: PlannedMove[]): UnitsChange['changed'] {
  return [...Map.groupBy(moves, ({ village }) => village.id)].flatMap(([id, [move, again]]) => {
    const { village, toId, path } = move!;
    if (again) refuse(again.path, 'village_twice', { names: namesOf([id], byId) });
    const after = changedFrom(village, date, { ...factsOf(lastVersion(village)), parentId: toId }, act);
    if (typeof after !== 'string') return [{ before: village, after }];
    refuse(path, after, { day: lastVersion(village).validFrom });
    return [];
  });
}

/** A commune does not end over villages that neither move nor end with it. */
function refuseLeftBehind(scene: Scene, command: ReorganisationCommand, ended: Ended, moves: PlannedMove[]): void {
  const moving = new Set(moves.map(({ village }) => village.id));
  for (const id of ended.keys()) {
    const left = scene.standingUnder(id).filter((village) => !moving.has(village.id) && !ended.has(village.id));
    if (left.length === 0) continue;
    const names = namesOf(
      left.map((village) => village.id),
      scene.byId,
    );
    scene.refuse(pathOf(command, id), 'villages_standing', { names });
  }
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
