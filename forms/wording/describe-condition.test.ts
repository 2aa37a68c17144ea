import { describe, expect, test } from 'vitest';
import type { FormDefinition, Question } from '../definition/schema.ts';
import { textIn } from '../label.ts';
import { describeCondition } from './describe-condition.ts';

const question = (type: Question['type'], name: string, vi: string, more: Partial<Question> = {}): Question => ({
  type,
  name,
  label: { vi, en: name },
  ...more,
});

const definition: FormDefinition = {
  id: 'words',
  title: { vi: 'Thử' },
  languages: ['vi', 'en'],
  sections: [
    {
      name: 'all',
      level: 'village',
      label: { vi: 'Chung' },
      questions: [
        question('integer', 'addicts', 'Người nghiện'),
        question('integer', 'users', 'Người sử dụng'),
        question('select_one', 'board', 'Bảng', { choices: 'yes_no' }),
        question('select_multiple', 'kinds', 'Loại', { choices: 'kinds' }),
        question('text', 'note', 'Ghi chú'),
        question('date', 'day', 'Ngày'),
        question('calculate', 'hidden', 'Tính'),
      ],
    },
    { name: 'c', level: 'commune', label: { vi: 'Xã' }, questions: [question('integer', 'models', 'Mô hình')] },
  ],
  choices: {
    yes_no: [
      { name: 'yes', label: { vi: 'Có', en: 'Yes' } },
      { name: 'no', label: { vi: 'Không', en: 'No' } },
    ],
    kinds: [{ name: 'plain', label: { vi: 'Thường' } }],
  },
  attributes: [],
  checks: [],
  calculations: [],
  criteria: [],
  targets: [],
};

const say = (source: string, language = 'vi') =>
  describeCondition(source, {
    definition,
    level: 'village',
    language,
    nameOf: (named) => (named.type === 'calculate' ? null : textIn(named.label, language)),
  });

test.each([
  ['${addicts} > 0', 'Người nghiện lớn hơn 0'],
  ['0 < ${addicts}', 'Người nghiện lớn hơn 0'],
  ['${addicts} >= 1000', 'Người nghiện từ 1.000 trở lên'],
  ['${addicts} <= 5', 'Người nghiện không quá 5'],
  ['${addicts} != 0', 'Người nghiện khác 0'],
  ['${addicts} > ${users}', 'Người nghiện lớn hơn Người sử dụng'],
  ['${addicts} + ${users} > 0', 'tổng của Người nghiện và Người sử dụng lớn hơn 0'],
  ["${board} = 'no'", 'Bảng chọn “Không”'],
  ["${board} != 'yes'", 'Bảng không chọn “Có”'],
  ["selected(${kinds}, 'plain')", 'Loại chọn “Thường”'],
  ["not(selected(${kinds}, 'plain'))", 'Loại không chọn “Thường”'],
  ['not(${addicts} > 0)', 'Người nghiện không quá 0'],
  ["${note} = ''", 'Ghi chú để trống'],
  ["${note} != ''", 'Ghi chú có trả lời'],
  ["${note} = 'abc'", 'Ghi chú ghi “abc”'],
  ["${day} >= '2024-06-30'", 'Ngày từ ngày 30/06/2024 trở đi'],
])('%s is said as “%s”', (source, sentence) => {
  expect(say(source)).toBe(sentence);
});

describe('several conditions', () => {
  test('are joined, with parentheses only where they are needed', () => {
    const [a, b, c] = ['${addicts} > 0', '${users} > 0', "${board} = 'yes'"];
    expect(say(`${a} and ${b} and ${c}`)).toBe('Người nghiện lớn hơn 0 và Người sử dụng lớn hơn 0 và Bảng chọn “Có”');
    expect(say(`(${a} or ${b}) and ${c}`)).toBe(
      '(Người nghiện lớn hơn 0 hoặc Người sử dụng lớn hơn 0) và Bảng chọn “Có”',
    );
  });

  test('that are negated together are negated each, the other way joined', () => {
    expect(say("not(${addicts} > 0 and ${board} = 'yes')")).toBe('Người nghiện không quá 0 hoặc Bảng không chọn “Có”');
  });

  test('are not told by halves', () => {
    expect(say('${addicts} > 0 and ${users} * 2 > 3')).toBeNull();
  });
});

test.each([
  ['${addicts} > 0', 'addicts is more than 0'],
  ["${board} = 'no'", 'board is “No”'],
  ["${note} != ''", 'note is answered'],
  ["${addicts} >= 1000 or ${day} < '2024-01-01'", 'addicts is at least 1,000 or day is before 01/01/2024'],
])('%s is said in English as “%s”', (source, sentence) => {
  expect(say(source, 'en')).toBe(sentence);
});

test.each([
  ['what it cannot read', '${addicts} >'],
  ['a calculation that the reader does not see', '${hidden} > 0'],
  ['a question of another level', '${models} > 0'],
  ['a choice that is not in the list', "${board} = 'maybe'"],
  ['other arithmetic and functions', '${addicts} * 2 > 3'],
  ['a number of choices', 'count-selected(${kinds}) > 1'],
  ['a constant', 'true()'],
  ['a text compared as a number', '${note} > 3'],
])('says nothing of %s', (_, source) => {
  expect(say(source)).toBeNull();
});
