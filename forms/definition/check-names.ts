import type { Issue } from '../issue.ts';
import { definitionError } from './definition-issue.ts';
import type { FormDefinition } from './schema.ts';

/** Read by the flags of a classification: the class and the readiness that were just found. */
export const flagNames = ['class', 'ready'];

/** Keys that mean something else to JavaScript than a member of an object. */
const unusable = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Whether each name and id stands for one thing: questions of both levels, attributes and calculations share one namespace,
 * because rules read them all as `${name}`; sections, checks, criteria, targets and the calendar have one each.
 */
export function checkNames(definition: FormDefinition): Issue[] {
  const named = [
    ...definition.sections.flatMap((section, s) =>
      section.questions.map((question, q) => ({ name: question.name, path: `sections.${s}.questions.${q}.name` })),
    ),
    ...definition.attributes.map(({ name }, a) => ({ name, path: `attributes.${a}.name` })),
    ...definition.calculations.map(({ name }, c) => ({ name, path: `calculations.${c}.name` })),
  ];
  return [
    ...duplicates(named, 'duplicate_name'),
    ...named.filter(({ name }) => isReserved(name, definition)).map(reserved),
    ...duplicates(
      definition.sections.map(({ name }, s) => ({ name, path: `sections.${s}.name` })),
      'duplicate_section',
    ),
    ...duplicates(
      definition.checks.map(({ id }, c) => ({ name: id, path: `checks.${c}.id` })),
      'duplicate_check',
    ),
    ...duplicates(
      definition.criteria.map(({ id }, c) => ({ name: id, path: `criteria.${c}.id` })),
      'duplicate_criterion',
    ),
    ...duplicates(
      definition.targets.map(({ id }, t) => ({ name: id, path: `targets.${t}.id` })),
      'duplicate_target',
    ),
    ...duplicates(
      (definition.calendar ?? []).map(({ id }, c) => ({ name: id, path: `calendar.${c}.id` })),
      'duplicate_calendar',
    ),
  ];
}

interface Named {
  name: string;
  path: string;
}

function duplicates(all: Named[], code: string): Issue[] {
  const seen = new Set<string>();
  const issues: Issue[] = [];
  for (const { name, path } of all) {
    if (seen.has(name)) {
      issues.push(definitionError(code, path, `Tên “${name}” đã được dùng.`, `The name “${name}” is already used.`));
    }
    seen.add(name);
  }
  return issues;
}

function isReserved(name: string, definition: FormDefinition): boolean {
  return unusable.has(name) || (definition.classification !== undefined && flagNames.includes(name));
}

function reserved({ name, path }: Named): Issue {
  return definitionError(
    'reserved_name',
    path,
    `Tên “${name}” dành riêng cho hệ thống; chọn tên khác.`,
    `The name “${name}” is reserved; choose another.`,
  );
}
