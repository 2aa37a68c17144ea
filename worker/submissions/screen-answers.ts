import { type Answers, type Issue, personalDataIssue } from '../../forms/index.ts';
import type { Patch } from './patch.ts';

/**
 * What of a unit's answers, and of the text that could not be read as one, looks like the data of a person, by question. Whatever
 * the question's type: text can be sent for any.
 */
export function personalDataIssues({ answers, raw }: { answers: Answers; raw: Patch<string> }): Issue[] {
  const texts = [...Object.entries(answers), ...Object.entries(raw)].flatMap(([name, value]) =>
    [value].flat().flatMap((text) => (typeof text === 'string' ? [{ name, text }] : [])),
  );
  const issues = texts.flatMap(({ name, text }) => personalDataIssue(name, text) ?? []);
  return issues.filter(({ path }, index) => issues.findIndex((issue) => issue.path === path) === index);
}
