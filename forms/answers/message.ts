import { formatNumber } from '../format-number.ts';
import type { Labels } from '../issue.ts';
import { inBoth, placeholder, textIn } from '../label.ts';
import { isBlank, type Value } from '../value.ts';
import type { CompiledLevel, CompiledQuestion } from './compile-level.ts';

/**
 * A form's own message with its `${name}` filled in, each language in its own way of writing numbers (1.234,5 and 1,234.5),
 * dates (31/12/2024 and 2024-12-31) and choices (their labels).
 */
export function fillIn(
  message: Labels,
  level: CompiledLevel,
  value: (name: string) => Value,
): { vi: string; en: string } {
  const { vi, en } = inBoth(message);
  const fill = (text: string, language: string) =>
    text.replace(placeholder, (_, name: string) => shown(value(name), level.questions.get(name), language));
  return { vi: fill(vi, 'vi'), en: fill(en, 'en') };
}

function shown(value: Value, compiled: CompiledQuestion | undefined, language: string): string {
  if (isBlank(value)) return '–';
  if (Array.isArray(value)) return value.map((name) => shown(name, compiled, language)).join(', ');
  if (typeof value === 'number') return formatNumber(value, language);
  const choice = compiled?.choices.find(({ name }) => name === value);
  if (choice) return textIn(choice.label, language);
  if (compiled?.entry.kind === 'date' && language === 'vi') return String(value).split('-').reverse().join('/');
  return String(value);
}
