import { type Answers, type FormDefinition, isBlank, readInput, type Section } from '../../forms/index.ts';
import type { Assessment } from './assess.ts';

/** The typed fields of one section, as a form post carries them. */
export type TypedFields = Record<string, string | string[]>;

/**
 * A unit's answers after one section was typed. Only questions that the page showed are touched: an answer that is not relevant
 * now is kept for when it is again. What cannot be read as an answer is kept as it was typed.
 */
export function decideSave(
  definition: FormDefinition,
  section: Section,
  before: Pick<Assessment, 'answers' | 'raw' | 'relevant'>,
  typed: TypedFields,
): { answers: Answers; raw: Record<string, string> } {
  const shown = section.questions.map(({ name }) => name).filter((name) => before.relevant.has(name));
  const fields = Object.fromEntries(shown.map((name) => [name, typed[name] ?? '']));
  const read = readInput(definition, section.level, fields);
  const answers = { ...before.answers };
  const raw = { ...before.raw };
  for (const name of shown) {
    delete answers[name];
    delete raw[name];
    const answer = read.answers[name];
    if (!isBlank(answer)) answers[name] = answer as Answers[string];
    else if (read.raw[name] !== undefined) raw[name] = read.raw[name];
  }
  return { answers, raw };
}
