import { describe, expect, test } from 'vitest';
import { Problem } from '../http/problem.ts';
import {
  decideCreate,
  decideDelete,
  decideJob,
  decideRestore,
  decideResume,
  decideSuspend,
  decideToken,
  type NewProvince,
} from './decide.ts';
import type { ProvinceRow } from './job.ts';
import { offeredActs } from './offered-acts.ts';
import { held, NOW, province, rows } from './province.fixture.ts';

/** The decision's problem, `same` where nothing changes, or what it changes. */
function outcome(row: ProvinceRow | null, decided: ProvinceRow | Problem): unknown {
  if (decided instanceof Problem) return decided.code;
  if (decided === row) return 'same';
  const changed = Object.entries(decided).filter(([key, value]) => row?.[key as keyof ProvinceRow] !== value);
  return Object.fromEntries(changed);
}

type Name = keyof typeof rows;
type Table = [Name, unknown][];

const checks = (decide: (row: ProvinceRow) => ProvinceRow | Problem, table: Table) => {
  expect(new Set(table.map(([name]) => name))).toEqual(new Set(Object.keys(rows)));
  for (const [name, wanted] of table) expect([name, outcome(rows[name], decide(rows[name]))]).toEqual([name, wanted]);
};

const begun = (job: string, jobStep: string) => ({ job, jobStep, jobChangedAt: NOW });

test('suspending takes out of service what is in it, and nothing that is being made or is gone', () => {
  checks(
    (row) => decideSuspend(row, NOW),
    [
      ['inService', { suspendedAt: NOW }],
      ['behind', { suspendedAt: NOW }],
      ['byHand', { suspendedAt: NOW }],
      ['rotating', { suspendedAt: NOW }],
      ['suspended', 'same'],
      ['beingMade', 'province_state'],
      ['toBeDeleted', 'province_deleted'],
      ['overdue', 'province_deleted'],
      ['dropping', 'province_deleted'],
      ['deleted', 'province_deleted'],
    ],
  );
});

test('resuming is for what was suspended', () => {
  checks(decideResume, [
    ['inService', 'same'],
    ['behind', 'same'],
    ['byHand', 'same'],
    ['rotating', 'same'],
    ['suspended', { suspendedAt: null }],
    ['beingMade', 'province_state'],
    ['toBeDeleted', 'province_deleted'],
    ['overdue', 'province_deleted'],
    ['dropping', 'province_deleted'],
    ['deleted', 'province_deleted'],
  ]);
});

test('deleting names a day 30 days away and lets go of a job that nobody is at', () => {
  const deleteAfter = '2026-12-27T01:00:00.000Z';
  checks(
    (row) => decideDelete(row, NOW),
    [
      ['inService', { deleteAfter }],
      ['behind', { deleteAfter }],
      ['byHand', { deleteAfter }],
      ['suspended', { deleteAfter }],
      ['rotating', { deleteAfter, job: null, jobStep: null, jobError: null }],
      ['beingMade', { deleteAfter, job: null, jobStep: null, jobError: null }],
      ['toBeDeleted', 'same'],
      ['overdue', 'same'],
      ['dropping', 'same'],
      ['deleted', 'province_deleted'],
    ],
  );
  expect(outcome(null, decideDelete(held(rows.rotating), NOW))).toBe('province_busy');
});

test('a deletion can be taken back until its day and not at it', () => {
  checks(
    (row) => decideRestore(row, NOW),
    [
      ['inService', 'same'],
      ['behind', 'same'],
      ['byHand', 'same'],
      ['suspended', 'same'],
      ['rotating', 'same'],
      ['beingMade', 'same'],
      ['toBeDeleted', { deleteAfter: null }],
      ['overdue', 'province_deleted'],
      ['dropping', 'province_deleted'],
      ['deleted', 'province_deleted'],
    ],
  );
  const lastMoment = province({ deleteAfter: '2026-11-27T01:00:00.001Z' });
  expect(outcome(lastMoment, decideRestore(lastMoment, NOW))).toEqual({ deleteAfter: null });
});

test('what was not made when it was deleted is begun again when it comes back, where its database comes from', () => {
  const unmade = province({ deleteAfter: '2026-12-01T00:00:00.000Z', schemaVersion: 0 });
  expect(outcome(unmade, decideRestore(unmade, NOW))).toEqual({ deleteAfter: null, ...begun('create', 'database') });
  const byHand = { ...unmade, databaseHost: null };
  expect(outcome(byHand, decideRestore(byHand, NOW))).toMatchObject(begun('create', 'migrate'));
});

test.each([
  ['rotate', 'token'],
  ['migrate', 'migrate'],
] as const)('the job to %s begins where no other stands, and goes on where it stands', (job, step) => {
  const other = job === 'rotate' ? 'same' : 'province_busy';
  checks(
    (row) => decideJob(row, job, NOW),
    [
      ['inService', begun(job, step)],
      ['behind', begun(job, step)],
      ['byHand', begun(job, step)],
      ['suspended', begun(job, step)],
      ['rotating', other],
      ['beingMade', 'province_state'],
      ['toBeDeleted', 'province_deleted'],
      ['overdue', 'province_deleted'],
      ['dropping', 'province_deleted'],
      ['deleted', 'province_deleted'],
    ],
  );
  expect(outcome(null, decideJob(held(rows.rotating), job, NOW))).toBe('province_busy');
});

test('a token is taken for a database that was registered by hand, while nothing is being done with it', () => {
  const token = { sealedToken: 'v2.moi', tokenRotatedAt: NOW };
  checks(
    (row) => decideToken(row, 'v2.moi', NOW),
    [
      ['inService', 'province_state'],
      ['behind', 'province_state'],
      ['byHand', token],
      ['suspended', 'province_state'],
      ['rotating', 'province_state'],
      ['beingMade', 'province_state'],
      ['toBeDeleted', 'province_deleted'],
      ['overdue', 'province_deleted'],
      ['dropping', 'province_deleted'],
      ['deleted', 'province_deleted'],
    ],
  );
  const migrating = { ...rows.byHand, job: 'migrate' as const, jobStep: 'migrate' as const };
  expect(outcome(migrating, decideToken(migrating, 'v2.moi', NOW))).toBe('province_state');
});

describe('creating', () => {
  const { code, name, databaseUrl, sealedToken, databaseHost, databaseName, databaseGroup } = rows.byHand;
  const byHand: NewProvince = { code, name, databaseUrl, sealedToken, databaseHost, databaseName, databaseGroup };
  const made: NewProvince = { ...byHand, databaseUrl: '', sealedToken: null, databaseHost: 'turso', databaseName: 'x' };

  test('begins with the database, or with the tables of one that is there', () => {
    expect(decideCreate(null, made, NOW)).toMatchObject({ ...begun('create', 'database'), tokenRotatedAt: null });
    expect(decideCreate(null, byHand, NOW)).toMatchObject({ ...begun('create', 'migrate'), tokenRotatedAt: NOW });
  });

  test('goes on with what is being made, unless somebody is at it', () => {
    const { beingMade } = rows;
    expect(decideCreate(beingMade, made, NOW)).toBe(beingMade);
    expect(outcome(null, decideCreate(held(beingMade), made, NOW))).toBe('province_busy');
  });

  test('uses a code anew only when its database is gone, and then with nothing of before', () => {
    const there: Name[] = [
      'inService',
      'behind',
      'byHand',
      'suspended',
      'rotating',
      'toBeDeleted',
      'overdue',
      'dropping',
    ];
    for (const name of there) expect(outcome(null, decideCreate(rows[name], made, NOW))).toBe('province_exists');
    const anew = decideCreate({ ...rows.deleted, suspendedAt: NOW, schemaVersion: 3 }, made, NOW);
    expect(anew).toMatchObject({
      deletedAt: null,
      deleteAfter: null,
      suspendedAt: null,
      schemaVersion: 0,
      createdAt: NOW,
    });
  });
});

test('a page offers what the decisions allow and what changes something', () => {
  const offered = Object.fromEntries(
    Object.entries(rows).map(([name, row]) => [name, offeredActs(row, NOW).join(' ')]),
  );
  expect(offered).toEqual({
    inService: 'rotate suspend delete',
    behind: 'migrate rotate suspend delete',
    byHand: 'token suspend delete',
    suspended: 'resume rotate delete',
    rotating: 'continue suspend delete',
    beingMade: 'continue delete',
    toBeDeleted: 'restore',
    overdue: '',
    dropping: 'continue',
    deleted: '',
  });
  expect(offeredActs(held(rows.rotating), NOW)).toEqual(['suspend']);
  expect(offeredActs(province({ databaseHost: 'sqld' }), NOW)).toEqual(['suspend', 'delete']);
});
