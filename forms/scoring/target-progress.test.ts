import { describe, expect, test } from 'vitest';
import type { Target } from '../definition/schema.ts';
import { type TargetUnit, targetProgress } from './target-progress.ts';

const target = (rest: Partial<Target>): Target => ({
  id: 'T',
  title: { vi: 'Chỉ tiêu', en: 'Target' },
  clause: 'I',
  by: '2025-12-31',
  ...rest,
});

const unit = (rest: Partial<TargetUnit> = {}): TargetUnit => ({
  id: 'u',
  name: 'Xã A',
  level: 'commune',
  ready: true,
  class: null,
  baselineClass: null,
  answers: null,
  ...rest,
});

const communes = (ready: number, notReady: number, open = 0) => [
  ...Array.from({ length: ready }, () => unit()),
  ...Array.from({ length: notReady }, () => unit({ ready: false })),
  ...Array.from({ length: open }, () => unit({ ready: null })),
];

describe('"at least" rounds units up, exactly', () => {
  test.each([
    [0.2, 104, 21],
    [0.15, 13, 2],
    [0.2, 100, 20],
    [0.07, 100, 7],
    [1, 13, 13],
    [0, 13, 0],
  ])('%f of %i communes is %i', (share, existing, needed) => {
    expect(targetProgress(target({ share }), communes(existing, 0)).needed).toBe(needed);
  });
});

test.each([
  ['enough are ready', communes(2, 11), true],
  ['enough can no longer become ready', communes(1, 12), false],
  ['those undetermined could still make it', communes(1, 10, 2), null],
])('a target is decided when %s: %3$s', (_, units, met) => {
  expect(targetProgress(target({ share: 0.15 }), units).met).toBe(met);
});

test('where recognition is decided it is what counts, however many are ready', () => {
  const units = [
    unit({ recognised: true }),
    unit({ recognised: true, ready: false }),
    unit({ recognised: false }),
    unit({ recognised: null }),
  ];
  expect(targetProgress(target({ share: 1 }), units)).toMatchObject({ reached: 2, undetermined: 1, met: false });
});

test('a target of named units counts those, and says which of them there are not', () => {
  const units = [unit({ name: 'Bình Kiều' }), unit({ name: 'Đại Tập', ready: false }), unit({ name: 'Khác' })];
  const progress = targetProgress(target({ units: ['Bình Kiều', 'Đại Tập', 'Ông Đình'] }), units);
  expect(progress).toMatchObject({ existing: 2, needed: 3, reached: 1, met: false, missing: ['Ông Đình'] });
});

test('a target of villages reads their answers, and a blank is undetermined', () => {
  const villages = ['yes', 'no', ''].map((deployed) =>
    unit({ level: 'village', ready: null, answers: { model_deployed: deployed } }),
  );
  const state = { question: 'model_deployed', is: 'yes' };
  const progress = targetProgress(target({ level: 'village', state, count: 2 }), [...villages, unit()]);
  expect(progress).toMatchObject({ existing: 3, reached: 1, undetermined: 1, met: null });
});

const classed = (code: string, determined = true) => ({ code, determined, possible: [code], flags: [] });

test.each([
  ['down from the class to the next', classed('II'), classed('III'), 1, 0],
  ['still where it was', classed('II'), classed('II'), 0, 0],
  ['never of that class', classed('I'), classed('III'), 0, 0],
  ['not determined now', classed('II'), classed('III', false), 0, 1],
  ['without a baseline', null, classed('III'), 0, 1],
])('a change of class counts a commune that is %s', (_, baselineClass, now, reached, undetermined) => {
  const state = { classFrom: 'II', classTo: 'III' };
  const progress = targetProgress(target({ state, count: 1 }), [unit({ class: now, baselineClass })]);
  expect(progress).toMatchObject({ reached, undetermined });
});
