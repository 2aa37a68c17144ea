import { expect, test } from 'vitest';
import { formOf } from './two-versions.fixture.ts';
import { type Given, upgradeResponse, upgradeResponses } from './upgrade-response.ts';

const one = (question: object) => formOf([{ name: 'q', ...question }, { name: 'other' }]);
const many = { type: 'select_multiple', choices: 'list' };
const nothing = { answers: {}, raw: {} };

test.each<[string, object, object, Given, Given]>([
  [
    'an answer that fits stays',
    {},
    { type: 'decimal' },
    { answers: { q: 3 }, raw: {} },
    { answers: { q: 3 }, raw: {} },
  ],
  [
    'a number that cannot be a choice is kept as it would be typed',
    {},
    { type: 'select_one', choices: 'list' },
    { answers: { q: 1234 }, raw: {} },
    { answers: {}, raw: { q: '1.234' } },
  ],
  [
    'text that could not be read becomes an answer where it can be now',
    {},
    { type: 'text' },
    { answers: {}, raw: { q: 'khoảng 400' } },
    { answers: { q: 'khoảng 400' }, raw: {} },
  ],
  [
    'text that still cannot be read stays',
    {},
    { type: 'decimal' },
    { answers: {}, raw: { q: 'x' } },
    { answers: {}, raw: { q: 'x' } },
  ],
  ['a blank is nothing to keep', {}, { type: 'date' }, { answers: { q: null }, raw: {} }, nothing],
])('%s', (_, before, after, given, expected) => {
  expect(upgradeResponse(one(before), one(after), 'village', given)).toEqual(expected);
});

test('an answer to a question that is no longer asked is kept under its name, and finds its place when it is asked again', () => {
  const [full, short] = [formOf([{ name: 'a' }, { name: 'b' }]), formOf([{ name: 'b' }])];
  const down = upgradeResponse(full, short, 'village', { answers: { a: 1500, b: 2 }, raw: {} });
  expect(down).toEqual({ answers: { b: 2 }, raw: { a: '1.500' } });
  expect(upgradeResponse(short, full, 'village', down)).toEqual({ answers: { a: 1500, b: 2 }, raw: {} });
});

test('of several choices those that are left stay picked, and all of them are kept as text', () => {
  const [before, after] = [
    formOf([{ name: 'q', ...many }], ['a', 'b', 'c']),
    formOf([{ name: 'q', ...many }], ['a', 'b']),
  ];
  expect(upgradeResponse(before, after, 'village', { answers: { q: ['a', 'c'] }, raw: {} })).toEqual({
    answers: { q: ['a'] },
    raw: { q: 'a c' },
  });
});

test('unreadable text goes with its question to a new name', () => {
  const label = { vi: 'Người nghiện' };
  const [before, after] = [formOf([{ name: 'addict_total', label }]), formOf([{ name: 'addicts_total', label }])];
  const upgraded = upgradeResponse(before, after, 'village', { answers: {}, raw: { addict_total: 'vài người' } });
  expect(upgraded).toEqual({ answers: {}, raw: { addicts_total: 'vài người' } });
});

test('only responses to another version are taken over, each by its own', () => {
  const [v1, v2] = [
    { id: 'v1', document: formOf([{ name: 'a' }]) },
    { id: 'v2', document: formOf([{ name: 'a', type: 'text' }]) },
  ];
  const row = (unitId: string, formVersionId: string) => ({
    ...{ unitId, communeId: 'commune', formVersionId },
    ...{ answers: { a: 5 }, raw: {} },
  });
  const rows = [row('one', 'v1'), row('two', 'v2')];
  const [one_, two] = upgradeResponses(v2, [v1], rows);
  expect(one_).toEqual({ ...rows[0], formVersionId: 'v2', answers: { a: '5' } });
  expect(two).toBe(rows[1]);
});
