import { expect, test } from 'vitest';
import { checkDefinition } from '../definition/check-definition.ts';
import type { Check, Question } from '../definition/schema.ts';
import type { Answers } from '../value.ts';
import { checkAnswers } from './check-answers.ts';

function form(questions: Partial<Question>[], checks: Partial<Check>[] = [], sectionRelevant?: string) {
  const label = (text: string | undefined) => ({ vi: text ?? '', en: text ?? '' });
  const { definition, issues } = checkDefinition({
    id: 'mau-thu',
    title: label('Mẫu thử'),
    languages: ['vi', 'en'],
    sections: [
      {
        name: 'gate',
        level: 'village',
        label: label('Mở đầu'),
        questions: [{ type: 'integer', name: 'households', label: label('Số hộ') }],
      },
      {
        name: 'main',
        level: 'village',
        label: label('Nội dung'),
        ...(sectionRelevant && { relevant: sectionRelevant }),
        questions: questions.map((question) => ({ type: 'integer', label: label(question.name), ...question })),
      },
      {
        name: 'commune',
        level: 'commune',
        label: label('Xã'),
        questions: [{ type: 'integer', name: 'models', label: label('Mô hình'), required: true }],
      },
    ],
    choices: {
      yes_no: [
        { name: 'yes', label: { vi: 'Có', en: 'Yes' } },
        { name: 'no', label: { vi: 'Không', en: 'No' } },
      ],
      places: [
        { name: 'hon', label: label('Bản Hon'), district: 'north' },
        { name: 'tam', label: label('Nà Tăm'), district: 'south' },
      ],
    },
    checks: checks.map((check, i) => ({
      id: `K${i}`,
      level: 'village',
      severity: 'error',
      message: label('Kiểm tra lại.'),
      ...check,
    })),
  });
  if (!definition) throw new Error(JSON.stringify(issues));
  return (answers: Answers) => checkAnswers(definition, 'village', answers);
}

const codes = ({ issues }: ReturnType<typeof checkAnswers>) => issues.map(({ code, path }) => `${code} ${path}`);

test('sound answers come back as values without issues', () => {
  const check = form([{ name: 'signed', constraint: '. <= ${households}' }]);
  expect(check({ households: 10, signed: 10 })).toEqual({
    issues: [],
    values: { households: 10, signed: 10 },
    relevant: new Set(['households', 'signed']),
  });
});

test('an answer of the wrong type is reported once and left out of the values', () => {
  const check = form([{ name: 'signed', required: true, constraint: '. > 0' }]);
  const result = check({ households: 10, signed: '5' });
  expect(codes(result)).toEqual(['wrong_type signed']);
  expect(result.values).toEqual({ households: 10 });
});

test('an answer to a question that the level does not ask is reported, unless it is blank', () => {
  const check = form([{ name: 'signed' }]);
  expect(codes(check({ models: 1, nonsense: 'x', gone: null }))).toEqual([
    'unknown_question models',
    'unknown_question nonsense',
  ]);
});

test('names that every object has are not taken for answers', () => {
  const check = form([{ name: 'toString', required: true }]);
  expect(codes(check({}))).toEqual(['required toString']);
});

test.each([null, '', undefined])('a required question is wanting while it is blank (%j)', (signed) => {
  const check = form([{ name: 'signed', required: true }]);
  const { issues } = check(signed === undefined ? {} : { signed });
  expect(issues).toMatchObject([
    {
      code: 'required',
      severity: 'error',
      path: 'signed',
      message: { vi: 'Chưa có số liệu. Nếu không phát sinh, ghi 0.' },
    },
  ]);
});

test('0 is an answer', () => {
  expect(form([{ name: 'signed', required: true }])({ signed: 0 }).issues).toEqual([]);
});

test('a question may be required by a condition, in words of its own', () => {
  const check = form([
    {
      name: 'evidence',
      type: 'text',
      required: '${households} > 5',
      required_message: {
        vi: 'Có ${households} hộ thì ghi minh chứng.',
        en: 'With ${households} households, give evidence.',
      },
    },
  ]);
  expect(check({ households: 5 }).issues).toEqual([]);
  expect(check({ households: 1200 }).issues[0]).toMatchObject({
    code: 'required',
    message: { vi: 'Có 1.200 hộ thì ghi minh chứng.', en: 'With 1,200 households, give evidence.' },
  });
});

test('what is not relevant is neither wanted nor counted, and its answer stays with the caller', () => {
  const check = form([
    { name: 'addicts' },
    { name: 'with_file', relevant: '${addicts} > 0', required: true, constraint: '. > 100' },
  ]);
  const answers = { addicts: 0, with_file: 3 };
  const result = check(answers);
  expect(result.issues).toEqual([]);
  expect(result.values).toEqual({ addicts: 0 });
  expect([...result.relevant]).toEqual(['households', 'addicts']);
  expect(answers).toEqual({ addicts: 0, with_file: 3 });
});

test('a section that is not relevant takes its questions with it, and what depends on them', () => {
  const check = form(
    [
      { name: 'addicts', required: true },
      { name: 'with_file', relevant: '${addicts} > 0' },
    ],
    [],
    '${households} > 0',
  );
  expect([...check({ households: 0, addicts: 4 }).relevant]).toEqual(['households']);
  expect([...check({ households: 1, addicts: 4 }).relevant]).toEqual(['households', 'addicts', 'with_file']);
});

test('calculations are filled in after what they read, wherever they stand, and whatever was sent', () => {
  const check = form([
    { name: 'share', type: 'calculate', calculation: 'round(100 * ${unsigned} div ${households}, 1)' },
    { name: 'unsigned', type: 'calculate', calculation: '${households} - ${signed}' },
    { name: 'signed' },
    { name: 'why', type: 'text', relevant: '${unsigned} > 0', required: true },
  ]);
  const result = check({ households: 12, signed: 5, unsigned: 99 });
  expect(result.values).toEqual({ households: 12, share: 58.3, unsigned: 7, signed: 5 });
  expect(codes(result)).toEqual(['required why']);
  expect(check({ households: 12 }).values).toEqual({ households: 12 });
});

test('a constraint is judged on an answer, not on a blank, and not while it reads one', () => {
  const check = form([
    {
      name: 'signed',
      constraint: '. <= ${households}',
      constraint_message: { vi: '${signed} quá ${households}.', en: '${signed} over ${households}.' },
    },
  ]);
  expect(check({ households: 10 }).issues).toEqual([]);
  expect(check({ signed: 11 }).issues).toEqual([]);
  expect(check({ households: 10, signed: 1100 }).issues).toEqual([
    { code: 'constraint', severity: 'error', path: 'signed', message: { vi: '1.100 quá 10.', en: '1,100 over 10.' } },
  ]);
});

test('a check names its rule, the first question it reads and the others', () => {
  const check = form(
    [{ name: 'signed' }],
    [
      {
        id: 'K1',
        test: '${signed} <= ${households}',
        severity: 'warning',
        message: {
          vi: 'Số hộ đã ký (${signed}) lớn hơn tổng số hộ (${households}).',
          en: 'Signed (${signed}) is over ${households}.',
        },
      },
    ],
  );
  expect(check({ households: 1192, signed: 1200 }).issues).toEqual([
    {
      code: 'check',
      severity: 'warning',
      path: 'signed',
      rule: 'K1',
      related: ['households'],
      message: { vi: 'Số hộ đã ký (1.200) lớn hơn tổng số hộ (1.192).', en: 'Signed (1,200) is over 1,192.' },
    },
  ]);
});

test('a check is not judged while a question it reads is blank or unusable', () => {
  const check = form([{ name: 'signed' }], [{ test: '${signed} = ${households}' }]);
  expect(codes(check({ signed: 3 }))).toEqual([]);
  expect(codes(check({ signed: 3, households: -1 }))).toEqual(['too_small households']);
  expect(codes(check({ signed: 3, households: 4 }))).toEqual(['check signed']);
});

test('a question that is not relevant counts as 0 in a check', () => {
  const check = form(
    [{ name: 'addicts' }, { name: 'with_file', relevant: '${addicts} > 0' }],
    [{ test: '${with_file} + 1 <= ${households}' }],
  );
  expect(check({ households: 1, addicts: 0, with_file: 5 }).issues).toEqual([]);
  expect(codes(check({ households: 0, addicts: 0 }))).toEqual(['check with_file']);
});

test('a message shows choices by their labels and dates as each language writes them', () => {
  const check = form(
    [
      { name: 'board', type: 'select_one', choices: 'yes_no' },
      { name: 'places', type: 'select_multiple', choices: 'places' },
      { name: 'as_of', type: 'date' },
    ],
    [
      {
        test: "${board} = 'no' and count-selected(${places}) = 0 and ${as_of} != ''",
        message: { vi: '${board}; ${places}; ${as_of}', en: '${board}; ${places}; ${as_of}' },
      },
    ],
  );
  const { issues } = check({ board: 'yes', places: ['hon', 'tam'], as_of: '2024-11-30' });
  expect(issues[0]?.message).toEqual({ vi: 'Có; Bản Hon, Nà Tăm; 30/11/2024', en: 'Yes; Bản Hon, Nà Tăm; 2024-11-30' });
});

test('a choice has to be in the list, and in the part of it that the filter leaves', () => {
  const check = form([
    { name: 'side', type: 'text' },
    { name: 'place', type: 'select_one', choices: 'places', choice_filter: 'district = ${side}' },
  ]);
  expect(codes(check({ side: 'north', place: 'hon' }))).toEqual([]);
  expect(codes(check({ side: 'south', place: 'hon' }))).toEqual(['unknown_choice place']);
  expect(codes(check({ side: 'north', place: 'elsewhere' }))).toEqual(['unknown_choice place']);
});

test('a hidden question has its default until it is given', () => {
  const check = form([{ name: 'version', type: 'hidden', default: 2 }]);
  expect(check({}).values).toEqual({ version: '2' });
  expect(check({ version: '3' }).values).toEqual({ version: '3' });
});

test('today comes from the caller', () => {
  const { definition } = checkDefinition({
    id: 'ngay',
    title: { vi: 'Ngày' },
    languages: ['vi'],
    sections: [
      {
        name: 's',
        level: 'commune',
        label: { vi: 'S' },
        questions: [{ type: 'date', name: 'as_of', label: { vi: 'Ngày' }, constraint: '. <= today()' }],
      },
    ],
  });
  const check = (today: string) =>
    checkAnswers(definition!, 'commune', { as_of: '2024-12-10' }, { today: () => today });
  expect(codes(check('2024-12-10'))).toEqual([]);
  expect(codes(check('2024-12-09'))).toEqual(['constraint as_of']);
});
