import { describe, expect, test } from 'vitest';
import type { Fault } from '../faults.ts';
import { inShort, unitCalled } from '../history.fixture.ts';
import { endedOn, lastVersion, type UnitHistory } from '../history.ts';
import { defaultKinds } from '../kinds/kinds.ts';
import { type Reorganised, reorganise } from './decide.ts';
import type { ReorganisationCommand } from './wire.ts';

const [tien, duong, thinh] = ['Phượng Tiến', 'Tân Dương', 'Tân Thịnh'].map((name) => unitCalled(name)) as UnitHistory[];
const [t1, d1, d2] = [
  unitCalled('t1', { parent: tien! }),
  unitCalled('d1', { parent: duong! }),
  unitCalled('d2', { parent: duong! }),
];
const old = endedOn(unitCalled('d0', { parent: duong! }), '2022-01-01') as UnitHistory;
const units = [tien!, duong!, thinh!, t1!, d1!, d2!, old];

type Successor = ReorganisationCommand['units'][number];
type Predecessor = Successor['predecessors'][number];

const from = (
  unit: UnitHistory | undefined,
  extent: Predecessor['extent'] = 'whole',
  villages?: UnitHistory[],
): Predecessor => ({
  unitId: unit!.id,
  extent,
  ...(villages ? { villages: villages.map(({ id }) => id) } : {}),
});

const successor = (name: string, predecessors: Predecessor[], rest: Partial<Successor> = {}): Successor => ({
  ...{ level: 'commune', name, kindLabel: 'xã', code: null, parentId: null, attributes: {}, contactEmail: null },
  ...{ villages: [], predecessors },
  ...rest,
});

const decide = (made: Successor[], close: (UnitHistory | undefined)[] = [], date = '2025-07-01') =>
  reorganise(
    { units, kinds: defaultKinds },
    { date, legalAct: 'NQ 1', units: made, close: close.map((unit) => unit!.id) },
    '2026-11-22T00:00:00.000Z',
  );
const faults = (decided: Reorganised | Fault[]) =>
  Array.isArray(decided) ? decided.map((fault) => `${fault.path} ${fault.code}`) : [];

describe('a merger', () => {
  const decided = decide([successor('Phượng Tiến', [from(tien), from(duong)])]) as Reorganised;

  test('ends the old communes and moves their standing villages', () => {
    expect(decided.closed.flatMap(inShort)).toEqual([
      '2020-01-01..2025-07-01 Phượng Tiến',
      '2020-01-01..2025-07-01 Tân Dương',
    ]);
    const [made] = decided.change.created;
    expect(decided.moved.map(({ village, toId }) => [lastVersion(village).name, toId])).toEqual(
      ['t1', 'd1', 'd2'].map((name) => [name, made!.id]),
    );
    const moved = decided.change.changed.find(({ before }) => before === t1)!.after;
    expect(moved.versions).toMatchObject([
      { parentId: tien!.id, validTo: '2025-07-01' },
      { parentId: made!.id, validFrom: '2025-07-01', validTo: null, legalAct: 'NQ 1' },
    ]);
  });

  test('is on record as lineage by the act', () => {
    const common = { kind: 'merge', extent: 'whole', date: '2025-07-01', legalAct: 'NQ 1' };
    expect(decided.change.edges).toMatchObject([
      { ...common, predecessorId: tien!.id },
      { ...common, predecessorId: duong!.id },
    ]);
  });
});

test('a split gives each part the villages that are named', () => {
  const made = [successor('Bắc', [from(duong, 'part', [d1!])]), successor('Nam', [from(duong, 'part', [d2!])])];
  const { change, moved } = decide(made) as Reorganised;
  expect(moved.map(({ village, toId }) => [village, toId])).toEqual([
    [d1, change.created[0]!.id],
    [d2, change.created[1]!.id],
  ]);
  expect(change.edges.map(({ kind, extent }) => [kind, extent])).toEqual([
    ['split', 'part'],
    ['split', 'part'],
  ]);
});

test('villages merge within their commune', () => {
  const made = successor('d3', [from(d1), from(d2)], { level: 'village', kindLabel: 'xóm', parentId: duong!.id });
  const { change, closed } = decide([made]) as Reorganised;
  expect(change.created).toMatchObject([{ level: 'village', versions: [{ parentId: duong!.id, kindLabel: 'xóm' }] }]);
  expect(closed).toHaveLength(2);
});

test('a commune ends with its villages when all of them are named', () => {
  expect((decide([], [tien, t1]) as Reorganised).closed).toHaveLength(2);
});

describe('refused is', () => {
  const whole = (name: string, unit: UnitHistory | undefined) => successor(name, [from(unit)]);
  test.each<[string, Reorganised | Fault[], string[]]>([
    ['an unknown unit', decide([], [{ ...tien!, id: 'nobody' }]), ['close.0 unit_unknown']],
    [
      'a day before the unit',
      decide([whole('X', tien)], [], '2020-01-01'),
      ['units.0.predecessors.0.unitId unit_not_standing'],
    ],
    [
      'a kind that there is not',
      decide([successor('X', [from(thinh)], { kindLabel: 'huyện' })]),
      ['units.0.kindLabel kind_unknown'],
    ],
    [
      'a unit that goes over whole twice',
      decide([whole('X', thinh), whole('Y', thinh)]),
      ['units.0.predecessors.0.unitId predecessor_twice', 'units.1.predecessors.0.unitId predecessor_twice'],
    ],
    [
      'a part named twice for one unit',
      decide([successor('X', [from(thinh, 'part'), from(thinh, 'part')])]),
      ['units.0.predecessors.0.unitId predecessor_twice', 'units.0.predecessors.1.unitId predecessor_twice'],
    ],
    ['a commune that ends over its villages', decide([], [tien]), ['close.0 villages_standing']],
    [
      'villages of a part that go nowhere',
      decide([successor('X', [from(duong, 'part', [d1!])])]),
      ['units.0.predecessors.0.unitId villages_standing'],
    ],
    [
      "another commune's village",
      decide([successor('X', [from(thinh, 'whole', [t1!])])]),
      ['units.0.predecessors.0.villages village_of_other'],
    ],
    [
      'a village that goes two ways',
      decide([successor('X', [from(duong, 'part', [d1!, d2!])]), successor('Y', [from(duong, 'part', [d1!])])]),
      ['units.1.predecessors.0.villages village_twice'],
    ],
    [
      'a village out of a commune',
      decide([successor('X', [from(thinh)], { level: 'village', kindLabel: 'xóm', parentId: tien!.id })]),
      ['units.0.predecessors.0.unitId level_differs'],
    ],
    [
      'a village under a commune that ends',
      decide([successor('X', [from(t1)], { level: 'village', kindLabel: 'xóm', parentId: tien!.id })], [tien]),
      ['units.0.parentId parent_not_standing'],
    ],
    [
      'a commune under a commune',
      decide([successor('X', [from(thinh)], { parentId: tien!.id })]),
      ['units.0.parentId parent_not_allowed'],
    ],
  ])('%s', (_, decided, expected) => {
    expect(faults(decided)).toEqual(expected);
  });
});
