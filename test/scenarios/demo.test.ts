import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, loadDemo } from '../../local/demo/load.ts';
import { type Service, startService } from '../support/service.ts';
import type { Readiness } from '../support/survey.ts';

let service: Service;
let demo: Demo;
let items: Readiness[];

beforeAll(async () => {
  service = await startService();
  demo = await loadDemo(await service.as('designer'));
  const path = `/v1/provinces/12/rounds/${demo.roundId}/readiness?include=explanation`;
  const answer = await service.stranger.get(path, { authorization: `Bearer ${demo.apiKey}` });
  items = ((await answer.json()) as { items: Readiness[] }).items;
}, 120_000);
afterAll(() => service.stop());

const of = (name: string) => items.find(({ unit }) => unit.name === name)!;
const unmet = (name: string) => of(name).criteria.flatMap(({ id, status }) => (status === 'not_met' ? [id] : []));
const undetermined = (name: string) =>
  of(name).criteria.flatMap(({ id, status }) => (status === 'undetermined' ? [id] : []));

test('the demo province shows thirteen communes: three ready, six not, four undetermined', () => {
  const verdicts = Map.groupBy(items, ({ ready }) => ready);
  expect(items.length).toBe(13);
  expect(verdicts.get(true)?.map(({ unit }) => unit.name)).toEqual(['Bản Bo', 'Bản Giang', 'Nà Tăm']);
  expect(verdicts.get(false)?.length).toBe(6);
  expect(verdicts.get(null)?.length).toBe(4);
});

test.each([
  ['Tam Đường', ['TD1']],
  ['Bản Hon', ['TD6a']],
  ['Khun Há', ['TD8']],
  ['Nùng Nàng', ['TD1']],
  ['Tả Lèng', ['TD7', 'TD13']],
  ['Thèn Sin', ['TD4', 'TD5', 'TD6b', 'TD10']],
])('%s is not ready because of its own criteria', (name, criteria) => {
  expect(of(name).ready).toBe(false);
  expect(unmet(name)).toEqual(criteria);
});

test('99 % of the households is not 100 %, and the shortfall says how many are missing', () => {
  const pledges = of('Bản Hon').criteria.find(({ id }) => id === 'TD6a')!;
  expect(pledges).toMatchObject({ numerator: 1180, denominator: 1192, shortfall: 12, status: 'not_met' });
  expect(pledges.explanation.vi).toContain('1.180/1.192');
  expect(pledges.explanation.vi).not.toContain('Chăn Nuôi');
});

test('a missing village leaves what it could change open, and a known hotspot decides all the same', () => {
  expect(of('Bình Lư')).toMatchObject({ ready: null, coverage: { expected: 4, answered: 3 } });
  expect(undetermined('Bình Lư')).toContain('TD6a');
  expect(of('Nùng Nàng')).toMatchObject({ ready: false, coverage: { expected: 3, answered: 2 } });
});

test('a blank answer leaves exactly its own criterion open', () => {
  expect(of('Giang Ma').ready).toBeNull();
  expect(undetermined('Giang Ma')).toEqual(['TD3c']);
});

test('what is still being typed counts for nothing yet', () => {
  for (const name of ['Hồ Thầu', 'Sơn Bình']) {
    expect(of(name)).toMatchObject({ state: 'collecting', ready: null, coverage: { expected: 3, answered: 0 } });
  }
});
