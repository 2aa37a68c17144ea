import { aggregateFunctions } from './aggregate.ts';
import { checklistFunctions } from './checklist.ts';
import { dateFunctions } from './date.ts';
import type { FunctionEntry } from './entry.ts';
import { identityFunctions } from './identity.ts';
import { logicFunctions } from './logic.ts';
import { numberFunctions } from './number.ts';
import { roundFunctions } from './rounds.ts';
import { selectFunctions } from './select.ts';
import { textFunctions } from './text.ts';
import { trigonometryFunctions } from './trigonometry.ts';

/** Every function of the language, by family, in the order of the documentation. */
export const families: Readonly<Record<string, readonly FunctionEntry[]>> = {
  Conditions: logicFunctions,
  'Counting conditions': checklistFunctions,
  Choices: selectFunctions,
  Text: textFunctions,
  Numbers: numberFunctions,
  Trigonometry: trigonometryFunctions,
  'Dates and times': dateFunctions,
  'Several values, and villages': aggregateFunctions,
  'Other rounds': roundFunctions,
  Identity: identityFunctions,
};

export const functions: readonly FunctionEntry[] = Object.values(families).flat();

const byName = new Map(functions.map((entry) => [entry.name, entry]));

export function functionNamed(name: string): FunctionEntry | undefined {
  return byName.get(name);
}
