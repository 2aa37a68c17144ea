import type { FormDefinition, Level } from '../definition/schema.ts';
import type { Issue } from '../issue.ts';
import { type Answers, isBlank } from '../value.ts';
import { checkQuestion } from './check-question.ts';
import { type CompiledLevel, compileLevel } from './compile-level.ts';
import { evaluateLevel, type FormContext } from './evaluate-level.ts';
import { judgeCheck } from './judge-check.ts';
import { ruleScope } from './rule-scope.ts';

/**
 * What `checkAnswers` finds.
 *
 * - `values`: the answers that count, with calculations filled in. What is not relevant, blank or of the wrong type is left
 *   out; the answers themselves stay with the caller, so that nothing typed is lost.
 * - `relevant`: the questions asked, given these answers.
 * - `issues`, in the order of the questions and then the checks: what a type's `validate` says, `required`, `constraint`,
 *   `unknown_choice`, then `unknown_question`, then `check` (with `rule` and `related`).
 */
export interface CheckedAnswers {
  issues: Issue[];
  values: Answers;
  relevant: Set<string>;
}

/**
 * Judges one unit's answers to one level of a form. A constraint or check is not judged while a question that it reads is
 * blank; one that is not relevant counts as 0.
 *
 * @param context the clock and dice for `today()`, `now()` and `random()`.
 * @throws when the definition is not one that `checkDefinition` accepts.
 */
export function checkAnswers(
  definition: FormDefinition,
  level: Level,
  answers: Answers,
  context: FormContext = {},
): CheckedAnswers {
  const compiled = compileLevel(definition, level);
  const evaluated = evaluateLevel(compiled, answers, context);
  const rules = ruleScope(compiled, evaluated);

  const issues: Issue[] = [];
  const values: Answers = {};
  for (const [name, question] of compiled.questions) {
    const value = evaluated.values.get(name);
    if (value !== undefined) values[name] = value;
    const issue = checkQuestion(question, compiled, evaluated, rules);
    if (issue) issues.push(issue);
  }
  issues.push(...unknownQuestions(compiled, answers));
  for (const check of compiled.checks) {
    const issue = judgeCheck(check, compiled, rules);
    if (issue) issues.push(issue);
  }
  return { issues, values, relevant: evaluated.relevant };
}

/** Answers that the level has no question for; a blank one says nothing and is passed over. */
export function unknownQuestions(level: CompiledLevel, answers: Answers): Issue[] {
  return Object.keys(answers)
    .filter((name) => !level.questions.has(name) && !isBlank(answers[name]))
    .map(unknownQuestion);
}

export const unknownQuestion = (name: string): Issue => ({
  code: 'unknown_question',
  severity: 'error',
  path: name,
  message: { vi: `Phiếu không có câu hỏi “${name}”.`, en: `The form has no question “${name}”.` },
});
