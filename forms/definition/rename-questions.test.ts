import { expect, test } from 'vitest';
import { checkDefinition } from './check-definition.ts';
import { renameQuestions } from './rename-questions.ts';

const label = { vi: 'Câu' };

const { definition } = checkDefinition({
  id: 'doi-ten',
  title: label,
  languages: ['vi'],
  sections: [
    {
      name: 's',
      level: 'village',
      label,
      questions: [
        { type: 'integer', name: 'a', label },
        { type: 'integer', name: 'b', label, constraint: '. <= ${a}', constraint_message: { vi: '${b} quá ${a}' } },
        { type: 'select_one', name: 'test', label, choices: 'test', choice_filter: 'test = ${b}' },
        { type: 'text', name: 'c', label, default: "concat(${a}, 'a')" },
        { type: 'text', name: 'd', label, default: 'a', calculation: "jr:choice-name(${test},'${test}')" },
      ],
    },
  ],
  choices: { test: [{ name: 'x', label, test: '${a}' }] },
  checks: [{ id: 'a', level: 'village', test: '${a}+${b} > 0', severity: 'error', message: { vi: '${a}, a' } }],
  calculations: [{ name: 'total', expression: 'sum(${a})' }],
  criteria: [{ id: 'C1', title: label, clause: 'I', requirement: true, test: 'sum(${b}) > ${total}' }],
});

const renamed = (names: Record<string, string>) => renameQuestions(definition!, new Map(Object.entries(names)));

test('a name is changed wherever the form reads it, and nowhere else', () => {
  const { sections, checks, calculations, choices } = renamed({ a: 'alpha' });
  const [a, b, , c, d] = sections[0]!.questions;
  expect(a?.name).toBe('alpha');
  expect(b).toMatchObject({ constraint: '. <= ${alpha}', constraint_message: { vi: '${b} quá ${alpha}' } });
  expect(c?.default).toBe("concat(${alpha}, 'a')");
  expect(d?.default).toBe('a');
  expect(checks[0]).toMatchObject({ id: 'a', test: '${alpha} + ${b} > 0', message: { vi: '${alpha}, a' } });
  expect(calculations[0]?.expression).toBe('sum(${alpha})');
  expect(choices).toEqual(definition!.choices);
});

test('two questions may change names with each other', () => {
  const { sections, checks } = renamed({ a: 'b', b: 'a' });
  expect(sections[0]!.questions.slice(0, 2).map(({ name }) => name)).toEqual(['b', 'a']);
  expect(checks[0]?.test).toBe('${b} + ${a} > 0');
});

test('a calculation may be renamed too, and the question whose labels are shown', () => {
  const { sections, calculations, criteria } = renamed({ total: 'sum_a', test: 'place' });
  expect(calculations[0]?.name).toBe('sum_a');
  expect(criteria[0]?.test).toBe('sum(${b}) > ${sum_a}');
  expect(sections[0]!.questions[4]?.calculation).toBe("jr:choice-name(${place}, '${place}')");
});

test('an expression that does not read the name stays as it is written, and the result is a sound form', () => {
  const form = renamed({ b: 'beta' });
  expect(form.calculations[0]?.expression).toBe('sum(${a})');
  expect(form.sections[0]!.questions[4]?.calculation).toBe("jr:choice-name(${test},'${test}')");
  expect(checkDefinition(form).definition).not.toBeNull();
});
