import { MAX_LENGTH } from '../../expression/parse.ts';
import type { Place, Reader } from './reader.ts';

/**
 * The conditions of groups inside one another as one: all have to hold. A combination that is longer than an expression may be is
 * an error, and left out so that it cannot grow further.
 */
export function combineRelevants(
  relevants: readonly (string | undefined)[],
  place: Place,
  reader: Reader,
): string | undefined {
  const stated = relevants.filter((relevant) => relevant !== undefined);
  if (stated.length < 2) return stated[0];
  const combined = stated.map((relevant) => `(${relevant})`).join(' and ');
  if (combined.length <= MAX_LENGTH) return combined;
  reader.error(
    'relevant_too_long',
    place,
    `các điều kiện relevant của những nhóm lồng nhau ghép lại dài quá ${MAX_LENGTH} ký tự.`,
    `the relevants of the groups inside one another are over ${MAX_LENGTH} characters together.`,
  );
  return undefined;
}
