import type { Issue, Labels } from '../issue.ts';
import { placeholder } from '../label.ts';
import { definitionError } from './definition-issue.ts';
import { knownNames, type Names } from './known-names.ts';
import type { FormDefinition } from './schema.ts';

/** `unknown_name` where a message would fill in a `${name}` that its level of the form does not ask. */
export function checkMessages(definition: FormDefinition): Issue[] {
  const { form } = knownNames(definition);
  return [
    ...definition.sections.flatMap((section, s) =>
      section.questions.flatMap((question, q) => [
        ...strangers(
          question.constraint_message,
          form[section.level],
          `sections.${s}.questions.${q}.constraint_message`,
        ),
        ...strangers(question.required_message, form[section.level], `sections.${s}.questions.${q}.required_message`),
      ]),
    ),
    ...definition.checks.flatMap(({ message, level }, c) => strangers(message, form[level], `checks.${c}.message`)),
  ];
}

function strangers(message: Labels | undefined, names: Names, path: string): Issue[] {
  return Object.entries(message ?? {}).flatMap(([language, text]) =>
    [...text.matchAll(placeholder)]
      .map(([, name = '']) => name)
      .filter((name) => !names.has(name))
      .map((name) =>
        definitionError(
          'unknown_name',
          `${path}.${language}`,
          `Thông báo nhắc đến “${name}”, nhưng phần phiếu này không hỏi.`,
          `The message mentions “${name}”, which this part of the form does not ask.`,
        ),
      ),
  );
}
