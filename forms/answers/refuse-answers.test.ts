import { expect, test } from 'vitest';
import { templates } from '../templates/templates.ts';
import { refuseAnswers } from './refuse-answers.ts';
import { richForm } from './rich-form.fixture.ts';

const form = templates['tam-duong-2024']!;

test.each<[string, Parameters<typeof refuseAnswers>[2], string[]]>([
  ['answers of their types', { population: 412, tip_box: 'yes', as_of: '2024-11-15', evidence: 'Biên bản' }, []],
  ['blanks of any kind', { population: null, tip_box: '', evidence: null }, []],
  ['a check that fails', { households_total: 1, households_committed: 2 }, []],
  ['a number as text', { population: '412' }, ['wrong_type population']],
  ['a fraction of a person', { population: 0.5 }, ['not_whole population']],
  ['a negative count', { population: -1 }, ['too_small population']],
  ['a choice that is not offered', { tip_box: 'maybe' }, ['unknown_choice tip_box']],
  ['a day that is none', { as_of: '2024-02-30' }, ['not_a_date as_of']],
  ['a question of the other level', { models_effective: 1 }, ['unknown_question models_effective']],
  ['what no question is called', { khong_co: null }, ['unknown_question khong_co']],
])('%s: what a program gives is judged value by value', (_, answers, expected) => {
  const issues = refuseAnswers(form, 'village', answers);
  expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual(expected);
});

test('nobody answers a calculation', () => {
  expect(refuseAnswers(richForm(), 'village', { share: 5 })).toMatchObject([{ code: 'not_answered', path: 'share' }]);
});
