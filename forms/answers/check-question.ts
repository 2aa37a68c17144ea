import type { FormScope } from '../expression/form/scope.ts';
import { toBoolean } from '../expression/form/value.ts';
import type { Issue } from '../issue.ts';
import { answerIssue } from '../questions/answer-issue.ts';
import { unknownChoice } from '../questions/select-one.ts';
import type { Value } from '../value.ts';
import type { CompiledLevel, CompiledQuestion } from './compile-level.ts';
import type { EvaluatedLevel } from './evaluate-level.ts';
import { fillIn } from './message.ts';
import { isOffered } from './offered-choices.ts';
import type { RuleScope } from './rule-scope.ts';

/**
 * The first thing wrong with the answer to one question: its type, then `required`, its choices, its constraint. Nothing is
 * wrong with one that is not relevant.
 */
export function checkQuestion(
  compiled: CompiledQuestion,
  level: CompiledLevel,
  { relevant, unusable, values, scope }: EvaluatedLevel,
  rules: RuleScope,
): Issue | null {
  const { question, entry, constraint, required } = compiled;
  if (!relevant.has(question.name)) return null;
  const wrong = unusable.get(question.name);
  if (wrong) return wrong;
  const own = (issue: Issue, message: typeof question.constraint_message): Issue =>
    message ? { ...issue, message: fillIn(message, level, (name) => rules.scope.value(name) ?? null) } : issue;

  const value = values.get(question.name);
  if (value === undefined) {
    const wanted = typeof required === 'boolean' ? required : toBoolean(required.run(scope));
    return wanted && entry.asked && !compiled.calculation ? own(blank(compiled), question.required_message) : null;
  }
  const stranger = filteredOut(compiled, value, scope);
  if (stranger !== undefined) return unknownChoice(question, stranger);
  if (!constraint || !rules.canJudge(constraint)) return null;
  if (toBoolean(constraint.run({ ...rules.scope, self: value }))) return null;
  return own(
    answerIssue(
      question,
      'constraint',
      'Câu trả lời này chưa hợp lệ. Kiểm tra lại.',
      'This answer is not valid. Check it.',
    ),
    question.constraint_message,
  );
}

function blank({ question, entry }: CompiledQuestion): Issue {
  return entry.kind === 'number'
    ? answerIssue(
        question,
        'required',
        'Chưa có số liệu. Nếu không phát sinh, ghi 0.',
        'There is no figure yet. If there was none, write 0.',
      )
    : answerIssue(question, 'required', 'Chưa có câu trả lời.', 'There is no answer yet.');
}

/** The first choice picked that the question's `choice_filter` leaves out. */
function filteredOut(compiled: CompiledQuestion, value: Value, scope: FormScope): string | undefined {
  if (!compiled.choiceFilter) return undefined;
  const picked = Array.isArray(value) ? value : [String(value)];
  return picked.find((name) => {
    const choice = compiled.choices.find((candidate) => candidate.name === name);
    return !isOffered(compiled, choice, value, scope);
  });
}
