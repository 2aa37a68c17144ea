import { expect, test } from 'vitest';
import { checkDefinition } from './check-definition.ts';
import type { Question } from './schema.ts';

const label = { vi: 'Câu' };

/** The paths of what is unreachable, in a form where each question is relevant by the expression given. */
function unreachable(relevant: Record<string, string>, sectionRelevant = 'true()'): string[] {
  const questions: Partial<Question>[] = Object.entries(relevant).map(([name, expression]) => ({
    type: 'integer',
    name,
    label,
    relevant: expression,
  }));
  const { definition, issues } = checkDefinition({
    id: 'den-duoc',
    title: label,
    languages: ['vi'],
    sections: [
      {
        name: 'first',
        level: 'village',
        label,
        questions: [
          { type: 'integer', name: 'households', label },
          { type: 'select_one', name: 'board', label, choices: 'yes_no' },
          { type: 'select_multiple', name: 'models', label, choices: 'yes_no' },
        ],
      },
      { name: 'second', level: 'village', label, relevant: sectionRelevant, questions },
    ],
    choices: { yes_no: ['yes', 'no'].map((name) => ({ name, label })) },
  });
  expect(definition).not.toBeNull();
  expect(issues.filter(({ code }) => code !== 'unreachable')).toEqual([]);
  expect(issues.every(({ severity }) => severity === 'warning')).toBe(true);
  return issues.map(({ path }) => path);
}

const own = 'sections.1.questions.0.relevant';

test.each([
  'false()',
  '1 > 2',
  "'' = 'x'",
  'false() and ${households} > 0',
  "${board} = 'yess'",
  "'maybe' = ${board}",
  "selected(${board}, 'maybe')",
  "selected(${models}, 'maybe')",
  "${board} = 'yes' and ${households} > 0 and ${board} = 'no'",
  "${board} = 'maybe' or 1 = 2",
])('a question that is relevant by %s is never asked', (relevant) => {
  expect(unreachable({ detail: relevant })).toEqual([own]);
});

test.each([
  'true()',
  '${households} > 0',
  "${board} = 'yes'",
  "${board} = 'yes' or ${board} = 'no'",
  "${board} = ''",
  "${models} = 'yes no'",
  "${households} = '1' and ${households} = '1.0'",
  "${board} = 'maybe' or ${households} > 0",
  "selected(${models}, 'yes') and selected(${models}, 'no')",
  "today() > '2024-01-01'",
])('a question that is relevant by %s may be asked', (relevant) => {
  expect(unreachable({ detail: relevant })).toEqual([]);
});

test('what waits for an answer that is never given is unreachable too, wherever it stands', () => {
  expect(unreachable({ last: '${middle} > 0', middle: '${gone} > 0', gone: 'false()', blank: "${gone} = ''" })).toEqual(
    ['sections.1.questions.2.relevant', 'sections.1.questions.1.relevant', 'sections.1.questions.0.relevant'],
  );
});

test('a section that is never asked is reported once, and what waits for it by itself', () => {
  expect(unreachable({ inside: 'true()', later: '${inside} > 0' }, "${board} = 'maybe'")).toEqual([
    'sections.1.relevant',
    'sections.1.questions.1.relevant',
  ]);
});
