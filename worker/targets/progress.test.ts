import { expect, test } from 'vitest';
import { templates } from '../../forms/index.ts';
import { progressOf, type TargetState } from './progress.ts';

const tamDuong = templates['tam-duong-2024']!;
const [share] = tamDuong.targets;

const state = (other: Partial<TargetState>): TargetState => ({
  document: { ...tamDuong, targets: [share!] },
  units: [],
  baseline: [],
  answers: new Map(),
  standing: [],
  today: '2025-06-01',
  ...other,
});

const commune = (name: string, recognised: number) => ({ target: 0, id: name, name, recognised });

test.each([
  ['2025-12-31', 2, null],
  ['2026-01-01', 0, false],
])('on %s, %i communes can still be recognised in time, so that the target is met: %j', (today, undetermined, met) => {
  const standing = [commune('A', 0), commune('B', 0)];
  expect(progressOf(state({ standing, today }))).toMatchObject([
    { about: 'recognition', existing: 2, needed: 1, reached: 0, undetermined, met },
  ]);
});

test('a commune that stands but is not in the round counts as existing, one that the round had and that ended does not', () => {
  const units = [{ id: 'ended', name: 'ended', level: 'commune' as const, scorecard: null }];
  const [progress] = progressOf(state({ units, standing: [commune('A', 1)] }));
  expect(progress).toMatchObject({ existing: 1, reached: 1, ready: 0, met: true });
});

test('a plan without requirements says of nobody that it is ready', () => {
  const document = { ...templates['khoai-chau-2024']!, targets: [share!] };
  expect(progressOf(state({ document, standing: [commune('A', 0)] }))).toMatchObject([{ ready: null, existing: 1 }]);
});

test('targets about answers and classes keep to the units of the round', () => {
  const document = { ...tamDuong, targets: tamDuong.targets.filter(({ state }) => state) };
  const units = [{ id: 'c', name: 'C', level: 'commune' as const, scorecard: null }];
  for (const progress of progressOf(state({ document, units }))) {
    expect(progress).toMatchObject({ about: 'class', existing: 1, undetermined: 1, ready: null });
  }
  expect(document.targets).not.toEqual([]);
});
