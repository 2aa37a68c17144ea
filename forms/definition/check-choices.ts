import type { Issue } from '../issue.ts';
import { definitionError } from './definition-issue.ts';
import type { FormDefinition, Question } from './schema.ts';

/** Whether every select has a list of choices, and every list has choices that differ. */
export function checkChoices(definition: FormDefinition): Issue[] {
  const issues: Issue[] = [];
  const spaceless = new Set<string>();
  definition.sections.forEach((section, s) => {
    section.questions.forEach((question, q) => {
      const list = question.choices;
      if (list !== undefined && question.type === 'select_multiple') spaceless.add(list);
      issues.push(...checkQuestion(question, definition, `sections.${s}.questions.${q}.choices`));
    });
  });
  for (const [list, choices] of Object.entries(definition.choices)) {
    if (choices.length === 0) {
      issues.push(
        definitionError(
          'empty_choices',
          `choices.${list}`,
          `Danh sách “${list}” chưa có lựa chọn nào.`,
          `The list “${list}” has no choices.`,
        ),
      );
    }
    const seen = new Set<string>();
    choices.forEach(({ name }, c) => {
      const path = `choices.${list}.${c}.name`;
      if (seen.has(name)) {
        issues.push(
          definitionError('duplicate_choice', path, `Lựa chọn “${name}” bị lặp.`, `The choice “${name}” stands twice.`),
        );
      }
      seen.add(name);
      if (spaceless.has(list) && /\s/.test(name)) issues.push(spaceInChoice(path, name));
    });
  }
  return issues;
}

function checkQuestion(question: Question, definition: FormDefinition, path: string): Issue[] {
  const { choices: list, type, name } = question;
  const select = type === 'select_one' || type === 'select_multiple';
  if (select && list === undefined) {
    return [
      definitionError(
        'choices_missing',
        path,
        `Câu hỏi “${name}” cần một danh sách lựa chọn.`,
        `The question “${name}” needs a list of choices.`,
      ),
    ];
  }
  if (list !== undefined && !Object.hasOwn(definition.choices, list)) {
    return [
      definitionError(
        'unknown_choices',
        path,
        `Không có danh sách lựa chọn “${list}”.`,
        `There is no list of choices named “${list}”.`,
      ),
    ];
  }
  return [];
}

/** As text, several choices are parted by spaces. */
function spaceInChoice(path: string, name: string): Issue {
  return definitionError(
    'space_in_choice',
    path,
    `Lựa chọn “${name}” có dấu cách, nên không dùng được trong câu hỏi chọn nhiều.`,
    `The choice “${name}” has a space, so it cannot stand in a question with several answers.`,
  );
}
