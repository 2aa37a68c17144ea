import type { FormScope } from '../expression/form/scope.ts';
import { toBoolean } from '../expression/form/value.ts';
import type { Issue } from '../issue.ts';
import { textIn } from '../label.ts';
import { type Answers, isBlank, type Value } from '../value.ts';
import type { CompiledLevel, CompiledQuestion } from './compile-level.ts';

/** What the engine has no clock or dice for; an expression that asks for one that is missing gets a blank. */
export type FormContext = Pick<FormScope, 'today' | 'now' | 'random'>;

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
  const relevant = new Set<string>();
  const unusable = new Map<string, Issue>();
  const scope: FormScope = { ...context, value: (name) => values.get(name), choiceLabel: choiceLabels(level) };

  for (const compiled of level.inOrder) {
    const { name } = compiled.question;
    if (!compiled.relevant.every((rule) => toBoolean(rule.run(scope)))) continue;
    relevant.add(name);
    const value = answered(compiled, answers, scope);
    if (isBlank(value) || (compiled.calculation && Number.isNaN(value))) continue;
    const issue = compiled.entry.validate(value, compiled.question, compiled.choiceNames);
    if (issue) unusable.set(name, issue);
    else values.set(name, value);
  }
  return { values, relevant, unusable, scope };
}

function answered({ question, calculation }: CompiledQuestion, answers: Answers, scope: FormScope): Value {
  const answer = Object.hasOwn(answers, question.name) ? (answers[question.name] ?? null) : null;
  if (calculation) return calculation.run({ ...scope, self: answer });
  if (question.type === 'hidden' && isBlank(answer)) return question.default?.toString() ?? null;
  return answer;
}

function choiceLabels(level: CompiledLevel) {
  return (question: string, choice: string): string => {
    const label = level.questions.get(question)?.choices.find(({ name }) => name === choice)?.label;
    return textIn(label, level.language);
  };
}
