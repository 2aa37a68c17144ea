import type { Question } from '../definition/schema.ts';
import { toText } from '../expression/form/value.ts';
import { questionTypeEntries } from '../questions/registry.ts';
import { isBlank, type Value } from '../value.ts';

/** An answer as another version's question takes it; `lost` says why that is not all of it. */
export interface ConvertedAnswer {
  value?: Value;
  lost?: 'no_longer_asked' | 'not_converted' | 'choice_removed';
}

/**
 * Converts where the result is exactly what was answered: a whole number to a decimal, a choice to its name as text, text to a
 * number or a date that it reads as. An answer to a question whose type has not changed stays as it is, right or wrong, because
 * it is `checkAnswers` that judges; but not a choice that can no longer be shown as picked.
 *
 * @param was the question that was answered, if it is known.
 * @param choices the names that may be picked now.
 */
export function convertAnswer(
  value: Value,
  was: Question | undefined,
  question: Question,
  choices: ReadonlySet<string>,
): ConvertedAnswer {
  const entry = questionTypeEntries[question.type];
  const fits = (candidate: Value) => entry.validate(candidate, question, choices) === null;
  // What a calculation comes to is worked out again; but a figure that somebody gave is not overwritten by it unseen.
  if (question.type === 'calculate') return was?.type === 'calculate' ? { value } : { lost: 'no_longer_asked' };
  if (isBlank(value) || fits(value)) return { value };
  if (isSelect(question)) return pick(value, question, choices);
  if (was?.type === question.type) return { value };
  if (typeof value === 'number' && entry.kind === 'number') {
    // Out of its new bounds it is still the number that was given.
    return question.type === 'integer' && !Number.isInteger(value) ? { lost: 'not_converted' } : { value };
  }
  // A number is written out but never read as text would be: 1.234 is no thousand.
  const parsed = entry.parse(toText(value), question);
  return !isBlank(parsed.value) && fits(parsed.value) ? { value: parsed.value } : { lost: 'not_converted' };
}

function isSelect({ type }: Question): boolean {
  return type === 'select_one' || type === 'select_multiple';
}

function pick(value: Value, question: Question, choices: ReadonlySet<string>): ConvertedAnswer {
  const picked = Array.isArray(value) ? value : [toText(value ?? '')];
  const left = [...new Set(picked)].filter((name) => choices.has(name));
  if (question.type === 'select_multiple') {
    return { ...(left.length > 0 && { value: left }), ...(left.length < picked.length && { lost: 'choice_removed' }) };
  }
  if (picked.length > 1) return { lost: 'not_converted' };
  return left[0] === undefined ? { lost: 'choice_removed' } : { value: left[0] };
}
