import { defaultExpression, staticDefault } from '../definition/default-value.ts';
import type { FormDefinition, Level } from '../definition/schema.ts';
import type { FormValue } from '../expression/form/scope.ts';
import { toList, toNumber, toText } from '../expression/form/value.ts';
import { type Answers, isBlank, type Value } from '../value.ts';
import { type CompiledQuestion, compileLevel } from './compile-level.ts';
import { compileRule } from './compile-rule.ts';
import { dependencyOrder } from './dependency-order.ts';
import { choiceLabels, type FormContext } from './evaluate-level.ts';
import { openSession } from './form-session.ts';

/**
 * The answers that a new response starts from: every question's `default`, and those that are expressions worked out once,
 * now, each after the defaults that it reads. One that its question would not take is left out.
 *
 * @param context the clock and dice; a default that asks for one that is missing is blank.
 * @throws when the definition is not one that `checkDefinition` accepts.
 */
export function initialAnswers(definition: FormDefinition, level: Level, context: FormContext = {}): Answers {
  const compiledLevel = compileLevel(definition, level);
  const { questions } = compiledLevel;
  const answers: Answers = {};
  const dynamic = [];
  for (const [name, compiled] of questions) {
    const { question } = compiled;
    const value = staticDefault(question);
    if (isAnswer(value, compiled)) answers[name] = value;
    const source = defaultExpression(question);
    if (source !== null) dynamic.push({ name, rule: compileRule(source) });
  }
  const session = openSession(definition, level, answers, context);
  const scope = { ...context, value: session.value.bind(session), choiceLabel: choiceLabels(compiledLevel) };
  const rules = new Map(dynamic.map(({ name, rule }) => [name, rule]));
  for (const name of dependencyOrder(dynamic.map(({ name, rule }) => ({ name, reads: rule.names }))).names) {
    const compiled = questions.get(name)!;
    const value = asAnswer(rules.get(name)!.run(scope), compiled);
    if (isAnswer(value, compiled)) session.set(name, value);
  }
  return { ...session.answers };
}

function isAnswer(value: Value, { entry, question, choiceNames }: CompiledQuestion): boolean {
  return !isBlank(value) && entry.validate(value, question, choiceNames) === null;
}

function asAnswer(result: FormValue, { entry }: CompiledQuestion): Value {
  if (entry.kind === 'number') return Number.isNaN(toNumber(result)) ? null : toNumber(result);
  if (entry.kind === 'list') return toList(result);
  return Number.isNaN(result) ? null : toText(result);
}
