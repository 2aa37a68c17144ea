import * as v from 'valibot';
import type { Issue } from '../issue.ts';
import { definitionError } from './definition-issue.ts';
import { type FormDefinition, FormDefinitionSchema } from './schema.ts';

/**
 * Whether the document has the shape of a form: every key that is missing (`missing`), not known (`unknown_key`), of another
 * type (`invalid_type`) or badly written (`invalid_format`, `out_of_range`), all at once.
 */
export function checkStructure(json: unknown): { definition: FormDefinition | null; issues: Issue[] } {
  const result = v.safeParse(FormDefinitionSchema, json);
  if (result.success) return { definition: result.output, issues: [] };
  return { definition: null, issues: result.issues.map(structureIssue) };
}

function structureIssue(issue: v.BaseIssue<unknown>): Issue {
  const path = v.getDotPath(issue) ?? '';
  const { expected, received } = issue;
  if (issue.kind === 'validation') {
    const code = issue.type === 'regex' || issue.type === 'iso_date' ? 'invalid_format' : 'out_of_range';
    return definitionError(
      code,
      path,
      `Giá trị ${received} không hợp lệ; cần ${expected}.`,
      `The value ${received} is not valid; expected ${expected}.`,
    );
  }
  const atKey = issue.path?.at(-1)?.origin === 'key';
  if (atKey && expected === 'never') {
    return definitionError('unknown_key', path, `Không có mục ${received}.`, `There is no key ${received}.`);
  }
  if (atKey && received === 'undefined') {
    return definitionError('missing', path, `Thiếu mục ${expected}.`, `The key ${expected} is missing.`);
  }
  return definitionError(
    'invalid_type',
    path,
    `Giá trị ${received} không đúng kiểu; cần ${expected}.`,
    `The value ${received} has the wrong type; expected ${expected}.`,
  );
}
