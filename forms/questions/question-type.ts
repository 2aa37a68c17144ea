import type { Question } from '../definition/schema.ts';
import type { ValueKind } from '../expression/kind.ts';
import type { Issue } from '../issue.ts';
import type { Value } from '../value.ts';

/** What was read from a text field: the value, or why the text cannot be one. */
export type ParsedAnswer = { value: Value; issue?: undefined } | { value?: undefined; issue: Issue };

/** How one question type treats its answers. One file per type; `registry.ts` lists them. */
export interface QuestionTypeEntry {
  /** What an answer is to an expression; null for a type that never has a value. */
  kind: ValueKind | null;
  /** Whether a person answers it, as opposed to a note, a calculation or a hidden value. */
  asked: boolean;
  /** What is wrong with a value that is not blank; `choices` are the choice names that may be picked. */
  validate(value: Value, question: Question, choices: ReadonlySet<string>): Issue | null;
  /** Reads what a person typed (never empty). The caller keeps the text when it cannot be read. */
  parse(raw: string, question: Question): ParsedAnswer;
}
