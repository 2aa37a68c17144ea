import type { FormDefinition, Level } from '../definition/schema.ts';
import type { Issue } from '../issue.ts';
import { type Answers, isBlank } from '../value.ts';
import { compileLevel } from './compile-level.ts';

/**
 * Reads a posted HTML form. Every field that is a question's name goes either to `answers`, as a typed value of the
 * question's type, or, when it cannot be read as one, to `raw` as it was typed with an issue that says why; so nothing is
 * emptied in silence. A field left blank is the answer `null`; one that was not sent is in neither; others are ignored.
 *
 * A question in `raw` is blank to `checkAnswers`: show the issue from here instead of its `required`.
 */
export function readInput(
  definition: FormDefinition,
  level: Level,
  fields: Record<string, string | string[]>,
): { answers: Answers; raw: Record<string, string>; issues: Issue[] } {
  const answers: Answers = {};
  const raw: Record<string, string> = {};
  const issues: Issue[] = [];
  for (const [name, { question, entry, choiceNames }] of compileLevel(definition, level).questions) {
    if (!Object.hasOwn(fields, name) || question.calculation || question.type === 'note') continue;
    const field = fields[name] ?? '';
    // Several boxes ticked come as several values: spaces part them, as in XLSForm.
    const text = Array.isArray(field) ? field.join(' ') : field;
    if (text.trim() === '') {
      answers[name] = null;
      continue;
    }
    const parsed = entry.parse(text, question);
    const issue = parsed.issue ?? (isBlank(parsed.value) ? null : entry.validate(parsed.value, question, choiceNames));
    if (issue) {
      raw[name] = text;
      issues.push(issue);
    } else {
      answers[name] = parsed.value ?? null;
    }
  }
  return { answers, raw, issues };
}
