import { aggregateFunctions } from './aggregate.ts';
import { checklistFunctions } from './checklist.ts';
import { dateFunctions } from './date.ts';
import type { FunctionEntry } from './entry.ts';
import { logicFunctions } from './logic.ts';
import { numberFunctions } from './number.ts';
import { roundFunctions } from './rounds.ts';
import { selectFunctions } from './select.ts';
import { textFunctions } from './text.ts';
import { trigonometryFunctions } from './trigonometry.ts';

/** Every function of the language. */
export const functions: readonly FunctionEntry[] = [
  ...logicFunctions,
  ...selectFunctions,
  ...checklistFunctions,
  ...textFunctions,
  ...numberFunctions,
  ...trigonometryFunctions,
  ...dateFunctions,
  ...aggregateFunctions,
  ...roundFunctions,
];

const byName = new Map(functions.map((entry) => [entry.name, entry]));

export function functionNamed(name: string): FunctionEntry | undefined {
  return byName.get(name);
}
