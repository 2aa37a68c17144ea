import type { FormDefinition, Level } from '../definition/schema.ts';
import type { Issue } from '../issue.ts';
import { answerIssue } from '../questions/answer-issue.ts';
import { type Answers, isBlank } from '../value.ts';
import { unknownQuestion } from './check-answers.ts';
import { type CompiledQuestion, compileLevel } from './compile-level.ts';

/**
 * What is wrong with answers that a program gives as values, each for itself: `unknown_question`, `not_answered` where nobody
 * gives the answer (a note, a calculation), and what the question's type says of a value that is not blank. Relevance,
 * constraints and checks are `checkAnswers`' matter: an answer that breaks them is an answer nevertheless.
 *
 * @throws when the definition is not one that `checkDefinition` accepts.
 */
export function refuseAnswers(definition: FormDefinition, level: Level, answers: Answers): Issue[] {
  const { questions } = compileLevel(definition, level);
  return Object.entries(answers).flatMap(([name, value]) => {
    const compiled = questions.get(name);
    const issue = compiled ? refuse(compiled, value) : unknownQuestion(name);
    return issue ? [issue] : [];
  });
}

function refuse({ question, entry, choiceNames }: CompiledQuestion, value: Answers[string]): Issue | null {
  if (question.calculation || question.type === 'note') {
    return answerIssue(
      question,
      'not_answered',
      'Câu này không do người nhập trả lời.',
      'Nobody answers this question.',
    );
  }
  return isBlank(value) ? null : entry.validate(value, question, choiceNames);
}
