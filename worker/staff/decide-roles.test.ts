import { expect, test } from 'vitest';
import type { Role } from '../auth/permissions.ts';
import { Problem } from '../http/problem.ts';
import { decideRoles } from './decide-roles.ts';

interface Case {
  held: Role[];
  wanted: Role[];
  expected?: Role[];
  actorId?: string;
  otherOperators?: number;
}

const decided = ({ held, wanted, expected, actorId = 'quan-tri', otherOperators = 1 }: Case) =>
  decideRoles({ userId: 'an', held, otherOperators }, { actorId, wanted, expected: expected ?? null });

test('the whole set is given and taken: what is in both stays', () => {
  expect(decided({ held: ['verifier', 'reader'], wanted: ['approver', 'reader', 'reader'] })).toEqual({
    userId: 'an',
    before: ['reader', 'verifier'],
    after: ['approver', 'reader'],
    given: ['approver'],
    taken: ['verifier'],
  });
});

test.each<[string, Case, string]>([
  ['their own roles', { held: ['operator'], wanted: ['operator'], actorId: 'an' }, 'own_account'],
  ['roles where they hold none', { held: ['reader'], wanted: ['reader'], actorId: 'an' }, 'own_account'],
  ['who has no role here', { held: [], wanted: ['reader'] }, 'staff_unknown'],
  ['roles that the caller did not see', { held: ['reader'], wanted: ['auditor'], expected: [] }, 'revision_mismatch'],
  [
    'one role more than the caller saw',
    { held: ['reader', 'auditor'], wanted: ['reader'], expected: ['reader'] },
    'revision_mismatch',
  ],
  ['the last operator', { held: ['operator'], wanted: [], otherOperators: 0 }, 'last_operator'],
  [
    'the last operator by another role',
    { held: ['operator'], wanted: ['national-reader'], otherOperators: 0 },
    'last_operator',
  ],
])('nobody changes %s', (_, change, code) => {
  const refusal = decided(change);
  expect(refusal).toBeInstanceOf(Problem);
  expect((refusal as Problem).code).toBe(code);
});

test.each<[string, Case]>([
  ['an operator while there is another', { held: ['operator'], wanted: [] }],
  [
    'a role beside that of the last operator',
    { held: ['operator', 'national-reader'], wanted: ['operator'], otherOperators: 0 },
  ],
  ['the last role of somebody in a province', { held: ['reader'], wanted: [], otherOperators: 0 }],
  ['roles seen in another order', { held: ['reader', 'auditor'], wanted: [], expected: ['auditor', 'reader'] }],
])('an operator may take away %s', (_, change) => {
  expect(decided(change)).not.toBeInstanceOf(Problem);
});
