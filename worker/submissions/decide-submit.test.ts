import { expect, test } from 'vitest';
import { Problem } from '../http/problem.ts';
import { decideSubmit, receiptOf } from './decide-submit.ts';
import { communeFile, NOW, response, version } from './file.fixture.ts';
import { formOf } from './two-versions.fixture.ts';

const required = version('v1', formOf([{ name: 'a', required: true }]));
const stored = [response({ answers: { a: 1 }, revision: 3 }), response({ unitId: 'commune', revision: 2 })];
const file = (parts: Parameters<typeof communeFile>[0] = {}) => communeFile({ version: required, stored, ...parts });
const command = { id: 'new', inputsVersion: 5, reasons: {} };

test('a submission says what was handed in, under a number that it keeps', () => {
  const change = decideSubmit(file(), command, NOW);
  expect(change).toMatchObject({ id: 'new', late: false, reasons: {}, revisions: { village: 3, commune: 2 } });
  const again = decideSubmit(file({ submission: { reference: '7KQD-M3TX', returnedAt: NOW } }), command, NOW);
  expect(again).toMatchObject({ reference: '7KQD-M3TX' });
});

test.each([
  ['a day before the deadline', '2024-06-02T00:00:00.000Z', null, false],
  ['at the deadline', NOW, null, true],
  ['after it, within an extension', '2024-05-01T00:00:00.000Z', '2024-06-01T00:00:00.001Z', false],
])('%s it is late or not', (_, dueAt, extendedUntil, late) => {
  expect(decideSubmit(file({ round: { dueAt }, submission: { extendedUntil } }), command, NOW)).toMatchObject({ late });
});

test.each([
  ['already handed in', { submission: { submittedAt: NOW } }, command, 'already_submitted'],
  ['of a closed round', { round: { closesAt: NOW } }, command, 'round_closed'],
  ['changed since it was shown', {}, { ...command, inputsVersion: 4 }, 'revision_mismatch'],
  ['with a blank and no reason', { stored: [response()] }, { ...command, inputsVersion: 1 }, 'incomplete_submission'],
])('a file %s is not submitted', (_, parts, given, code) => {
  const decided = decideSubmit(file(parts), given, NOW);
  expect(decided).toBeInstanceOf(Problem);
  expect((decided as Problem).code).toBe(code);
});

test('a blank is submitted with a reason', () => {
  const reasons = { 'village:blank': ' Bản bị cô lập ' };
  const decided = decideSubmit(file({ stored: [response()] }), { ...command, inputsVersion: 1, reasons }, NOW);
  expect(decided).toMatchObject({ reasons: { 'village:blank': 'Bản bị cô lập' } });
});

test('a reason with the data of a person is not taken, and says which characters', () => {
  const given = { ...command, inputsVersion: 1, reasons: { 'village:blank': 'Hỏi chị B, SN 1990' } };
  expect(decideSubmit(file({ stored: [response()] }), given, NOW)).toMatchObject({
    code: 'incomplete_submission',
    errors: [{ path: 'village:blank', code: 'personal_data', detail: expect.stringContaining('“SN 1990”') }],
  });
});

test('what was stored before texts were screened has to be taken out before the file is handed in', () => {
  const given = [response({ answers: { a: 1 }, raw: { b: 'gọi 0912345678' } })];
  const older = version('v1', formOf([{ name: 'a' }, { name: 'b', type: 'text' }]));
  expect(decideSubmit(file({ version: older, stored: given }), { ...command, inputsVersion: 1 }, NOW)).toMatchObject({
    code: 'incomplete_submission',
    errors: [{ path: 'village:personal_data:b', detail: expect.stringContaining('“0912345678”') }],
  });
});

test('what an earlier form asked and this one does not is to be acknowledged with a reason', () => {
  const older = [version('v0', formOf([{ name: 'a' }, { name: 'gone' }]))];
  const given = [response({ formVersionId: 'v0', answers: { a: 1, gone: 7 } })];
  const decided = decideSubmit(file({ older, stored: given }), { ...command, inputsVersion: 1 }, NOW);
  expect(decided).toMatchObject({
    code: 'incomplete_submission',
    errors: [{ path: 'village:no_longer_asked:gone', detail: expect.stringContaining('7') }],
  });
});

test('a receipt is that of the submission with its id, and of no other step', () => {
  const step = {
    roundId: 'round',
    communeId: 'commune',
    at: NOW,
    actorKind: 'link',
    actorId: 'l',
    revisions: {},
  } as const;
  const steps = [
    { ...step, id: 's1', kind: 'submit' as const, detail: { reference: 'A', late: true } },
    { ...step, id: 'w1', kind: 'withdraw' as const, detail: {} },
  ];
  expect(receiptOf({ steps }, 's1')).toEqual({ reference: 'A', submittedAt: NOW, late: true });
  expect(receiptOf({ steps }, 'w1')).toBeNull();
  expect(receiptOf({ steps }, 's2')).toBeNull();
});
