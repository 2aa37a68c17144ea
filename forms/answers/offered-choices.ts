import type { Choice, FormDefinition, Level } from '../definition/schema.ts';
import type { FormScope } from '../expression/form/scope.ts';
import { toBoolean } from '../expression/form/value.ts';
import type { Answers, Value } from '../value.ts';
import { type CompiledQuestion, compileLevel } from './compile-level.ts';
import { evaluateLevel, type FormContext } from './evaluate-level.ts';

/**
 * What the `choice_filter`s of a level leave of their questions' choices, by question name; a question without a filter is not
 * named and offers its whole list.
 */
export function offeredChoices(
  definition: FormDefinition,
  level: Level,
  answers: Answers,
  context: FormContext = {},
): Record<string, Choice[]> {
  const compiled = compileLevel(definition, level);
  const { scope, values } = evaluateLevel(compiled, answers, context);
  const filtered = [...compiled.questions].filter(([, { choiceFilter }]) => choiceFilter !== null);
  return Object.fromEntries(
    filtered.map(([name, question]) => {
      const self = values.get(name) ?? null;
      return [name, question.choices.filter((choice) => isOffered(question, choice, self, scope))];
    }),
  );
}

/** Whether a question's `choice_filter` leaves a choice; `self` is the question's own answer. */
export function isOffered(
  { choiceFilter }: CompiledQuestion,
  choice: Choice | undefined,
  self: Value,
  scope: FormScope,
): boolean {
  if (!choiceFilter) return true;
  const column = (key: string) => {
    const cell = choice && Object.hasOwn(choice, key) ? choice[key] : undefined;
    return typeof cell === 'string' ? cell : undefined;
  };
  return toBoolean(choiceFilter.run({ ...scope, self, column }));
}
