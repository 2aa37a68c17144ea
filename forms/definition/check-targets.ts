import type { Issue } from '../issue.ts';
import { definitionError } from './definition-issue.ts';
import type { FormDefinition, Target } from './schema.ts';

/** Whether each target says how many units it wants, in a state that its level of the form can tell. */
export function checkTargets(definition: FormDefinition): Issue[] {
  return definition.targets.flatMap((target, t) => [
    ...(hasGoal(target) ? [] : [withoutGoal(`targets.${t}`)]),
    ...checkState(target, definition, `targets.${t}.state`),
  ]);
}

function hasGoal({ share, count, units }: Target): boolean {
  return share !== undefined || count !== undefined || units !== undefined;
}

function checkState({ state, level = 'commune' }: Target, definition: FormDefinition, path: string): Issue[] {
  if (!state || !('question' in state)) return [];
  const question = definition.sections
    .filter((section) => section.level === level)
    .flatMap((section) => section.questions)
    .find(({ name }) => name === state.question);
  if (!question) return [unknownQuestion(state.question, `${path}.question`)];
  const choices = question.choices === undefined ? undefined : definition.choices[question.choices];
  const isChoice = choices?.some(({ name }) => name === state.is) ?? true;
  return isChoice ? [] : [unknownChoice(state.is, `${path}.is`)];
}

function withoutGoal(path: string): Issue {
  return definitionError(
    'target_without_goal',
    path,
    'Chỉ tiêu cần nêu “share”, “count” hoặc “units”.',
    'A target needs a “share”, a “count” or “units”.',
  );
}

function unknownQuestion(name: string, path: string): Issue {
  return definitionError(
    'unknown_name',
    path,
    `Chỉ tiêu xét câu hỏi “${name}”, nhưng phần phiếu này không hỏi.`,
    `The target looks at “${name}”, which this part of the form does not ask.`,
  );
}

function unknownChoice(name: string, path: string): Issue {
  return definitionError(
    'unknown_choice',
    path,
    `Câu hỏi của chỉ tiêu không có lựa chọn “${name}”.`,
    `The target’s question has no choice “${name}”.`,
  );
}
