import { expect, test } from 'vitest';
import { checkAnswers } from '../answers/check-answers.ts';
import { quietVillage, readyCommune } from '../scoring/tam-duong.fixture.ts';
import type { Answers } from '../value.ts';
import { tamDuong2024 } from './tam-duong-2024.ts';

const village = (answers: Answers) => checkAnswers(tamDuong2024, 'village', { ...quietVillage(), ...answers }).issues;
const commune = (answers: Answers) => checkAnswers(tamDuong2024, 'commune', { ...readyCommune, ...answers }).issues;

test('a quiet village and a commune with its models have nothing to correct', () => {
  expect(village({})).toEqual([]);
  expect(commune({})).toEqual([]);
});

test('every count and every yes or no has to be answered, and blank is not 0', () => {
  const asked = tamDuong2024.sections
    .flatMap(({ questions }) => questions)
    .filter(({ type }) => type === 'integer' || type === 'decimal' || type === 'select_one')
    // What the district makes known is not the commune's to answer.
    .filter(({ name }) => name !== 'tv_reports');
  const wanting = [
    ...checkAnswers(tamDuong2024, 'village', {}).issues,
    ...checkAnswers(tamDuong2024, 'commune', {}).issues,
  ];
  expect(wanting.map(({ path }) => path)).toEqual(asked.map(({ name }) => name));
  expect(new Set(wanting.map(({ code }) => code))).toEqual(new Set(['required']));
});

test.each<[string, Answers, 'error' | 'warning']>([
  ['K1.addicts_with_file', { addicts_total: 2, addicts_with_file: 3 }, 'error'],
  ['K1.addicts_rehab', { addicts_total: 2, addicts_rehab: 3 }, 'error'],
  ['K1.addicts_new', { addicts_total: 2, addicts_new: 3 }, 'error'],
  ['K1.mmt_over12m_ok', { addicts_total: 4, mmt_over12m: 1, mmt_over12m_ok: 2 }, 'error'],
  ['K1.users_with_file', { users_total: 2, users_with_file: 3 }, 'error'],
  ['K1.post_rehab_with_file', { post_rehab_total: 0, post_rehab_with_file: 1 }, 'error'],
  ['K1.households_committed', { households_committed: 121 }, 'error'],
  ['K1.no_plant_pledges', { no_plant_pledges: 121 }, 'error'],
  ['K2.addicts_present', { addicts_total: 2, addicts_present: 3 }, 'error'],
  ['K2.addicts_present_rehab', { addicts_total: 2, addicts_present: 1, addicts_present_rehab: 2 }, 'error'],
  ['K2.users_present', { users_total: 2, users_present: 3 }, 'error'],
  ['K2.users_present_with_file', { users_total: 2, users_present: 1, users_present_with_file: 2 }, 'error'],
  ['K3', { addicts_total: 300, users_total: 300, post_rehab_total: 1 }, 'warning'],
  ['K4', { households_total: 0, households_committed: 0, no_plant_pledges: 0 }, 'error'],
  ['K4', { population: 119 }, 'error'],
  ['K5.plants_count', { plants_count: 1 }, 'error'],
  ['K5.plants_area_m2', { plants_area_m2: 0.5 }, 'error'],
  ['K8.mmt_over12m', { mmt_over12m: 1, mmt_over12m_ok: 1 }, 'warning'],
])('%s speaks up for %j, and for nothing else', (rule, answers, severity) => {
  expect(village(answers)).toMatchObject([{ code: 'check', rule, severity }]);
});

test('K11: a count below 0 is refused', () => {
  expect(village({ hotspots: -1 })).toMatchObject([{ code: 'too_small', path: 'hotspots' }]);
});

test('K13: models need evidence, and no model needs none', () => {
  expect(commune({ models_evidence: null })).toMatchObject([{ code: 'required', path: 'models_evidence' }]);
  expect(commune({ models_evidence: null, models_effective: 0 })).toMatchObject([{ path: 'models_evidence' }]);
  expect(commune({ models_evidence: null, models_effective: 0, union_models: 0 })).toEqual([]);
});

test('a check reads as a clerk would say it', () => {
  expect(village({ households_total: 1192, households_committed: 1200, population: 5000 })[0]?.message).toEqual({
    vi: 'Số hộ đã ký cam kết (1.200) lớn hơn tổng số hộ (1.192). Kiểm tra lại hai số này.',
    en: 'The number of households that signed (1,200) is more than the number of households (1,192). Check these two numbers.',
  });
});

test('the eight conditions are requirements, the tasks objectives', () => {
  const ids = (requirement: boolean) =>
    tamDuong2024.criteria.filter((criterion) => criterion.requirement === requirement).map(({ id }) => id);
  expect(ids(true)).toEqual(['TD1', 'TD2', 'TD3a', 'TD3b', 'TD3c', 'TD4', 'TD5', 'TD6a', 'TD6b', 'TD7', 'TD8']);
  expect(ids(false)).toEqual(['TD9', 'TD10', 'TD11', 'TD12', 'TD13', 'TD14', 'TD15', 'TD16']);
});
