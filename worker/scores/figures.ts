import {
  type Answers,
  type CommuneInput,
  checkAnswers,
  type FormDefinition,
  type Level,
  type Question,
} from '../../forms/index.ts';

const COUNTED: Question['type'][] = ['integer', 'decimal'];

const countedOf = (definition: FormDefinition, level: Level): string[] =>
  definition.sections
    .filter((section) => section.level === level)
    .flatMap(({ questions }) => questions.filter(({ type }) => COUNTED.includes(type)).map(({ name }) => name));

/** Doubles add up to 0.30000000000000004; nobody counts finer than a millionth. */
const rounded = (sum: number): number => Math.round(sum * 1e6) / 1e6;

/**
 * A commune's figures, for comparing it with others: of each question that asks for a number the sum over the units that answered
 * it, villages and the commune itself. A question that nobody answered has none, because that is not 0 (docs/domain.md, K11);
 * neither has an answer that is kept but not asked for now.
 */
export function figuresOf(definition: FormDefinition, { commune, villages }: CommuneInput): Record<string, number> {
  const figures: Record<string, number> = {};
  const add = (level: Level, names: string[], answers: Answers) => {
    const { values } = checkAnswers(definition, level, answers);
    for (const name of names) {
      const value = values[name];
      if (typeof value === 'number') figures[name] = rounded((figures[name] ?? 0) + value);
    }
  };
  add('commune', countedOf(definition, 'commune'), commune);
  const asked = countedOf(definition, 'village');
  for (const { answers } of villages) if (answers) add('village', asked, answers);
  return figures;
}
