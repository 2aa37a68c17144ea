import { expect, test } from 'vitest';
import { score, share, smallForm } from './small-form.fixture.ts';

const atLeastOneModel = { numerator: '${models}', comparison: '>=', target: 1 } as const;

test.each([
  [10, 10, 100],
  [5, 10, 50],
  [1, 3, 33.3],
  [2, 3, 66.6],
  [0, 3, 0],
])('%i of %i where all are wanted is an index of %d, rounded down', (part, total, index) => {
  expect(score(smallForm([{ measure: share('=', 1) }]), [{ part, total }]).index).toBe(index);
});

test('a strict comparison at its threshold is not a whole yet', () => {
  // Above 80 % of 10 is 9.
  expect(score(smallForm([{ measure: share('>', 0.8) }]), [{ part: 8, total: 10 }]).index).toBe(88.8);
});

test('too many, and some where there should be none, count nothing', () => {
  const form = smallForm([
    { measure: share('=', 1) },
    { measure: { numerator: 'sum(${area})', comparison: '=', target: 0 } },
    { test: '${models} > 5' },
  ]);
  expect(score(form, [{ part: 11, total: 10, area: 1 }], { commune: { models: 1 } }).index).toBe(0);
});

test('requirements count by their weight, and those that do not apply not at all', () => {
  const form = smallForm([
    { measure: share('=', 1), weight: 3 },
    { measure: atLeastOneModel, weight: 0.5 },
    { test: 'false()', applicable: '${models} > 100', weight: 50 },
  ]);
  // (3 × 1/2 + 0.5 × 1) ÷ 3.5
  expect(score(form, [{ part: 1, total: 2 }], { commune: { models: 1 } }).index).toBe(57.1);
});

test('objectives count only where a plan has no requirement', () => {
  const objective = { measure: share('=', 1), requirement: false };
  const commune = { models: 1 };
  expect(score(smallForm([objective, { measure: atLeastOneModel }]), [{ part: 1, total: 2 }], { commune }).index).toBe(
    100,
  );
  expect(score(smallForm([objective]), [{ part: 1, total: 2 }]).index).toBe(50);
});

test('there is no index without criteria, without weight, or while nothing is known', () => {
  expect(score(smallForm([]), [{ part: 1 }]).index).toBeNull();
  expect(score(smallForm([{ test: 'true()', weight: 0 }]), [{ part: 1 }]).index).toBeNull();
  expect(score(smallForm([{ measure: share('=', 1) }]), [null]).index).toBeNull();
  expect(score(smallForm([{ measure: share('=', 1) }]), [{}]).index).toBe(0);
});

test('of a numerator that is not exactly known, what is certain counts', () => {
  const boards = {
    numerator: 'count-if(${part} > 0)',
    denominator: 'count-villages()',
    comparison: '=',
    target: 1,
  } as const;
  const card = score(smallForm([{ measure: boards }]), [{ part: 1 }, { part: 0 }, null]);
  expect(card.first.status).toBe('not_met');
  expect(card.index).toBe(33.3);
});
