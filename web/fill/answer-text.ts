import { type Choice, formatNumber, isBlank, type Question, textIn, type Value } from '../../forms/index.ts';
import { formatDate } from '../ui/format.ts';

/** An answer as a person reads it, its unit behind; empty text for no answer. */
export function answerText(question: Question, value: Value | undefined, choices: Choice[], language: string): string {
  if (isBlank(value)) return '';
  const unit = textIn(question.unit, language);
  return unit
    ? `${plainText(question, value, choices, language)} ${unit}`
    : plainText(question, value, choices, language);
}

function plainText(question: Question, value: NonNullable<Value>, choices: Choice[], language: string): string {
  const nameOf = (name: string) => {
    const choice = choices.find((candidate) => candidate.name === name);
    return choice ? textIn(choice.label, language) : name;
  };
  if (Array.isArray(value)) return value.map(nameOf).join(', ');
  if (typeof value === 'number') return formatNumber(value, language);
  if (question.type === 'date') return formatDate(String(value));
  if (question.type === 'acknowledge') return '✓';
  return nameOf(String(value));
}
