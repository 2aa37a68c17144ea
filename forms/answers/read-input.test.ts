import { expect, test } from 'vitest';
import { checkDefinition } from '../definition/check-definition.ts';
import { checkAnswers } from './check-answers.ts';
import { readInput } from './read-input.ts';

const label = { vi: 'Câu hỏi' };
const { definition } = checkDefinition({
  id: 'mau-thu',
  title: { vi: 'Mẫu thử' },
  languages: ['vi'],
  sections: [
    {
      name: 'village',
      level: 'village',
      label: { vi: 'Thôn' },
      questions: [
        { type: 'integer', name: 'households', label, required: true },
        { type: 'decimal', name: 'area', label },
        { type: 'date', name: 'as_of', label },
        { type: 'select_one', name: 'board', label, choices: 'yes_no' },
        { type: 'select_multiple', name: 'models', label, choices: 'kinds' },
        { type: 'note', name: 'hello', label },
        { type: 'calculate', name: 'double', calculation: '2 * ${households}' },
      ],
    },
    { name: 'commune', level: 'commune', label: { vi: 'Xã' }, questions: [{ type: 'text', name: 'remark', label }] },
  ],
  choices: {
    yes_no: [
      { name: 'yes', label },
      { name: 'no', label },
    ],
    kinds: [
      { name: 'camera', label },
      { name: 'guard', label },
    ],
  },
});

const read = (fields: Record<string, string | string[]>) => readInput(definition!, 'village', fields);

test('each field becomes a value of its question’s type', () => {
  expect(
    read({ households: '1.192', area: '1.234,5', as_of: '30/11/2024', board: 'yes', models: ['camera', 'guard'] }),
  ).toEqual({
    answers: { households: 1192, area: 1234.5, as_of: '2024-11-30', board: 'yes', models: ['camera', 'guard'] },
    raw: {},
    issues: [],
  });
});

test('what cannot be read is kept as it was typed, with the reason', () => {
  const { answers, raw, issues } = read({ households: 'khoảng 1.200', area: '-3', as_of: '31/2/2024', board: 'maybe' });
  expect(answers).toEqual({});
  expect(raw).toEqual({ households: 'khoảng 1.200', area: '-3', as_of: '31/2/2024', board: 'maybe' });
  expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'not_a_number households',
    'too_small area',
    'not_a_date as_of',
    'unknown_choice board',
  ]);
});

test('a number in the English way is not silently cut down to a few', () => {
  expect(read({ households: '1,192' })).toMatchObject({
    answers: {},
    raw: { households: '1,192' },
    issues: [{ code: 'not_whole' }],
  });
});

test('a field that was emptied is the answer null, and one that was not sent is left alone', () => {
  expect(read({ households: '  ', models: [] })).toEqual({
    answers: { households: null, models: null },
    raw: {},
    issues: [],
  });
});

test('fields that are no question of this level to answer are ignored', () => {
  expect(read({ csrf: 'x', remark: 'of the commune', hello: 'x', double: '4', toString: 'x' })).toEqual({
    answers: {},
    raw: {},
    issues: [],
  });
});

test('what was read is what checkAnswers takes', () => {
  const { answers } = read({ households: '10', area: '0,5', as_of: '2024-11-30', board: 'no', models: ['guard'] });
  expect(checkAnswers(definition!, 'village', answers)).toMatchObject({ issues: [], values: { double: 20 } });
});
