import type { FormDefinition, Level } from '../definition/schema.ts';
import { toBoolean } from '../expression/form/value.ts';
import type { Issue } from '../issue.ts';
import { type Answers, isBlank } from '../value.ts';
import { checkQuestion } from './check-question.ts';
import { type CompiledLevel, compileLevel } from './compile-level.ts';
import { evaluateLevel, type FormContext } from './evaluate-level.ts';
import { fillIn } from './message.ts';
import { ruleScope } from './rule-scope.ts';

/**
 * Judges one unit's answers to one level of a form.
 *
 * - `values`: the answers that count, with calculations filled in. What is not relevant, blank or of the wrong type is left
 *   out; the answers themselves stay with the caller, so that nothing typed is lost.
 * - `relevant`: the questions asked, given these answers.
 * - `issues`, in the order of the questions and then the checks: what a type's `validate` says, `unknown_question`, `required`,
 *   `constraint`, `unknown_choice` and `check` (with `rule` and `related`).
 *
 * A constraint or check is not judged while a question that it reads is blank; one that is not relevant counts as 0.
 *
 * @param context the clock and dice for `today()`, `now()` and `random()`.
 * @throws when the definition is not one that `checkDefinition` accepts.
 */
export function checkAnswers(
  definition: FormDefinition,
  level: Level,
  answers: Answers,
  context: FormContext = {},
): { issues: Issue[]; values: Answers; relevant: Set<string> } {
  const compiled = compileLevel(definition, level);
  const evaluated = evaluateLevel(compiled, answers, context);
  const rules = ruleScope(compiled, evaluated);

  const issues: Issue[] = [];
  const values: Answers = {};
  for (const [name, question] of compiled.questions) {
    const value = evaluated.values.get(name);
    if (value !== undefined) values[name] = value;
    const issue = evaluated.relevant.has(name) && checkQuestion(question, compiled, evaluated, rules);
    if (issue) issues.push(issue);
  }
  issues.push(...unknownQuestions(compiled, answers));
  for (const { check, rule } of compiled.checks) {
    if (!rules.canJudge(rule) || toBoolean(rule.run(rules.scope))) continue;
    const [first = check.id, ...related] = rule.names;
    issues.push({
      code: 'check',
      severity: check.severity,
      path: first,
      message: fillIn(check.message, compiled, (name) => rules.scope.value(name) ?? null),
      rule: check.id,
      ...(related.length > 0 && { related }),
    });
  }
  return { issues, values, relevant: evaluated.relevant };
}

function unknownQuestions(level: CompiledLevel, answers: Answers): Issue[] {
  return Object.keys(answers)
    .filter((name) => !level.questions.has(name) && !isBlank(answers[name]))
    .map((name) => ({
      code: 'unknown_question',
      severity: 'error',
      path: name,
      message: { vi: `Phiếu không có câu hỏi “${name}”.`, en: `The form has no question “${name}”.` },
    }));
}
