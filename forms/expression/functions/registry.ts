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

/** Every function of the language, family by family. */
export const functions: readonly FunctionEntry[] = [
  ...logicFunctions,
  ...checklistFunctions,
  ...selectFunctions,
  ...textFunctions,
  ...numberFunctions,
  ...trigonometryFunctions,
  ...dateFunctions,
  ...aggregateFunctions,
  ...roundFunctions,
  ...identityFunctions,
];

const byName = new Map(functions.map((entry) => [entry.name, entry]));

export function functionNamed(name: string): FunctionEntry | undefined {
  return byName.get(name);
}
