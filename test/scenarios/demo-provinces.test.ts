import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { administration } from '../../local/administration.ts';
import { khoaiChau } from '../../local/demo/khoai-chau.ts';
import { langChanh } from '../../local/demo/lang-chanh.ts';
import { type LoadedRound, loadProvince } from '../../local/demo/load.ts';
import { phuongTien } from '../../local/demo/phuong-tien.ts';
import type { DemoProvince } from '../../local/demo/province.ts';
import { demoProvinces } from '../../local/demo/provinces.ts';
import type { Site } from '../../local/demo/site.ts';
import { traVinh } from '../../local/demo/tra-vinh.ts';
import { demoStaff } from '../support/demo-staff.ts';
import { type Service, startService } from '../support/service.ts';
import type { Criterion, Readiness } from '../support/survey.ts';

interface Row extends Readiness {
  class: { code: string; determined: boolean; possible: string[]; flags: string[] } | null;
}

let service: Service;
beforeAll(async () => {
  service = await startService();
  const admin = administration(service.runtime.hrana);
  for (const { code, name } of demoProvinces) await admin.createProvince({ code, name });
});
afterAll(() => service.stop());

/** A province loaded once for its tests, with the results of each of its rounds. */
function loaded(province: DemoProvince) {
  const results = new Map<string, Row[]>();
  const state = { designer: null as unknown as Site, rounds: [] as LoadedRound[] };
  beforeAll(async () => {
    const staff = await demoStaff(service, province.code);
    state.designer = staff.designer;
    state.rounds = await loadProvince(staff, province);
    for (const { key, id } of state.rounds) {
      const path = `/provinces/${province.code}/rounds/${id}/readiness?include=explanation&figures=exact`;
      results.set(key, (await staff.verifier.api<{ items: Row[] }>('GET', path)).items);
    }
  }, 120_000);
  const of = (round: string, name: string) => results.get(round)!.find(({ unit }) => unit.name === name)!;
  const having = (round: string, name: string, status: string) =>
    of(round, name).criteria.flatMap((criterion) => (criterion.status === status ? [criterion.id] : []));
  return {
    state,
    of,
    names: (round: string) => results.get(round)!.map(({ unit }) => unit.name),
    unmet: (round: string, name: string) => having(round, name, 'not_met'),
    open: (round: string, name: string) => having(round, name, 'undetermined'),
    criterion: (round: string, name: string, id: string): Criterion =>
      of(round, name).criteria.find((criterion) => criterion.id === id)!,
  };
}

describe('Khoái Châu', () => {
  const { state, of, names, unmet, open, criterion } = loaded(khoaiChau);

  test.each([
    ['Bình Kiều', [], ['KC8']],
    ['Nhuế Dương', ['KC4'], ['KC8']],
    ['Đông Ninh', [], ['KC8']],
    ['Đại Tập', ['KC6'], ['KC8']],
    ['Ông Đình', ['KC7'], ['KC8']],
    ['Tứ Dân', ['KC1'], ['KC8']],
    ['Tân Châu', ['KC10', 'KC11', 'KC12'], ['KC8']],
    // No addict now: there cannot be more than before, whatever that was.
    ['Phùng Hưng', [], ['KC2', 'KC5']],
  ])('%s in 2024 misses %j and leaves %j open', (name, missed, undetermined) => {
    expect(unmet('2024', name)).toEqual(missed);
    expect(open('2024', name)).toEqual(undetermined);
  });

  test('exactly 80 % is not above 80 %', () => {
    expect(criterion('2024', 'Nhuế Dương', 'KC4')).toMatchObject({ numerator: 8, denominator: 10, shortfall: 1 });
  });

  test('a round opened after the merger has the communes that stand, and none that went into them', () => {
    expect(names('2025')).toEqual(['Châu Ninh', 'Triệu Việt Vương', 'Chí Minh', 'Khoái Châu']);
  });

  test('the year before is summed over the four communes that merged whole', () => {
    expect(criterion('2025', 'Châu Ninh', 'KC8')).toMatchObject({ status: 'met', numerator: 27, denominator: 30 });
  });

  test('a merged commune says how many of its predecessors there were and inherits nothing from them', async () => {
    const round = state.rounds.at(-1)!.id;
    const path = `/provinces/33/rounds/${round}/readiness/${of('2025', 'Châu Ninh').unit.id}`;
    const { predecessors } = await state.designer.api<{ predecessors: object }>('GET', path);
    expect(predecessors).toMatchObject({ existed: 4 });
  });

  test('as many addicts as before are not fewer', () => {
    expect(criterion('2025', 'Triệu Việt Vương', 'KC8')).toMatchObject({
      status: 'not_met',
      numerator: 6,
      denominator: 6,
      shortfall: 1,
    });
  });

  test('where a part of a commune came over, the comparison stays open', () => {
    expect(criterion('2025', 'Chí Minh', 'KC8')).toMatchObject({ status: 'undetermined', denominator: null });
    expect(open('2025', 'Chí Minh')).toEqual(['KC8']);
  });
});

describe('Phượng Tiến', () => {
  const { state, names, of, unmet, open, criterion } = loaded(phuongTien);

  test('the merged commune bears a predecessor’s code and name, and is neither', async () => {
    const coded = async (day: string) => {
      const path = `/provinces/19/units?asOf=${day}`;
      const { items } = await state.designer.api<{ items: { name: string; code: string | null }[] }>('GET', path);
      return items.filter(({ code }) => code !== null).map(({ name, code }) => `${name} ${code}`);
    };
    expect(await coded('2025-06-30')).toEqual(['Phượng Tiến 05566', 'Tân Dương 05563']);
    expect(await coded('2025-07-01')).toEqual(['Phượng Tiến 05563']);
    expect(names('2024')).toEqual(['Phượng Tiến', 'Tân Dương', 'Tân Thịnh', 'Trung Hội', 'Bộc Nhiêu']);
    expect(names('2026')).toEqual(['Phượng Tiến', 'Trung Hội', 'Lam Vỹ']);
  });

  test('the new commune is judged by the plan: its two requirements are not met', () => {
    expect(of('2026', 'Phượng Tiến').ready).toBe(false);
    expect(unmet('2026', 'Phượng Tiến')).toEqual(['PT8', 'PT11', 'PT2', 'PT6', 'PT12']);
  });

  test('exactly 90 % is not above 90 %', () => {
    expect(criterion('2026', 'Phượng Tiến', 'PT6')).toMatchObject({ numerator: 36, denominator: 40, shortfall: 1 });
  });

  test('the baseline of 2024 is summed over the three communes that merged whole', () => {
    expect(criterion('2026', 'Phượng Tiến', 'TN1')).toMatchObject({ status: 'met', numerator: 19, denominator: 21 });
  });

  test('where a part came over the baseline is unknown, which an objective may be in a ready commune', () => {
    expect(of('2026', 'Trung Hội').ready).toBe(true);
    expect(open('2026', 'Trung Hội')).toEqual(['TN1']);
    expect(criterion('2026', 'Trung Hội', 'TN1').reason).toBe('partly_merged');
  });

  test('the ready commune is verified and proposed', async () => {
    const { items } = await state.designer.api<{ items: object[] }>('GET', '/provinces/19/recognition');
    expect(items).toMatchObject([{ unit: { name: 'Trung Hội' }, state: 'proposed', basis: { verified: true } }]);
  });
});

describe('Lang Chánh', () => {
  const { state, of, unmet, open, criterion } = loaded(langChanh);

  test('all fourteen quarters answered in both rounds', () => {
    expect(of('2022', 'Lang Chánh').coverage).toEqual({ expected: 14, answered: 14 });
    expect(of('2023', 'Lang Chánh').coverage).toEqual({ expected: 14, answered: 14 });
  });

  test('quarter by quarter: one has its first addict, one has more, and fewer elsewhere make up for neither', () => {
    expect(unmet('2023', 'Lang Chánh')).toEqual(['LC1', 'LC2', 'LC3', 'LC7', 'LC8']);
    expect(criterion('2023', 'Lang Chánh', 'LC1')).toMatchObject({ numerator: 1 });
    expect(criterion('2023', 'Lang Chánh', 'LC2')).toMatchObject({ numerator: 1 });
  });

  test('suspected addicts are counted apart: a quarter that left them blank leaves LC10 open and nothing else', () => {
    expect(open('2023', 'Lang Chánh')).toEqual(['LC10']);
  });

  test('the three key quarters have the model, of all fourteen twelve', async () => {
    const round = state.rounds.at(-1)!.id;
    const { items } = await state.designer.api<{ items: object[] }>('GET', `/provinces/38/rounds/${round}/targets`);
    expect(items).toMatchObject([
      { id: 'LC4', reached: 12 },
      { id: 'LC5', reached: 3 },
      { id: 'LC6', reached: 0 },
    ]);
  });
});

describe('Trà Vinh', () => {
  const { state, names, of, unmet, open, criterion } = loaded(traVinh);
  const ROUND = '2025-11';

  test.each([
    ['Long Đức', 'I', [], false, ['TVR1', 'TV11']],
    ['Càng Long', 'II', [], false, ['TVR4']],
    ['Nguyệt Hóa', 'II', ['ROUTE_UPGRADE'], false, ['TVR3', 'TV7']],
    ['Hòa Thuận', 'III', [], null, ['TV12']],
    ['Long Vĩnh', 'III', ['UNFILED_ADDICTS'], false, ['TVR2a', 'TV5']],
    ['Mỹ Long', 'III', ['RECOGNISED_BUT_NOT_V'], true, []],
    ['Tân An', 'IV', ['RECOGNISED_BUT_NOT_V'], true, []],
    ['An Trường', 'V', [], true, []],
  ])('%s is of class %s with flags %j, ready %j, and misses %j', (name, code, flags, ready, missed) => {
    expect(of(ROUND, name)).toMatchObject({ ready, class: { code, determined: true, flags } });
    expect(unmet(ROUND, name)).toEqual(missed);
  });

  test('with a hamlet missing the class shown is the least severe that is possible', () => {
    const { ready, class: found } = of(ROUND, 'Đông Hải');
    expect(ready).toBeNull();
    expect(found).toMatchObject({ code: 'II', determined: false, possible: ['II', 'I'] });
  });

  test('addicts and users are compared with the communes of February that merged whole', () => {
    expect(names('2025-02')).toContain('Huyền Hội');
    expect(names(ROUND)).not.toContain('Huyền Hội');
    expect(criterion(ROUND, 'Tân An', 'TVR4')).toMatchObject({ status: 'met', numerator: 15, denominator: 16 });
    expect(criterion(ROUND, 'Càng Long', 'TVR4')).toMatchObject({ numerator: 66, denominator: 60, shortfall: 6 });
  });

  test('a part that came over leaves the comparison open, and with it recognition', () => {
    expect(open(ROUND, 'Hòa Thuận')).toEqual(['TVR4']);
  });

  test('after the deadline of the plan one commune was late, and another had been given until later', async () => {
    const path = `/provinces/86/rounds/${state.rounds.at(-1)!.id}/review`;
    const flagged = async (flag: string) => {
      const { items } = await state.designer.api<{ items: { unit: { name: string }; state: string; late: boolean }[] }>(
        'GET',
        `${path}?flag=${flag}`,
      );
      return items.map((item) => [item.unit.name, item.state, item.late]);
    };
    expect(await flagged('late')).toEqual([['Long Vĩnh', 'submitted', true]]);
    expect(await flagged('extended')).toEqual([
      ['Đông Hải', 'submitted', false],
      ['Hiệp Mỹ', 'returned', false],
    ]);
  });

  test('three of ten communes are recognised, which is too late for the target of 2025 and enough for that of 2030', async () => {
    const path = `/provinces/86/rounds/${state.rounds.at(-1)!.id}/targets`;
    const { items } = await state.designer.api<{ items: object[] }>('GET', path);
    expect(items).toMatchObject([
      { id: 'TV1', existing: 10, needed: 2, reached: 0, met: false },
      { id: 'VL1', existing: 10, needed: 2, reached: 3, met: true },
    ]);
  });
});
