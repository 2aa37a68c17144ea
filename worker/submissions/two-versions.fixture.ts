import { checkDefinition, type FormDefinition } from '../../forms/index.ts';

/** A form of one village section, for what becomes of answers from one version to the next. */
export function formOf(questions: object[], choices: string[] = ['yes', 'no']): FormDefinition {
  const label = { vi: 'Câu' };
  const { definition, issues } = checkDefinition({
    id: 'hai-ban',
    title: label,
    languages: ['vi'],
    sections: [
      {
        name: 'village',
        level: 'village',
        label,
        questions: questions.map((question) => ({ type: 'integer', label, ...question })),
      },
      { name: 'commune', level: 'commune', label, questions: [{ type: 'integer', name: 'models', label }] },
    ],
    choices: { list: choices.map((name) => ({ name, label })) },
  });
  if (!definition) throw new Error(JSON.stringify(issues));
  return definition;
}
