import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { integratorKey, loadProvince } from '../../local/demo/load.ts';
import type { Staff } from '../../local/demo/staff.ts';
import { tamDuong } from '../../local/demo/tam-duong.ts';
import { demoStaff } from '../support/demo-staff.ts';
import { baseOf } from '../support/links.ts';
import { type Service, startService } from '../support/service.ts';
import type { Readiness, Unit } from '../support/survey.ts';

interface Recognition {
  unit: { name: string };
  state: string;
  inForce: boolean;
  steps: { decisionNumber: string }[];
}

let service: Service;
let staff: Staff;
let rounds: Awaited<ReturnType<typeof loadProvince>>;
let items: Readiness[];

beforeAll(async () => {
  service = await startService();
  staff = await demoStaff(service);
  rounds = await loadProvince(staff, tamDuong);
  const apiKey = await integratorKey(staff.designer, '12');
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
  const nothing = { ready: null, coverage: { expected: 3, answered: 0 } };
  expect(of('Hồ Thầu')).toMatchObject({ state: 'returned', ...nothing });
  expect(of('Sơn Bình')).toMatchObject({ state: 'collecting', ...nothing });
});

describe('the year of the newest round', () => {
  const newest = () => `/provinces/12/rounds/${rounds.at(-1)!.id}`;

  test('is open until the next 12 December of the plan and takes late files for a while after it', async () => {
    const round = await staff.designer.api<{ deadline: { day: string; bound: string }; state: string }>(
      'GET',
      newest(),
    );
    expect(round).toMatchObject({ state: 'open', deadline: { bound: 'before' }, lateSubmissions: 'accept' });
    expect(round.deadline.day).toMatch(/^\d{4}-12-12$/);
  });

  test('has files in every state, and one commune with more time', async () => {
    const queue = (query = '') =>
      staff.verifier.api<{ items: { unit: { name: string } }[]; counts: object }>('GET', `${newest()}/review${query}`);
    expect((await queue()).counts).toMatchObject({
      states: { collecting: 1, submitted: 5, returned: 1, verified: 6 },
      flags: { late: 0, extended: 1 },
    });
    expect((await queue('?flag=extended')).items.map(({ unit }) => unit.name)).toEqual(['Sơn Bình']);
  });

  test('has its comments on the page of the commune whose file was returned', async () => {
    const page = await (await service.stranger.get(baseOf({ url: rounds.at(-1)!.links['Hồ Thầu']! }))).text();
    expect(page).toContain('Đề nghị đối chiếu lại.');
  });

  test('leaves two communes recognised, one since the year before, one revoked and one to be decided', async () => {
    const list = await staff.designer.api<{ items: Recognition[] }>('GET', '/provinces/12/recognition');
    expect(list.items.map(({ unit, state, inForce }) => [unit.name, state, inForce])).toEqual([
      ['Bản Bo', 'maintained', true],
      ['Khun Há', 'revoked', false],
      ['Bản Giang', 'recognised', true],
      ['Nà Tăm', 'appraised', false],
    ]);
    const papers = list.items.flatMap(({ steps }) => steps.map(({ decisionNumber }) => decisionNumber));
    expect(papers.filter((number) => !number.startsWith('minh họa '))).toEqual([]);
    expect(new Set(papers).size).toBe(papers.length);
  });

  test('brings the target for 2030 two communes further, and that of 2025, which is over, none', async () => {
    const targets = await staff.designer.api<{ items: object[] }>('GET', `${newest()}/targets`);
    expect(targets.items).toMatchObject([
      { id: 'TD17a', existing: 13, needed: 2, reached: 0, ready: 3, met: false },
      { id: 'TD17b', existing: 13, needed: 13, reached: 2, ready: 3 },
      {},
      {},
    ]);
  });
});

test('the year before is a closed round of its own, whose figures stand beside the questions', async () => {
  const { items: listed } = await staff.designer.api<{ items: object[] }>('GET', '/provinces/12/rounds');
  expect(listed).toMatchObject([
    { id: rounds[1]!.id, previousRoundId: rounds[0]!.id, state: 'open' },
    { id: rounds[0]!.id, previousRoundId: null, state: 'closed' },
  ]);
  const path = new URL(rounds[1]!.links['Hồ Thầu']!).pathname;
  const { unit } = of('Hồ Thầu');
  const { items: units } = await staff.designer.api<{ items: Unit[] }>('GET', '/provinces/12/units');
  const missing = units.find(({ parentId, name }) => parentId === unit.id && name === 'Rừng Ổi')!;
  const page = await (await service.stranger.get(`${path}/${missing.id}/residents`)).text();
  expect(page).toContain('Kỳ trước: 59');
});
