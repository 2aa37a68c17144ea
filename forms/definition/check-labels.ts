import type { Issue, Labels } from '../issue.ts';
import { questionTypeEntries } from '../questions/registry.ts';
import { definitionError, definitionWarning } from './definition-issue.ts';
import { measuresOf } from './measures-of.ts';
import type { FormDefinition, Question } from './schema.ts';

/**
 * Whether every text that people read is there in every language of the form: an asked question or a note without any label is
 * an error, a language left out a warning. Quotes are exempt: a plan's own words stay in its language.
 */
export function checkLabels(definition: FormDefinition): Issue[] {
  const unlabelled = questionsOf(definition)
    .filter(({ question }) => isShown(question) && !hasText(question.label))
    .map(({ question, path }) => noLabel(path, question.name));
  const untranslated = textsOf(definition).flatMap(([labels, path]) =>
    labels ? missingLanguages(labels, definition.languages, path) : [],
  );
  return [...unlabelled, ...untranslated];
}

type Text = [labels: Labels | undefined, path: string];

function textsOf(definition: FormDefinition): Text[] {
  const { sections, choices, attributes, checks, calculations, criteria, classification, targets, calendar } =
    definition;
  return [
    [definition.title, 'title'],
    ...sections.map(({ label }, s): Text => [label, `sections.${s}.label`]),
    ...questionsOf(definition).flatMap(({ question, path }): Text[] => [
      [hasText(question.label) ? question.label : undefined, `${path}.label`],
      [question.hint, `${path}.hint`],
      [question.guidance_hint, `${path}.guidance_hint`],
      [question.unit, `${path}.unit`],
      [question.constraint_message, `${path}.constraint_message`],
      [question.required_message, `${path}.required_message`],
    ]),
    ...Object.entries(choices).flatMap(([list, all]) =>
      all.map(({ label }, c): Text => [label, `choices.${list}.${c}.label`]),
    ),
    ...attributes.map(({ label }, a): Text => [label, `attributes.${a}.label`]),
    ...checks.map(({ message }, c): Text => [message, `checks.${c}.message`]),
    ...calculations.map(({ label }, c): Text => [label, `calculations.${c}.label`]),
    ...criteria.flatMap((criterion, c): Text[] => [
      [criterion.title, `criteria.${c}.title`],
      ...measuresOf(criterion).flatMap(({ measure, path }): Text[] => [
        [measure.counts, `criteria.${c}.${path}.counts`],
        [measure.unit, `criteria.${c}.${path}.unit`],
      ]),
    ]),
    ...Object.entries(classification?.labels ?? {}).map(
      ([code, label]): Text => [label, `classification.labels.${code}`],
    ),
    ...(classification?.flags ?? []).map(({ label }, f): Text => [label, `classification.flags.${f}.label`]),
    ...targets.map(({ title }, t): Text => [title, `targets.${t}.title`]),
    ...(calendar ?? []).map(({ title }, c): Text => [title, `calendar.${c}.title`]),
  ];
}

function questionsOf({ sections }: FormDefinition): { question: Question; path: string }[] {
  return sections.flatMap((section, s) =>
    section.questions.map((question, q) => ({ question, path: `sections.${s}.questions.${q}` })),
  );
}

function isShown({ type }: Question): boolean {
  return questionTypeEntries[type].asked || type === 'note';
}

function hasText(labels: Labels | undefined): boolean {
  return labels !== undefined && Object.values(labels).some((text) => text.trim() !== '');
}

function noLabel(path: string, name: string): Issue {
  return definitionError(
    'label_missing',
    `${path}.label`,
    `Câu hỏi “${name}” chưa có nhãn.`,
    `The question “${name}” has no label.`,
  );
}

function missingLanguages(labels: Labels, languages: string[], path: string): Issue[] {
  return languages
    .filter((language) => !labels[language]?.trim())
    .map((language) =>
      definitionWarning(
        'label_missing',
        `${path}.${language}`,
        `Chưa có nội dung bằng ngôn ngữ “${language}”.`,
        `There is no text in the language “${language}”.`,
      ),
    );
}
