import { expect, test } from 'vitest';
import { checkDefinition } from './check-definition.ts';
import type { Check, Criterion, FormDefinition, Measure, Question, Target } from './schema.ts';

const label = { vi: 'Câu' };

function warnings(more: Partial<FormDefinition>, questions: Partial<Question>[] = []): string[] {
  const { definition, issues } = checkDefinition({
    id: 'dat-duoc',
    title: label,
    languages: ['vi'],
    sections: [
      {
        name: 'village',
        level: 'village',
        label,
        questions: [
          ...['part', 'middle', 'total', 'other'].map((name) => ({ type: 'integer', name, label })),
          ...questions.map((question) => ({ type: 'integer', label, ...question })),
        ],
      },
      { name: 'commune', level: 'commune', label, questions: [{ type: 'integer', name: 'models', label }] },
    ],
    ...more,
  });
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(definition).not.toBeNull();
  return issues.map(({ code, path }) => `${code} ${path}`);
}

const criterion = (rule: Partial<Criterion>): Criterion => ({
  id: 'C1',
  title: label,
  clause: 'I',
  requirement: true,
  ...rule,
});

test.each(['false()', '1 = 2', 'sum(${part}) < 0', '${models} <= -1', 'sum(${part}) > 0 and false()', 'any(false())'])(
  'a criterion with the test %s is never met',
  (rule) => {
    expect(warnings({ criteria: [criterion({ test: rule })] }).filter((one) => !one.startsWith('no_'))).toEqual([
      'never_met criteria.0',
    ]);
  },
);

test.each([
  'true()',
  'sum(${part}) = 0',
  'sum(${part}) >= 100000',
  'count-if(${part} > 0) = 14',
  'count-villages() = 14',
  'sum(${part}) < previous(sum(${part}))',
])('a criterion with the test %s can be met', (rule) => {
  expect(warnings({ criteria: [criterion({ test: rule })] })).toEqual([]);
});

test('a bound on the answers bounds what a criterion can come to', () => {
  const asked = [{ name: 'months', parameters: { max: '12' } }];
  const least: Measure = { numerator: 'min(${months})', comparison: '>', target: 12 };
  expect(warnings({ criteria: [criterion({ measure: least })] }, asked)).toEqual(['never_met criteria.0']);
  expect(warnings({ criteria: [criterion({ measure: { ...least, comparison: '>=' } })] }, asked)).toEqual([]);
});

test('a criterion whose condition is always false never applies', () => {
  expect(warnings({ criteria: [criterion({ applicable: '${models} < 0', test: 'true()' })] })).toEqual([
    'never_applies criteria.0.applicable',
  ]);
});

const atMost = (left: string, right: string, severity: Check['severity'] = 'error'): Check => ({
  id: `${left} ${right}`,
  level: 'village',
  test: `\${${left}} <= \${${right}}`,
  severity,
  message: label,
});

const share = (comparison: Measure['comparison'], target: number, more: Partial<Measure> = {}) => [
  criterion({
    measure: { numerator: 'sum(${part})', denominator: 'sum(${total})', comparison, target, empty: 'met', ...more },
  }),
];

test.each<[Measure['comparison'], number, boolean]>([
  ['>=', 1.01, true],
  ['=', 1.2, true],
  ['>', 1, true],
  ['>=', 1, false],
  ['>', 0.9, false],
  ['<=', 2, false],
])('a share %s %d of a total that the part may not exceed is told of: %s', (comparison, target, told) => {
  const found = warnings({ criteria: share(comparison, target), checks: [atMost('part', 'total')] });
  expect(found).toEqual(told ? ['never_met criteria.0.measure.target'] : []);
});

test('a part may be kept within its total by way of another question, or by its constraint', () => {
  const chain = [atMost('part', 'middle'), atMost('middle', 'total')];
  expect(warnings({ criteria: share('>', 1), checks: chain })).toHaveLength(1);
  const bounded = { numerator: 'sum(${bounded})' };
  const asked = [{ name: 'bounded', constraint: '. >= 1 and . <= ${total}' }];
  expect(warnings({ criteria: share('>', 1, bounded) }, asked)).toHaveLength(1);
});

test('a share that only a warning bounds, or nothing, may be over 100 %', () => {
  expect(warnings({ criteria: share('>', 1) })).toEqual([]);
  expect(warnings({ criteria: share('>', 1), checks: [atMost('part', 'total', 'warning')] })).toEqual([]);
});

test('of several parts each needs a total of its own', () => {
  const checks = [atMost('part', 'total'), atMost('middle', 'total'), atMost('middle', 'other')];
  const parts = { numerator: 'sum(${part}) + sum(${middle})' };
  expect(warnings({ criteria: share('>', 1, parts), checks })).toEqual([]);
  const totals = { ...parts, denominator: 'sum(${total}) + sum(${other})' };
  expect(warnings({ criteria: share('>', 1, totals), checks })).toHaveLength(1);
});

test('a target that wants more units than it names contradicts itself', () => {
  const target: Target = { id: 'T1', title: label, clause: 'V', by: '2025-12-31', units: ['A', 'B'] };
  expect(warnings({ targets: [{ ...target, count: 3 }] })).toEqual(['contradictory_target targets.0.count']);
  expect(warnings({ targets: [{ ...target, count: 2 }] })).toEqual([]);
});
