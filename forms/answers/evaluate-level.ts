import type { FormScope } from '../expression/form/scope.ts';
import { toBoolean, toText } from '../expression/form/value.ts';
import type { Issue } from '../issue.ts';
import { textIn } from '../label.ts';
import { type Answers, isBlank, type Value } from '../value.ts';
import type { CompiledLevel, CompiledQuestion } from './compile-level.ts';

/** What the engine has no clock or dice for; an expression that asks for one that is missing gets a blank. */
export type FormContext = Omit<FormScope, 'value' | 'self' | 'choiceLabel' | 'column'>;

/** One unit's answers, as its form's expressions see them. */
export interface EvaluatedLevel {
  /** Usable values of relevant questions, calculations included; what is blank, of the wrong type or not asked is absent. */
  values: Map<string, Value>;
  relevant: Set<string>;
  /** What is wrong with answers that are not usable, by question. */
  unusable: Map<string, Issue>;
  scope: FormScope;
}

/** Works out which questions are relevant and what the calculations give, each after those it reads. */
export function evaluateLevel(level: CompiledLevel, answers: Answers, context: FormContext = {}): EvaluatedLevel {
  const values = new Map<string, Value>();
  const scope: FormScope = { ...context, value: (name) => values.get(name), choiceLabel: choiceLabels(level) };
  const evaluated: EvaluatedLevel = { values, relevant: new Set(), unusable: new Map(), scope };
  for (const compiled of level.inOrder) evaluateQuestion(compiled, answers, evaluated);
  return evaluated;
}

/** Works out one question, of which nothing is noted yet, from those before it. */
export function evaluateQuestion(compiled: CompiledQuestion, answers: Answers, evaluated: EvaluatedLevel): void {
  const { values, relevant, unusable, scope } = evaluated;
  const { name } = compiled.question;
  for (const rule of compiled.relevant) if (!toBoolean(rule.run(scope))) return;
  relevant.add(name);
  const value = answered(compiled, answers, scope);
  if (isBlank(value) || (compiled.calculation && Number.isNaN(value))) return;
  const issue = compiled.entry.validate(value, compiled.question, compiled.choiceNames);
  if (issue) unusable.set(name, issue);
  else values.set(name, value);
}

function answered({ question, calculation }: CompiledQuestion, answers: Answers, scope: FormScope): Value {
  const answer = Object.hasOwn(answers, question.name) ? (answers[question.name] ?? null) : null;
  if (calculation) {
    const value = calculation.run({ ...scope, self: answer });
    // A hidden value is text, whatever it was worked out to be.
    return question.type === 'hidden' && !Number.isNaN(value) ? toText(value) : value;
  }
  if (question.type === 'hidden' && isBlank(answer)) return question.default?.toString() ?? null;
  return answer;
}

/** Reads the label of a question's choice in the form's default language. */
export function choiceLabels(level: CompiledLevel) {
  return (question: string, choice: string): string => {
    const label = level.questions.get(question)?.choices.find(({ name }) => name === choice)?.label;
    return textIn(label, level.language);
  };
}
