import { describe, expect, test } from 'vitest';
import type { Measure } from '../definition/schema.ts';
import { smallForm } from '../scoring/small-form.fixture.ts';
import type { Answers } from '../value.ts';
import { classified, every, inputOf, narrowed, published, type Secret, withPart } from './attack.fixture.ts';

const upTo = (most: number) => Array.from({ length: most + 1 }, (_, n) => n);

/** Of `total` people in a village `part` have a file. */
interface Village extends Answers {
  total: number;
  part: number;
}
const villages = (most: number): Village[] =>
  upTo(most).flatMap((total) => upTo(total).map((part) => ({ total, part })));

/** The counts of a commune and of its first village that may not be found out: of each question, and what is left beside its part. */
function secretsOf<V extends Answers>(names: (keyof V & string)[], rests: [whole: string, part: string][]) {
  const of = (village: V, name: string) => village[name] as number;
  const total = (world: V[], name: string) => world.reduce((sum, village) => sum + of(village, name), 0);
  const counts = names.flatMap((name): [string, Secret<V[]>][] => [
    [`all ${name}`, (world) => total(world, name)],
    [`${name} of the first`, (world) => of(world[0]!, name)],
  ]);
  const left = rests.flatMap(([whole, part]): [string, Secret<V[]>][] => [
    [`${whole} without ${part}`, (world) => total(world, whole) - total(world, part)],
    [`${whole} without ${part} of the first`, (world) => of(world[0]!, whole) - of(world[0]!, part)],
  ]);
  return Object.fromEntries([...counts, ...left]);
}

const share = (comparison: Measure['comparison'], target: number): Measure => ({
  numerator: 'sum(${part})',
  denominator: 'sum(${total})',
  comparison,
  target,
  empty: 'met',
});
const none = (numerator: string): Measure => ({ numerator, comparison: '=', target: 0 });
const partAndTotal = secretsOf<Village>(['total', 'part'], [['total', 'part']]);

describe('nobody who sees all that is published of a commune knows a count of 1 to 4 more closely than that', {
  timeout: 60_000,
}, () => {
  test.each<[string, Measure[]]>([
    ['one of all on file', [share('=', 1)]],
    ['one of none there', [none('sum(${total})'), none('sum(${part})')]],
    ['one above 80 %', [share('>', 0.8)]],
    ['one of at least half', [share('>=', 0.5)]],
    ['one of exactly half', [share('=', 0.5)]],
    ['one below a quarter', [share('<', 0.25)]],
    ['two about part and whole', [share('=', 1), none('sum(${part})')]],
    ['one with a threshold among small counts', [{ ...none('sum(${total})'), comparison: '<=', target: 2 }]],
    ['one that counts villages', [none('count-if(${total} > 1)')]],
    ['one of the least village', [{ ...none('min(${total})'), comparison: '>=', target: 1 }]],
    ['one of the sum of part and whole', [none('sum(${total}) + sum(${part})'), none('sum(${total})')]],
  ])('with a criterion, %s', (_, measures) => {
    const form = withPart(smallForm(measures.map((measure) => ({ measure }))));
    const look = (world: Village[]) => published(form, inputOf(world));
    expect(
      narrowed(
        villages(30).map((one) => [one]),
        look,
        partAndTotal,
      ),
    ).toEqual([]);
    expect(narrowed(every(villages(6), villages(6)), look, partAndTotal)).toEqual([]);
  });

  test('where two criteria judge one part by two thresholds', () => {
    const measures = [share('=', 1), share('>', 0.8), none('sum(${total})')];
    const form = withPart(smallForm(measures.map((measure) => ({ measure }))));
    const worlds = villages(30).map((one) => [one]);
    expect(narrowed(worlds, (world) => published(form, inputOf(world)), partAndTotal)).toEqual([]);
  });

  test('of three villages', () => {
    const form = smallForm([{ measure: share('=', 1) }]);
    const worlds = every(villages(5), villages(5), villages(5));
    expect(narrowed(worlds, (world) => published(form, inputOf(world)), partAndTotal)).toEqual([]);
  });

  test.each<[string, Parameters<typeof smallForm>[0]]>([
    ['several measures are one criterion', [{ all: [share('=', 1), none('sum(${total})')] }]],
    ['a test reads them', [{ test: 'sum(${total}) >= 3' }]],
    ['they decide whether a criterion applies', [{ measure: share('=', 1), applicable: 'sum(${total}) > 2' }]],
  ])('where %s', (_, criteria) => {
    const form = withPart(smallForm(criteria));
    const look = (world: Village[]) => published(form, inputOf(world));
    expect(narrowed(every(villages(6), villages(6)), look, partAndTotal)).toEqual([]);
  });

  test('by a class with thresholds among them', () => {
    const form = classified(smallForm([{ measure: share('=', 1) }]));
    const look = (world: Village[]) => published(form, inputOf(world));
    expect(
      narrowed(
        villages(30).map((one) => [one]),
        look,
        partAndTotal,
      ),
    ).toEqual([]);
    expect(narrowed(every(villages(6), villages(6)), look, partAndTotal)).toEqual([]);
  });

  test('by a part of a part, or by what is left beside it', () => {
    const form = smallForm(
      [
        { measure: share('=', 1) },
        { measure: { ...share('=', 1), numerator: 'sum(${inner})', denominator: 'sum(${part})' } },
        { measure: { ...share('=', 1), numerator: 'sum(${inner})' } },
      ],
      [{ name: 'inner', constraint: '. <= ${part}' }],
    );
    const worlds = villages(11).flatMap((village) => upTo(village.part).map((inner) => [{ ...village, inner }]));
    const secrets = secretsOf<Village & { inner: number }>(
      ['total', 'part', 'inner'],
      [
        ['total', 'part'],
        ['part', 'inner'],
        ['total', 'inner'],
      ],
    );
    expect(narrowed(worlds, (world) => published(form, inputOf(world)), secrets)).toEqual([]);
  });

  test('by a total over two kinds of people of whom one is shown elsewhere', () => {
    const form = smallForm(
      [
        { measure: share('=', 1) },
        {
          measure: {
            ...share('=', 1),
            numerator: 'sum(${part}) + sum(${file})',
            denominator: 'sum(${total}) + sum(${users})',
          },
        },
        { measure: none('sum(${total}) + sum(${users})') },
        { measure: none('sum(${users})') },
      ],
      [{ name: 'users' }, { name: 'file', constraint: '. <= ${users}' }],
    );
    const worlds = every(villages(8), villages(8)).map(([a, b]) => [{ ...a!, users: b!.total, file: b!.part }]);
    const secrets = secretsOf<Village & { users: number; file: number }>(
      ['total', 'part', 'users', 'file'],
      [
        ['total', 'part'],
        ['users', 'file'],
      ],
    );
    expect(narrowed(worlds, (world) => published(form, inputOf(world)), secrets)).toEqual([]);
  });

  test.each<[string, Measure['comparison']]>([
    ['not above', '<='],
    ['below', '<'],
  ])('by an order of two years, %s', (_, comparison) => {
    const now = 'sum(${total})';
    const form = withPart(
      smallForm([{ measure: { ...share(comparison, 1), numerator: now, denominator: `previous(${now})` } }]),
    );
    const worlds = every(villages(8), villages(8));
    const look = ([year, before]: Village[]) =>
      published(form, inputOf([before!])) + published(form, inputOf([year!], { previous: inputOf([before!]) }));
    const secrets = {
      now: ([year]: Village[]) => year!.total,
      before: ([, before]: Village[]) => before!.total,
      'part now': ([year]: Village[]) => year!.part,
      'rest now': ([year]: Village[]) => year!.total - year!.part,
    };
    expect(narrowed(worlds, look, secrets)).toEqual([]);
  });

  test('by what a village adds when it answers after the others', () => {
    const form = smallForm([{ measure: share('=', 1) }, { measure: none('sum(${total})') }]);
    const look = ([first, last]: Village[]) =>
      published(form, inputOf([first!, null])) + published(form, inputOf([first!, last!]));
    expect(narrowed(every(villages(6), villages(6)), look, partAndTotal)).toEqual([]);
    expect(narrowed(every(villages(6), villages(6)), ([a, b]) => look([b!, a!]), partAndTotal)).toEqual([]);
  });
});

test('a part that exceeds its whole by mistake does not cancel out the remainder of another', () => {
  const form = smallForm(
    [
      { measure: share('=', 1) },
      { measure: { ...share('=', 1), numerator: 'sum(${file})', denominator: 'sum(${users})' } },
      {
        measure: {
          ...share('=', 1),
          numerator: 'sum(${part}) + sum(${file})',
          denominator: 'sum(${total}) + sum(${users})',
        },
      },
    ],
    [{ name: 'users' }, { name: 'file' }],
  );
  const { criteria } = JSON.parse(published(form, inputOf([{ total: 9, part: 28, users: 27, file: 5 }])))[0];
  expect(criteria[2]).toMatchObject({ numerator: null, masked: { numerator: 'withheld' } });
});

test('the attack finds counts out where they are published as they are', () => {
  const look = ([village]: Village[]) => (village!.total < 5 ? '<5' : `${village!.part} of ${village!.total}`);
  expect(
    narrowed(
      villages(9).map((one) => [one]),
      look,
      partAndTotal,
    ).length,
  ).toBeGreaterThan(10);
});
