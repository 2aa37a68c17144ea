import { expect, test } from 'vitest';
import { policeMatters } from './police-matters.ts';
import { templates } from './templates.ts';

const asked = Object.values(templates).flatMap(({ sections }) =>
  sections.flatMap(({ questions }) => questions.map(({ name }) => name)),
);

test.each(policeMatters)('%s is a question of one of the templates', (name) => {
  expect(asked).toContain(name);
});

test('each form for a plan asks about some police matter', () => {
  for (const { sections } of Object.values(templates)) {
    const names = sections.flatMap(({ questions }) => questions.map(({ name }) => name));
    expect(names.filter((name) => policeMatters.includes(name))).not.toEqual([]);
  }
});
