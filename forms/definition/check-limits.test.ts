import { expect, test } from 'vitest';
import { tamDuong2024 } from '../templates/tam-duong-2024.ts';
import { checkDefinition } from './check-definition.ts';

test.each([null, undefined, 5, 'form', () => {}])('%s is not a form', (json) => {
  const { definition, issues } = checkDefinition(json);
  expect(definition).toBeNull();
  expect(issues[0]?.code).toBe('invalid_type');
});

test('a document that goes in circles is not a form', () => {
  const json: { self?: unknown } = {};
  json.self = json;
  expect(checkDefinition(json).issues[0]?.code).toBe('invalid_type');
});

/** Code and path of every error; warnings about languages are beside the point here. */
const errors = (json: unknown) =>
  checkDefinition(json)
    .issues.filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => [code, path]);

test('a form of more than 2 MB is refused for that alone', () => {
  // Đ is two bytes in UTF-8.
  expect(errors({ ...tamDuong2024, title: { vi: 'Đ'.repeat(1_000_000) } })).toEqual([['too_large', '']]);
  expect(errors({ ...tamDuong2024, title: { vi: 'D'.repeat(1_000_000) } })).toEqual([]);
});

test('a form takes 1,000 questions and no more', () => {
  const asked = tamDuong2024.sections.flatMap(({ questions }) => questions).length;
  const withMore = (count: number) => {
    const questions = Array.from({ length: count - asked }, (_, i) => ({
      type: 'note',
      name: `n${i}`,
      label: { vi: 'Ghi chú' },
    }));
    const section = { name: 'more', level: 'village', label: { vi: 'Thêm' }, questions };
    return { ...tamDuong2024, sections: [...tamDuong2024.sections, section] };
  };
  expect(errors(withMore(1000))).toEqual([]);
  expect(errors(withMore(1001))).toEqual([['too_large', 'sections']]);
});

test('a form takes 10,000 choices and no more', () => {
  const withMore = (count: number) => {
    const many = Array.from({ length: count - 2 }, (_, i) => ({ name: `c${i}`, label: { vi: 'Chọn' } }));
    return { ...tamDuong2024, choices: { ...tamDuong2024.choices, many } };
  };
  expect(errors(withMore(10_000))).toEqual([]);
  expect(errors(withMore(10_001))).toEqual([['too_large', 'choices']]);
});
