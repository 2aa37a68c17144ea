import { expect, test } from 'vitest';
import { checkDefinition } from '../definition/check-definition.ts';
import type { Question } from '../definition/schema.ts';
import { checkAnswers } from './check-answers.ts';
import { initialAnswers } from './initial-answers.ts';

function form(questions: Partial<Question>[]) {
  const label = { vi: 'Câu' };
  const { definition, issues } = checkDefinition({
    id: 'ban-dau',
    title: label,
    languages: ['vi'],
    sections: [
      {
        name: 's',
        level: 'village',
        label,
        questions: questions.map((question) => ({ type: 'integer', label, ...question })),
      },
    ],
    choices: { kinds: ['camera', 'guard', 'box'].map((name) => ({ name, label })) },
  });
  if (!definition) throw new Error(JSON.stringify(issues));
  return definition;
}

test('each default becomes an answer of its question’s type', () => {
  expect(
    initialAnswers(
      form([
        { name: 'hotspots', default: '0' },
        { name: 'area', type: 'decimal', default: '1.5' },
        { name: 'year', type: 'text', default: 2024 },
        { name: 'as_of', type: 'date', default: '2024-11-30' },
        { name: 'kind', type: 'select_one', choices: 'kinds', default: 'guard' },
        { name: 'kinds', type: 'select_multiple', choices: 'kinds', default: 'camera box' },
        { name: 'place', type: 'text', default: 'Nhà văn hóa(mới)' },
        { name: 'blank' },
      ]),
      'village',
    ),
  ).toEqual({
    hotspots: 0,
    area: 1.5,
    year: '2024',
    as_of: '2024-11-30',
    kind: 'guard',
    kinds: ['camera', 'box'],
    place: 'Nhà văn hóa(mới)',
  });
});

test('a default may be an expression, worked out once with the caller’s clock and in the order of what reads what', () => {
  const definition = form([
    { name: 'unsigned', default: '${households} - ${signed}' },
    { name: 'households', default: '12' },
    { name: 'signed', default: 'int(${households} div 2)' },
    { name: 'as_of', type: 'date', default: 'today()' },
    { name: 'stamp', type: 'hidden', default: "concat('v', ${households})" },
    { name: 'kind', type: 'select_one', choices: 'kinds', default: 'guard' },
    { name: 'shown', type: 'text', default: "jr:choice-name(${kind}, '${kind}')" },
  ]);
  expect(initialAnswers(definition, 'village', { today: () => '2024-11-30' })).toEqual({
    households: 12,
    signed: 6,
    unsigned: 6,
    as_of: '2024-11-30',
    stamp: 'v12',
    kind: 'guard',
    shown: 'Câu',
  });
});

test('a default that comes to nothing, or to what the question does not take, is left out', () => {
  const definition = form([
    { name: 'unsigned', default: '3 - ${households}' },
    { name: 'households' },
    { name: 'below', default: 'int(-3.5)' },
    { name: 'word', default: 'none' },
    { name: 'kind', type: 'select_one', choices: 'kinds', default: 'drone' },
    { name: 'as_of', type: 'date', default: 'today()' },
  ]);
  expect(initialAnswers(definition, 'village')).toEqual({});
});

test('a hidden question has the value of its expression until it is given one', () => {
  const definition = form([
    { name: 'households' },
    { name: 'double', type: 'hidden', default: 'int(2 * ${households})' },
  ]);
  const double = (answers: Record<string, number | string>) =>
    checkAnswers(definition, 'village', answers).values.double;
  expect(double({ households: 4 })).toBe('8');
  expect(double({ households: 4, double: 'given' })).toBe('given');
  expect(double({})).toBeUndefined();
});
