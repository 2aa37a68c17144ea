import { expect, test } from 'vitest';
import type { Measure } from '../definition/schema.ts';
import { score, share, smallForm } from './small-form.fixture.ts';

test.each<[Measure['comparison'], number, number, number, string, number | null]>([
  ['>', 0.8, 8, 10, 'not_met', 1],
  ['>', 0.8, 9, 10, 'met', 0],
  ['>', 0.8, 5, 7, 'not_met', 1],
  ['>=', 0.8, 8, 10, 'met', 0],
  ['>=', 0.8, 5, 7, 'not_met', 1],
  // 15 % of 13 is 1.95: at least 2.
  ['>=', 0.15, 1, 13, 'not_met', 1],
  ['>=', 0.15, 2, 13, 'met', 0],
  // 0.1 × 3 is 0.30000000000000004 in floating point.
  ['>=', 0.1, 3, 30, 'met', 0],
  ['=', 0.1, 3, 30, 'met', 0],
  ['<', 0.3, 3, 10, 'not_met', 1],
  ['<', 0.3, 2, 10, 'met', 0],
  ['<=', 0.003, 3, 1000, 'met', 0],
  ['<=', 0.003, 4, 1000, 'not_met', 1],
  ['=', 1, 12, 10, 'not_met', 2],
  ['=', 0.5, 3, 5, 'not_met', null],
])('a share %s %d of %i in %i is %5$s', (comparison, target, part, total, status, shortfall) => {
  const form = smallForm([{ measure: share(comparison, target) }]);
  expect(score(form, [{ part, total }]).first).toMatchObject({
    status,
    shortfall,
    numerator: part,
    denominator: total,
  });
});

test.each<[Measure['comparison'], number, string, number]>([
  ['<=', 3, 'met', 0],
  ['<=', 2, 'not_met', 1],
  ['<', 3, 'not_met', 1],
  ['>', 3, 'not_met', 1],
  ['>=', 4, 'not_met', 1],
  ['=', 3, 'met', 0],
])('a count of 3 %s %d is %s', (comparison, target, status, shortfall) => {
  const form = smallForm([{ measure: { numerator: 'sum(${part})', comparison, target } }]);
  expect(score(form, [{ part: 1 }, { part: 2 }]).first).toMatchObject({ status, shortfall, denominator: null });
});

test('of an amount, the shortfall is not rounded up to whole ones', () => {
  const form = smallForm([{ measure: { numerator: 'sum(${area})', comparison: '>=', target: 10.5 } }]);
  expect(score(form, [{ area: 10 }]).first).toMatchObject({ status: 'not_met', shortfall: 0.5 });
});

test('decimals are added exactly', () => {
  const form = smallForm([{ measure: { numerator: 'sum(${area})', comparison: '=', target: 0.3 } }]);
  expect(score(form, [{ area: 0.1 }, { area: 0.2 }]).first).toMatchObject({ status: 'met', numerator: 0.3 });
});

test('a verdict that 0 of 0 would overturn is not given while it is still possible', () => {
  const vacuous = smallForm([{ measure: share('>', 0.8, 'met') }]);
  // Nothing counselled so far; if the missing village has nobody to counsel either, it is met.
  expect(
    score(vacuous, [
      { part: 0, total: 0 },
      { part: 0, total: null },
    ]).first.status,
  ).toBe('undetermined');
  expect(
    score(vacuous, [
      { part: 0, total: 1 },
      { part: 0, total: null },
    ]).first.status,
  ).toBe('not_met');
  expect(score(vacuous, [{ part: 0, total: 0 }]).first).toMatchObject({ status: 'met', reason: 'vacuous' });

  const invalid = smallForm([{ measure: share('<=', 1, 'invalid') }]);
  expect(score(invalid, [{ part: 0, total: null }]).first).toMatchObject({
    status: 'undetermined',
    reason: 'blank_answers',
  });
  expect(score(invalid, [{ part: 3, total: 0 }]).first).toMatchObject({
    status: 'undetermined',
    reason: 'invalid_zero',
  });
});

test('a share’s requirement is explained as a percentage', () => {
  const form = smallForm([{ measure: { ...share('>', 0.8), counts: { vi: 'Được tư vấn', en: 'Counselled' } } }]);
  expect(score(form, [{ part: 7, total: 10 }]).first.explanation).toEqual({
    vi: 'Được tư vấn 7/10; yêu cầu trên 80%, thiếu 2.',
    en: 'Counselled: 7 of 10; has to be above 80%, 2 short.',
  });
});
