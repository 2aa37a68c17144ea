import { afterAll, beforeAll, expect, test } from 'vitest';
import { integratorKey, loadProvince } from '../../local/demo/load.ts';
import type { Site } from '../../local/demo/site.ts';
import { tamDuong } from '../../local/demo/tam-duong.ts';
import { type Service, startService } from '../support/service.ts';
import type { Readiness, Unit } from '../support/survey.ts';

let service: Service;
let designer: Site;
let rounds: Awaited<ReturnType<typeof loadProvince>>;
let items: Readiness[];

beforeAll(async () => {
  service = await startService();
  designer = await service.as('designer');
  rounds = await loadProvince(designer, tamDuong);
  const apiKey = await integratorKey(designer, '12');
  const path = `/v1/provinces/12/rounds/${rounds.at(-1)!.id}/readiness?include=explanation`;
  const answer = await service.stranger.get(path, { authorization: `Bearer ${apiKey}` });
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

test('the year before is a closed round of its own, whose figures stand beside the questions', async () => {
  const { items: listed } = await designer.api<{ items: object[] }>('GET', '/provinces/12/rounds');
  expect(listed).toMatchObject([
    { id: rounds[1]!.id, previousRoundId: rounds[0]!.id, state: 'open' },
    { id: rounds[0]!.id, previousRoundId: null, state: 'closed' },
  ]);
  const path = new URL(rounds[1]!.links['Hồ Thầu']!).pathname;
  const { unit } = of('Hồ Thầu');
  const { items: units } = await designer.api<{ items: Unit[] }>('GET', '/provinces/12/units');
  const missing = units.find(({ parentId, name }) => parentId === unit.id && name === 'Rừng Ổi')!;
  const page = await (await service.stranger.get(`${path}/${missing.id}/residents`)).text();
  expect(page).toContain('Kỳ trước: 59');
});
