import { expect, test } from 'vitest';
import type { Question, QuestionType } from '../definition/schema.ts';
import type { Value } from '../value.ts';
import { questionTypeEntries } from './registry.ts';

const choices = new Set(['yes', 'no', 'unsure']);

function question(type: QuestionType, parameters?: Record<string, string>): Question {
  return { type, name: 'q', label: { vi: 'Câu hỏi' }, ...(parameters && { parameters }) };
}

test.each<[QuestionType, Value]>([
  ['integer', 0],
  ['integer', 9007199254740991],
  ['decimal', 0.5],
  ['text', 'Biên bản số 3'],
  ['text', 'x'.repeat(2000)],
  ['date', '2024-02-29'],
  ['date', '2000-02-29'],
  ['select_one', 'yes'],
  ['select_multiple', ['yes', 'unsure']],
  ['acknowledge', 'OK'],
  ['hidden', 'v2'],
  ['calculate', 3],
])('a %s takes %j', (type, value) => {
  expect(questionTypeEntries[type].validate(value, question(type), choices)).toBeNull();
});

test.each<[QuestionType, Value, string]>([
  ['integer', '12', 'wrong_type'],
  ['integer', true, 'wrong_type'],
  ['integer', 1.5, 'not_whole'],
  ['integer', Number.NaN, 'not_whole'],
  ['integer', -1, 'too_small'],
  ['integer', 9007199254740992, 'too_large'],
  ['decimal', '0,5', 'wrong_type'],
  ['decimal', Number.POSITIVE_INFINITY, 'wrong_type'],
  ['decimal', -0.5, 'too_small'],
  ['text', 5, 'wrong_type'],
  ['text', 'x'.repeat(2001), 'too_long'],
  ['note', 'x', 'not_asked'],
  ['date', 20240101, 'wrong_type'],
  ['date', '2023-02-29', 'not_a_date'],
  ['date', '1900-02-29', 'not_a_date'],
  ['date', '2024-13-01', 'not_a_date'],
  ['date', '2024-00-10', 'not_a_date'],
  ['date', '2024-04-31', 'not_a_date'],
  ['date', '31/12/2024', 'not_a_date'],
  ['select_one', 'maybe', 'unknown_choice'],
  ['select_one', ['yes'], 'wrong_type'],
  ['select_multiple', 'yes', 'wrong_type'],
  ['select_multiple', ['yes', 'maybe'], 'unknown_choice'],
  ['select_multiple', ['yes', 'yes'], 'duplicate_choice'],
  ['acknowledge', true, 'wrong_type'],
  ['hidden', 5, 'wrong_type'],
])('a %s does not take %j: %s', (type, value, code) => {
  expect(questionTypeEntries[type].validate(value, question(type), choices)).toMatchObject({
    code,
    severity: 'error',
    path: 'q',
  });
});

test.each<[QuestionType, Record<string, string>, number, string | null]>([
  ['integer', { min: '-10', max: '10' }, -10, null],
  ['integer', { min: '-10', max: '10' }, -11, 'too_small'],
  ['integer', { max: '10' }, 11, 'too_large'],
  ['decimal', { min: '0.5' }, 0.4, 'too_small'],
  ['range', { start: '1', end: '5' }, 5, null],
  ['range', { start: '1', end: '5' }, 6, 'too_large'],
  ['range', { start: '1', end: '5' }, 1.5, 'off_step'],
  ['range', { start: '0', end: '1', step: '0.1' }, 0.3, null],
  ['range', { start: '0', end: '1', step: '0.1' }, 0.35, 'off_step'],
  ['range', { start: '-4', end: '4', step: '2' }, -2, null],
])('a %s with parameters %j judges %d as %j', (type, parameters, value, code) => {
  expect(questionTypeEntries[type].validate(value, question(type, parameters), choices)?.code ?? null).toBe(code);
});

test('a bound is named in the message, in each language’s way of writing numbers', () => {
  const issue = questionTypeEntries.integer.validate(1, question('integer', { min: '1000' }), choices);
  expect(issue?.message).toEqual({
    vi: 'Số này phải từ 1.000 trở lên.',
    en: 'This number has to be at least 1,000.',
  });
});

test.each<[QuestionType, string, Value]>([
  ['integer', ' 1.234 ', 1234],
  ['decimal', '1.234,5', 1234.5],
  ['range', '3', 3],
  ['text', ' Biên bản\r\nsố 3 ', 'Biên bản\nsố 3'],
  ['text', 'Ba\u0309n', 'Bản'],
  ['date', '2024-11-30', '2024-11-30'],
  ['date', '30/11/2024', '2024-11-30'],
  ['date', '1/2/2024', '2024-02-01'],
  ['date', '30-11-2024', '2024-11-30'],
  ['date', '30.11.2024', '2024-11-30'],
  ['select_one', 'yes', 'yes'],
  ['select_multiple', 'yes  unsure', ['yes', 'unsure']],
  ['acknowledge', 'on', 'OK'],
  ['acknowledge', 'OK', 'OK'],
  ['hidden', 'v2', 'v2'],
])('a %s reads %j as %j', (type, raw, value) => {
  expect(questionTypeEntries[type].parse(raw, question(type))).toEqual({ value });
});

test.each<[QuestionType, string, string]>([
  ['integer', 'nhiều', 'not_a_number'],
  ['decimal', '1,2,3', 'not_a_number'],
  ['date', '31/02/2024', 'not_a_date'],
  ['date', '11/30/2024', 'not_a_date'],
  ['date', 'hôm qua', 'not_a_date'],
  ['acknowledge', 'maybe', 'wrong_type'],
])('a %s cannot read %j: %s', (type, raw, code) => {
  const { issue, value } = questionTypeEntries[type].parse(raw, question(type));
  expect(issue?.code).toBe(code);
  expect(value).toBeUndefined();
});
