import type { FormDefinition, Question } from '../../forms/index.ts';
import type { Assessment } from './assess.ts';

const NOT_ASKED: Question['type'][] = ['note', 'calculate', 'hidden'];

/** The questions that a person is to answer, given the answers so far; by the section that asks them or of the whole unit. */
export function askedQuestions(questions: readonly Question[], { relevant }: Pick<Assessment, 'relevant'>): Question[] {
  return questions.filter(({ name, type }) => relevant.has(name) && !NOT_ASKED.includes(type));
}

/** All questions of a unit's level. */
export const questionsOf = (definition: FormDefinition, { unit }: Pick<Assessment, 'unit'>): Question[] =>
  definition.sections.filter(({ level }) => level === unit.level).flatMap(({ questions }) => questions);
