import { expect, test } from 'vitest';
import { templates } from '../templates/templates.ts';
import { singlesOut } from './sensitive.ts';

const questions = Object.values(templates).flatMap(({ sections }) => sections.flatMap(({ questions }) => questions));
const named = (name: string) => questions.find((question) => question.name === name)!;

test.each([
  ...[
    'addicts_total',
    'users_present',
    'post_rehab_with_file',
    'resident_offenders',
    'fugitives_known',
    'students_involved',
  ],
  ...['hotspots', 'retailers', 'gangs', 'plants_count', 'plants_area_m2', 'tests_due', 'psychosis_incidents'],
  ...['addict_families', 'union_families_with_drugs', 'legal_aid_requests', 'agencies_with_drugs', 'suspected_addicts'],
])('few of %s can identify somebody', (name) => {
  expect(singlesOut(named(name))).toBe(true);
});

test.each([
  ...[
    'population',
    'households_total',
    'households_committed',
    'no_plant_pledges',
    'models_effective',
    'schools_total',
  ],
  ...['unions_total', 'anxh_total', 'months_with_comms', 'broadcasts', 'hotline_board', 'evidence', 'as_of'],
])('few of %s cannot', (name) => {
  expect(singlesOut(named(name))).toBe(false);
});

test('a number of a form of one’s own can, unless its unit says otherwise', () => {
  expect(singlesOut({ type: 'integer', name: 'x' })).toBe(true);
  expect(singlesOut({ type: 'calculate', name: 'x', calculation: '1' })).toBe(true);
  expect(singlesOut({ type: 'integer', name: 'x', unit: { vi: 'hộ' } })).toBe(false);
  expect(singlesOut({ type: 'select_one', name: 'x', choices: 'yes_no' })).toBe(false);
});
