import { describe, expect, test } from 'vitest';
import { checkAnswers } from '../answers/check-answers.ts';
import type { FormDefinition, Level } from '../definition/schema.ts';
import type { Answers } from '../value.ts';
import { khoaiChau2024 } from './khoai-chau-2024.ts';
import { langChanh2023 } from './lang-chanh-2023.ts';
import { nationalCore } from './national-core.ts';
import { phuongTien2026 } from './phuong-tien-2026.ts';
import { quietAnswers } from './quiet-answers.fixture.ts';
import { templates } from './templates.ts';
import { traVinh2025 } from './tra-vinh-2025.ts';

const issues = (template: FormDefinition, level: Level, answers: Answers) =>
  checkAnswers(template, level, { ...quietAnswers(template, level), ...answers }).issues;

describe.each(Object.values(templates))('$id', (template) => {
  test('a village where nothing happened and a commune that did everything have nothing to correct', () => {
    expect(issues(template, 'village', {})).toEqual([]);
    expect(issues(template, 'commune', {})).toEqual([]);
  });

  test('every part of a total is held to it (K1, K2, K6), by an error', () => {
    const parts = template.checks.filter(({ id }) => /^K[126]\./.test(id));
    expect(parts.length).toBeGreaterThan(0);
    for (const { id, level, test: rule, severity } of parts) {
      const [part = '', total = ''] = [...rule.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
      const found = issues(template, level, { [part]: 4, [total]: 3 }).find((issue) => issue.rule === id);
      expect([id, found?.severity]).toEqual([id, severity]);
      expect(issues(template, level, { [part]: 3, [total]: 3 }).some((issue) => issue.rule === id)).toBe(false);
      expect(found?.message.vi).toMatch(/\(4\) lớn hơn .+ \(3\)\. Kiểm tra lại hai số này\.$/);
    }
  });

  test('households are 1 or more and no more than people (K4)', () => {
    const rules = (answers: Answers) => issues(template, 'village', answers).map(({ rule }) => rule);
    expect(rules({ households_total: 0 })).toContain('K4');
    expect(rules({ population: 119 })).toContain('K4');
    expect(rules({ population: 120 })).not.toContain('K4');
  });
});

test.each<[string, FormDefinition, Level, Answers, 'error' | 'warning']>([
  ['K3', nationalCore, 'village', { addicts_total: 300, users_total: 300, post_rehab_total: 1 }, 'warning'],
  ['K5.plants_count', khoaiChau2024, 'village', { plants_count: 1 }, 'error'],
  ['K5.plants_area_m2', traVinh2025, 'village', { plants_area_m2: 0.5, plants_area_destroyed_m2: 0.5 }, 'error'],
  ['K6.plants_area_destroyed_m2', phuongTien2026, 'village', { plants_area_destroyed_m2: 0.1 }, 'error'],
  ['K6.fugitives_caught', khoaiChau2024, 'commune', { fugitives_known: 1, fugitives_caught: 2 }, 'error'],
  ['K6.use_points_destroyed', phuongTien2026, 'village', { use_points_detected: 1, use_points_destroyed: 2 }, 'error'],
  ['K6.sale_points_destroyed', langChanh2023, 'village', { sale_points_destroyed: 1 }, 'error'],
  ['K7', traVinh2025, 'village', { resident_offences: 1 }, 'warning'],
  ['K7', traVinh2025, 'village', { resident_offenders: 2 }, 'warning'],
  ['K12.months_with_comms', traVinh2025, 'village', { months_with_comms: 12 }, 'error'],
  ['K12.months_with_comms', traVinh2025, 'village', { as_of: '2025-02-28', months_with_comms: 3 }, 'error'],
])('%s speaks up in %j, and nothing else does', (rule, template, level, answers, severity) => {
  expect(issues(template, level, answers)).toMatchObject([{ code: 'check', rule, severity }]);
});

test('offences with their offenders, and the months of the year so far, are in order', () => {
  expect(issues(traVinh2025, 'village', { resident_offences: 3, resident_offenders: 1 })).toEqual([]);
  expect(issues(traVinh2025, 'village', { as_of: '2025-02-01', months_with_comms: 2 })).toEqual([]);
});

test('no year has a thirteenth month', () => {
  expect(issues(traVinh2025, 'commune', { commune_session_months: 13 })).toMatchObject([
    { code: 'too_large', path: 'commune_session_months' },
  ]);
});

test.each<[FormDefinition, Level, Answers, string]>([
  [khoaiChau2024, 'commune', { youth_models: 0 }, 'models_evidence'],
  [phuongTien2026, 'commune', { schools_total: 1, schools_model: 1 }, 'models_evidence'],
  [langChanh2023, 'village', { model_deployed: 'no' }, 'evidence'],
  [traVinh2025, 'commune', { models_effective: 0, comms_models: 0 }, 'models_evidence'],
  [nationalCore, 'commune', {}, 'models_evidence'],
])('K13: a model or a pledge needs evidence (%#)', (template, level, answers, evidence) => {
  expect(issues(template, level, { ...answers, [evidence]: null })).toMatchObject([
    { code: 'required', path: evidence },
  ]);
});

test.each<[FormDefinition, Level, Answers, string]>([
  [khoaiChau2024, 'commune', { youth_models: 0, commune_pledge: 'no' }, 'models_evidence'],
  [phuongTien2026, 'commune', {}, 'models_evidence'],
  [langChanh2023, 'village', { model_deployed: 'no', village_registered: 'no' }, 'evidence'],
  [traVinh2025, 'commune', { models_effective: 0, comms_models: 0, reintegration_models: 0 }, 'models_evidence'],
])('K13: where there is none, no evidence is wanted (%#)', (template, level, answers, evidence) => {
  expect(issues(template, level, { ...answers, [evidence]: null })).toEqual([]);
});

test('what the district makes known is never required of a commune', () => {
  const known = ['health_fac_total', 'health_fac_qualified', 'survey_rounds'];
  expect(issues(khoaiChau2024, 'commune', Object.fromEntries(known.map((name) => [name, null])))).toEqual([]);
});

test('requirements and objectives are the plans’ own', () => {
  const ids = (template: FormDefinition, requirement: boolean) =>
    template.criteria.filter((criterion) => criterion.requirement === requirement).map(({ id }) => id);
  expect(ids(khoaiChau2024, true)).toEqual([]);
  expect(ids(langChanh2023, true)).toEqual([]);
  expect(ids(phuongTien2026, true)).toEqual(['PT8', 'PT11']);
  expect(ids(traVinh2025, true)).toEqual([
    ...['TVR1', 'TVR2a', 'TVR2b', 'TVR2c', 'TVR3', 'TVR4', 'TVR5', 'TVR6', 'TVR7', 'TVR8'],
  ]);
  expect(ids(traVinh2025, false)).toEqual(Array.from({ length: 13 }, (_, i) => `TV${i + 2}`));
});

test('a plan’s criterion says which clause it answers, in the plan’s words', () => {
  for (const template of Object.values(templates).filter((one) => one !== nationalCore)) {
    for (const { id, clause, quote } of template.criteria) {
      expect([id, clause]).toEqual([id, expect.stringMatching(/^[IV]+\.\d/)]);
      expect([id, quote?.vi]).toEqual([id, expect.stringMatching(/.{20}/)]);
    }
  }
});
