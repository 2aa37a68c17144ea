import { asText } from '../expression/score/coerce.ts';
import type { Labels } from '../issue.ts';
import type { CompiledCriterion } from './compile-scoring.ts';
import type { CommuneUnit } from './input-scope.ts';

/** One of the commune's own answers, in words: "Đã ký cam kết: Không". */
export interface Statement {
  question: Labels;
  answer: Labels | string;
}

/** The commune's answers that a criterion reads, those that are not known left out. */
export function statementsOf({ communeQuestions }: CompiledCriterion, { scope }: CommuneUnit): Statement[] {
  return communeQuestions.flatMap(({ question, choices }) => {
    const value = scope.value(question.name);
    const answer = value && value.kind !== 'not_asked' ? asText(value) : null;
    if (answer === null || !question.label) return [];
    return [{ question: question.label, answer: choices.find(({ name }) => name === answer)?.label ?? answer }];
  });
}
