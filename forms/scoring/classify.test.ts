import { expect, test } from 'vitest';
import { quietInput } from '../templates/quiet-answers.fixture.ts';
import { traVinh2025 } from '../templates/tra-vinh-2025.ts';
import type { Answers, Value } from '../value.ts';
import { scoreCommune } from './score-commune.ts';
import vectors from './vectors/tra-vinh-2025-classes.json' with { type: 'json' };

const nothing: Answers = {
  population: 10000,
  addicts_total: 0,
  addicts_with_file: 0,
  users_total: 0,
  hotspots: 0,
  plants_count: 0,
  plants_area_m2: 0,
  offenders_total: 0,
};

/** Of villages that have answered nothing but what is given: the class depends on nothing else. */
function classOf(villages: (Answers | null)[], attributes: Record<string, Value> = { on_key_route: 'no' }) {
  return scoreCommune(traVinh2025, {
    commune: {},
    attributes,
    villages: villages.map((answers, i) => ({ id: `v${i}`, answers })),
  }).class;
}

test.each(vectors.cases)('$name gives class $expected.class', ({ input: { on_key_route, ...counts }, expected }) => {
  const whole = classOf([counts], { on_key_route });
  expect(whole).toEqual({ code: expected.class, determined: true, possible: [expected.class], flags: expected.flags });

  // The same totals, parted over two villages.
  const half = Object.entries(counts).map(([name, count]) => [name, Math.floor(count / 2)] as const);
  const rest = half.map(([name, part]) => [name, Number((counts[name as keyof typeof counts] - part).toFixed(1))]);
  expect(classOf([Object.fromEntries(half), Object.fromEntries(rest)], { on_key_route })).toEqual(whole);
});

test('with a village missing, the least severe class still possible is shown', () => {
  expect(classOf([nothing, null])).toEqual({
    code: 'V',
    determined: false,
    possible: ['V', 'IV', 'III', 'II', 'I'],
    flags: [],
  });
  expect(classOf([{ ...nothing, hotspots: 3 }, null])).toMatchObject({
    code: 'II',
    determined: false,
    possible: ['II', 'I'],
  });
});

test('what is known can decide although a village is missing', () => {
  expect(classOf([{ ...nothing, hotspots: 5 }, null])).toMatchObject({ code: 'I', determined: true, possible: ['I'] });
});

test('an unknown route leaves both classes possible, and its flag down', () => {
  expect(classOf([{ ...nothing, hotspots: 1 }], {})).toEqual({
    code: 'III',
    determined: false,
    possible: ['III', 'II'],
    flags: [],
  });
});

test('offenders without a population leave the ratio’s rules open', () => {
  expect(classOf([{ ...nothing, population: 0, offenders_total: 1 }])).toMatchObject({
    code: 'IV',
    determined: false,
    possible: ['IV', 'III', 'II', 'I'],
  });
  expect(classOf([{ ...nothing, population: 0 }])).toMatchObject({ code: 'V', determined: true });
});

test('addicts without a file on a key route take the class that all addicts would give there', () => {
  expect(classOf([{ ...nothing, addicts_total: 25, addicts_with_file: 15 }], { on_key_route: 'yes' })).toEqual({
    code: 'II',
    determined: true,
    possible: ['II'],
    flags: ['ROUTE_UPGRADE', 'UNFILED_ADDICTS'],
  });
});

test('what else was answered does not change the class', () => {
  const quiet = quietInput(traVinh2025, [{ ...nothing, offenders_total: 30, gangs: 1 }]);
  expect(scoreCommune(traVinh2025, { ...quiet, attributes: { on_key_route: 'no' } }).class).toEqual(
    classOf([{ ...nothing, offenders_total: 30 }]),
  );
});

test('a commune that meets every condition without being without drugs is flagged', () => {
  const scored = (village: Answers, commune: Answers = {}) => {
    const quiet = quietInput(traVinh2025, [village], commune);
    const card = scoreCommune(traVinh2025, { ...quiet, attributes: { on_key_route: 'no' }, baseline: quiet });
    return [card.ready, card.class?.code, ...(card.class?.flags ?? [])];
  };
  const oneUser = { users_total: 1, users_with_file: 1 };
  expect(scored(oneUser)).toEqual([true, 'IV', 'RECOGNISED_BUT_NOT_V']);
  expect(scored({})).toEqual([true, 'V']);
  expect(scored(oneUser, { models_effective: 0, models_evidence: null })).toEqual([false, 'IV']);
});

test('a form without a rule that holds has no class', () => {
  const form = structuredClone(traVinh2025);
  form.classification!.rules = [{ class: 'I', when: '${at_1}' }];
  expect(
    scoreCommune(form, { commune: {}, attributes: {}, villages: [{ id: 'v', answers: nothing }] }).class,
  ).toBeNull();
});
