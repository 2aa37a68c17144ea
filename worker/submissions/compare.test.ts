import { expect, test } from 'vitest';
import { compareAnswers, inVersion, type Revision, snapshotAt } from './compare.ts';
import { formOf } from './two-versions.fixture.ts';

const form = formOf([{ name: 'a', label: { vi: 'Số A' } }, { name: 'b' }]);
const revisions: Revision[] = [
  { revision: 1, formVersionId: 'v1', changes: { a: 1, b: 2 }, rawChanges: {} },
  { revision: 2, formVersionId: 'v1', changes: { a: null }, rawChanges: { a: 'vài' } },
  { revision: 3, formVersionId: 'v2', changes: { a: 4 }, rawChanges: { a: null } },
];

test.each([
  [0, {}, {}, ''],
  [1, { a: 1, b: 2 }, {}, 'v1'],
  [2, { b: 2 }, { a: 'vài' }, 'v1'],
  [3, { a: 4, b: 2 }, {}, 'v2'],
])('revision %i is its patches one after another', (revision, answers, raw, formVersionId) => {
  expect(snapshotAt([...revisions].reverse(), revision)).toEqual({ answers, raw, formVersionId });
});

test('questions with different answers are named with both, and others are left out', () => {
  const [before, after] = [snapshotAt(revisions, 1), snapshotAt(revisions, 2)];
  expect(compareAnswers(form, 'village', before, after)).toEqual([
    {
      question: 'a',
      section: 'village',
      label: { vi: 'Số A' },
      before: { answer: 1, raw: null },
      after: { answer: null, raw: 'vài' },
    },
  ]);
  expect(compareAnswers(form, 'village', before, before)).toEqual([]);
});

test('what the form no longer asks comes last and has no section', () => {
  const items = compareAnswers(form, 'village', { answers: { old: 1 }, raw: {} }, { answers: { b: 1 }, raw: {} });
  expect(items.map(({ question, section }) => [question, section])).toEqual([
    ['b', 'village'],
    ['old', null],
  ]);
});

test('a side that was given to an earlier version is shown by the later one', () => {
  const [v1, v2] = [form, formOf([{ name: 'a', type: 'text', label: { vi: 'Số A' } }])];
  const documents = new Map([['v1', v1]]);
  const version = { id: 'v2', document: v2 };
  expect(inVersion(snapshotAt(revisions, 1), version, documents, 'village')).toEqual({
    answers: { a: '1' },
    raw: { b: '2' },
  });
  expect(inVersion(snapshotAt(revisions, 3), version, documents, 'village').answers).toEqual({ a: 4, b: 2 });
});
