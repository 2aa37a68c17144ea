import { describe, expect, test } from 'vitest';
import { templates } from '../../forms/index.ts';
import type { FillFile } from '../fill/file.ts';
import type { Entry } from './sync/entry.ts';
import { startUnit, type, type UnitSync } from './sync/unit-sync.ts';
import { makeUnsentFile, readUnsentFile } from './unsent-file.ts';

const definition = templates['tam-duong-2024']!;
const number = (answer: number | null): Entry => ({ answer, raw: null });
const unit = (id: string) => ({
  ...{ id, name: 'Nà Can', kindLabel: 'bản', level: 'village' as const, answers: {}, raw: {}, defaults: {} },
  ...{ revision: 1, savedAt: null, previous: null, baseline: null },
});
const file: FillFile = {
  now: '2024-12-06T07:32:00.000Z',
  form: { versionId: 'version-1', hash: 'hash-1' },
  round: { id: 'round', name: 'Năm 2024', dueAt: null, closesAt: null, previousName: null, period: null },
  link: { unitId: 'commune', level: 'commune', canSubmit: true },
  commune: { id: 'commune', name: 'Bản Bo', kindLabel: 'xã', attributes: {} },
  submission: { state: 'collecting', reference: null, submittedAt: null },
  editable: true,
  refusal: null,
  units: [unit('v1'), unit('v2')],
  earlier: {},
  comments: [],
};
const record = (unitId: string, population: number): UnitSync =>
  startUnit({
    ...{ unitId, formVersionId: 'version-1', defaults: {} },
    server: { revision: 1, savedAt: null, answers: { population }, raw: {} },
  });
const records = new Map([
  ['v1', type(record('v1', 100), 'population', number(120), number(100))],
  ['v2', record('v2', 50)],
]);
const made = makeUnsentFile(file, records.values(), '2024-12-06T08:00:00.000Z');
const read = (content: unknown, now: FillFile = file) =>
  readUnsentFile(typeof content === 'string' ? content : JSON.stringify(content), now, definition, records);

test('the file holds what was typed and not sent, with what it was typed over', () => {
  expect(made).toEqual({
    ...{ kind: 'dia-ban/unsent-answers', version: 1, madeAt: '2024-12-06T08:00:00.000Z' },
    ...{ communeId: 'commune', formHash: 'hash-1' },
    units: [{ unitId: 'v1', answers: { population: { now: number(120), before: number(100) } } }],
  });
});

test('read again it gives the same answers, as typed over what they were typed over', () => {
  expect(read(made)).toEqual([{ unitId: 'v1', name: 'population', entry: number(120), seen: number(100) }]);
});

test('an answer that somebody has changed since becomes a conflict and overwrites nothing', () => {
  const [typed] = read(made) as Exclude<ReturnType<typeof read>, string>;
  const after = type(record('v1', 111), typed!.name, typed!.entry, typed!.seen);
  expect(after).toMatchObject({ waiting: {}, conflicts: { population: { mine: number(120), theirs: number(111) } } });
});

describe('what is not taken over', () => {
  test.each([
    ['text that is no file of ours', 'xin chào', 'unreadable'],
    ['another kind of file', { kind: 'other', version: 1 }, 'unreadable'],
    ['nothing', null, 'unreadable'],
    ['a file of a later version', { ...made, version: 2 }, 'version'],
    ['the file of another commune', { ...made, communeId: 'other' }, 'other_commune'],
  ])('%s', (_, content, reason) => {
    expect(read(content)).toBe(reason);
  });

  test.each([
    ['units that the link does not show', { ...made, units: [{ ...made.units[0], unitId: 'v9' }] }],
    ['questions that the form does not ask', { ...made, units: [{ unitId: 'v1', answers: { other: made } }] }],
    [
      'answers of no known shape',
      { ...made, units: [{ unitId: 'v1', answers: { population: { now: 5, before: 3 } } }] },
    ],
    ['units without answers', { ...made, units: [{ unitId: 'v1', answers: null }, null] }],
  ])('%s', (_, content) => {
    expect(read(content)).toEqual([]);
  });
});
