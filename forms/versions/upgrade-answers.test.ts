import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkAnswers } from '../answers/check-answers.ts';
import { checkDefinition } from '../definition/check-definition.ts';
import type { Question } from '../definition/schema.ts';
import { type Answers, isBlank, type Value } from '../value.ts';
import { upgradeAnswers } from './upgrade-answers.ts';

function form(
  questions: Partial<Question>[],
  choices = ['yes', 'no', '2'],
  communeQuestions: Partial<Question>[] = [],
) {
  const asked = (all: Partial<Question>[]) =>
    all.map((question) => ({ type: 'integer', label: { vi: question.name }, ...question }));
  const label = { vi: 'Câu' };
  const { definition, issues } = checkDefinition({
    id: 'nang-cap',
    title: label,
    languages: ['vi'],
    sections: [
      { name: 'village', level: 'village', label, questions: asked(questions) },
      { name: 'commune', level: 'commune', label, questions: asked(communeQuestions) },
    ],
    choices: { list: choices.map((name) => ({ name, label })) },
  });
  if (!definition) throw new Error(JSON.stringify(issues));
  return definition;
}

const reasons = ({ issues }: ReturnType<typeof upgradeAnswers>) => issues.map(({ code, path }) => `${code} ${path}`);

test('answers to the same version stay as they are, wrong ones and blanks too', () => {
  const same = form([{ name: 'a' }, { name: 'b' }, { name: 'c', type: 'text' }]);
  const answers = { a: -1.5, b: null, c: 'x'.repeat(3000) };
  expect(upgradeAnswers(same, same, 'village', answers)).toEqual({ answers, kept: {}, issues: [] });
});

test('an answer follows its question to a new name', () => {
  const before = form([{ name: 'addict_total', label: { vi: 'Người nghiện' } }, { name: 'b' }]);
  const after = form([{ name: 'addicts_total', label: { vi: 'Người nghiện' } }, { name: 'b' }]);
  expect(upgradeAnswers(before, after, 'village', { addict_total: 3, b: 1 })).toEqual({
    answers: { addicts_total: 3, b: 1 },
    kept: {},
    issues: [],
  });
});

test('two questions may change names with each other, when the author says so', () => {
  const both = form([{ name: 'a' }, { name: 'b' }]);
  const { answers } = upgradeAnswers(both, both, 'village', { a: 1, b: 2 }, { a: 'b', b: 'a' });
  expect(answers).toEqual({ a: 2, b: 1 });
});

test('an answer that is no longer asked is kept aside, and finds its place when it is asked again', () => {
  const [full, short] = [form([{ name: 'a' }, { name: 'b' }]), form([{ name: 'b' }])];
  const down = upgradeAnswers(full, short, 'village', { a: 5, b: 6 });
  expect(down).toMatchObject({ answers: { b: 6 }, kept: { a: 5 } });
  expect(reasons(down)).toEqual(['no_longer_asked a']);
  const again = upgradeAnswers(short, full, 'village', { ...down.kept, ...down.answers });
  expect(again).toEqual({ answers: { a: 5, b: 6 }, kept: {}, issues: [] });
});

test('an answer to a question that another has taken the name of is kept and not mistaken for its', () => {
  const before = form([
    { name: 'a', label: { vi: 'Một' } },
    { name: 'b', label: { vi: 'Hai' } },
  ]);
  const after = form([{ name: 'a', label: { vi: 'Hai' } }]);
  const upgraded = upgradeAnswers(before, after, 'village', { a: 1, b: 2 }, { b: 'a' });
  expect(upgraded).toMatchObject({ answers: { a: 2 }, kept: { a: 1 } });
});

test('an answer to a question that went to the other level is kept', () => {
  const after = form([{ name: 'b' }], undefined, [{ name: 'a' }]);
  const upgraded = upgradeAnswers(form([{ name: 'a' }, { name: 'b' }]), after, 'village', { a: 1 });
  expect(upgraded).toMatchObject({ answers: {}, kept: { a: 1 } });
});

test.each<[Question['type'], Question['type'], Value, Value]>([
  ['integer', 'decimal', 3, 3],
  ['decimal', 'integer', 3, 3],
  ['integer', 'text', 1234, '1234'],
  ['decimal', 'text', 0.5, '0.5'],
  ['text', 'integer', '1.234', 1234],
  ['text', 'date', '30/11/2024', '2024-11-30'],
  ['date', 'text', '2024-11-30', '2024-11-30'],
  ['select_one', 'text', 'yes', 'yes'],
  ['text', 'select_one', 'yes', 'yes'],
  ['integer', 'select_one', 2, '2'],
  ['select_one', 'integer', '2', 2],
  ['select_one', 'select_multiple', 'yes', ['yes']],
  ['select_multiple', 'select_one', ['no'], 'no'],
  ['select_multiple', 'text', ['yes', 'no'], 'yes no'],
])('from %s to %s, %j becomes %j', (from, to, given, expected) => {
  const one = (type: Question['type']) =>
    form([{ name: 'q', type, ...(type.startsWith('select') && { choices: 'list' }) }]);
  const upgraded = upgradeAnswers(one(from), one(to), 'village', { q: given });
  expect(upgraded).toEqual({ answers: { q: expected }, kept: {}, issues: [] });
});

test.each<[Question['type'], Question['type'], Value, string]>([
  ['decimal', 'integer', 1.5, 'not_converted'],
  ['decimal', 'integer', 1.234, 'not_converted'],
  ['text', 'integer', 'khoảng 5', 'not_converted'],
  ['text', 'date', '31/2/2024', 'not_converted'],
  ['select_multiple', 'select_one', ['yes', 'no'], 'not_converted'],
  ['text', 'select_one', 'maybe', 'choice_removed'],
  ['integer', 'calculate', 5, 'no_longer_asked'],
  ['text', 'note', 'x', 'no_longer_asked'],
])('from %s to %s, %j is kept aside', (from, to, given, code) => {
  const one = (type: Question['type']) =>
    form([
      {
        name: 'q',
        type,
        ...(type.startsWith('select') && { choices: 'list' }),
        ...(type === 'calculate' && { calculation: '1 + 1' }),
      },
    ]);
  const upgraded = upgradeAnswers(one(from), one(to), 'village', { q: given });
  expect(upgraded).toMatchObject({ answers: {}, kept: { q: given } });
  expect(reasons(upgraded)).toEqual([`${code} q`]);
});

test('a choice that is gone is kept aside, and the others that were picked with it stay', () => {
  const questions: Partial<Question>[] = [
    { name: 'one', type: 'select_one', choices: 'list' },
    { name: 'several', type: 'select_multiple', choices: 'list' },
  ];
  const upgraded = upgradeAnswers(form(questions), form(questions, ['yes']), 'village', {
    one: 'no',
    several: ['yes', 'no'],
  });
  expect(upgraded.answers).toEqual({ several: ['yes'] });
  expect(upgraded.kept).toEqual({ one: 'no', several: ['yes', 'no'] });
  expect(reasons(upgraded)).toEqual(['choice_removed one', 'choice_removed several']);
});

const types = [
  'integer',
  'decimal',
  'text',
  'date',
  'select_one',
  'select_multiple',
  'range',
  'acknowledge',
  'hidden',
] as const;
const anyQuestion = fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd'), type: fc.constantFrom(...types) });
const anyForm = fc.uniqueArray(anyQuestion, { selector: ({ name }) => name, minLength: 1 }).map((all) =>
  form(
    all.map(({ name, type }) => ({
      name,
      type,
      label: { vi: type },
      ...(type.startsWith('select') && { choices: 'list' }),
      ...(type === 'range' && { parameters: { start: '0', end: '5' } }),
    })),
  ),
);
const anyValue = fc.constantFrom<Value>(
  null,
  0,
  2,
  2.5,
  -1,
  'yes',
  '2',
  '1.234',
  '2024-11-30',
  'OK',
  ['yes'],
  ['no', '2'],
);
const anyAnswers = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'stranger', '__proto__'), anyValue);

test('whatever the versions, each answer is taken over, converted or kept, and nothing else appears', () => {
  fc.assert(
    fc.property(anyForm, anyForm, anyAnswers, (before, after, answers) => {
      const upgraded = upgradeAnswers(before, after, 'village', answers);
      const given = Object.keys(answers).filter((name) => !isBlank(answers[name]));
      const arrived = Object.keys(upgraded.answers).filter((name) => !isBlank(upgraded.answers[name]));
      for (const name of Object.keys(upgraded.kept)) expect(upgraded.kept[name]).toBe(answers[name]);
      expect(upgraded.issues.map(({ path }) => path)).toEqual(Object.keys(upgraded.kept));
      const partly = arrived.filter((name) => Object.hasOwn(upgraded.kept, name) && isSubset(name, upgraded, answers));
      expect(arrived.length + Object.keys(upgraded.kept).length - partly.length).toBeGreaterThanOrEqual(given.length);
      const { issues } = checkAnswers(after, 'village', upgraded.answers);
      expect(issues.filter(({ code }) => code === 'unknown_question')).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

/** Whether an answer was taken over in part and kept whole. */
function isSubset(name: string, { answers, kept }: ReturnType<typeof upgradeAnswers>, given: Answers): boolean {
  const [part, whole] = [answers[name], kept[name]];
  return whole === given[name] && Array.isArray(part) && Array.isArray(whole) && part.length < whole.length;
}
