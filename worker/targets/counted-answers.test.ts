import { expect, test } from 'vitest';
import { formOf } from '../submissions/two-versions.fixture.ts';
import { countedAnswers } from './counted-answers.ts';

const deployed = { name: 'model_deployed', type: 'select_one', choices: 'list', label: { vi: 'Đã triển khai?' } };
const v1 = { id: 'v1', document: formOf([{ ...deployed, name: 'deployed' }]) };
const v2 = { id: 'v2', document: formOf([{ name: 'households' }, { ...deployed, relevant: '${households} > 0' }]) };

const response = (unitId: string, formVersionId: string, answers: Record<string, string | number>) => ({
  ...{ unitId, communeId: 'commune', formVersionId, answers, raw: {} },
});

test('an answer counts under the name that its question has now, and only while it is asked for', () => {
  const counted = countedAnswers(
    v2,
    [v1],
    [
      response('now', 'v2', { households: 12, model_deployed: 'yes' }),
      response('not asked any more', 'v2', { households: 0, model_deployed: 'yes' }),
      response('by the earlier version', 'v1', { deployed: 'yes', households: 3 }),
    ],
  );
  expect([...counted].map(([unitId, answers]) => [unitId, answers.model_deployed])).toEqual([
    ['now', 'yes'],
    ['not asked any more', undefined],
    ['by the earlier version', 'yes'],
  ]);
});
