import { checkDefinition, type FormDefinition, templates } from '../../forms/index.ts';
import { newId } from '../db/id.ts';
import { Problem, problemErrors } from '../http/problem.ts';
import type { FormVersionRow } from './wire.ts';

/** The definition that a command carries or names, checked; or every problem with it. */
export function definitionOf(
  command: { definition: unknown } | { template: string },
  language: 'vi' | 'en',
): FormDefinition | Problem {
  if ('template' in command) {
    return Object.hasOwn(templates, command.template)
      ? templates[command.template]!
      : new Problem('template_unknown', [{ path: 'template', code: 'unknown', detail: command.template }]);
  }
  const { definition, issues } = checkDefinition(command.definition);
  const errors = issues.filter(({ severity }) => severity === 'error');
  return definition ?? new Problem('definition_invalid', problemErrors(errors, language));
}

/** The next version of the form, or the version that already holds exactly this document: writing it twice changes nothing. */
export function createVersion(
  versions: FormVersionRow[],
  document: FormDefinition,
  hash: string,
  now: string,
): { row: FormVersionRow; isNewForm: boolean; isNewVersion: boolean } {
  const same = versions.find((version) => version.hash === hash);
  if (same) return { row: same, isNewForm: false, isNewVersion: false };
  const last = versions.at(-1);
  const row = {
    id: newId(),
    formId: last?.formId ?? newId(),
    number: (last?.number ?? 0) + 1,
    document,
    hash,
    createdAt: now,
    publishedAt: null,
  };
  return { row, isNewForm: last === undefined, isNewVersion: true };
}
