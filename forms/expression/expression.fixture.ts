import fc from 'fast-check';
import { type FunctionEntry, isAggregate, isInMode } from './functions/entry.ts';
import { functions } from './functions/registry.ts';
import type { Mode } from './kind.ts';

/** What generated expressions read; in score mode the names of `village` stand inside an aggregate only. */
export interface Vocabulary {
  mode: Mode;
  commune: readonly string[];
  village: readonly string[];
  /** Those that may stand inside `previous` and `baseline`; all unless said. */
  otherRounds?: readonly string[];
}

const literals = ['0', '1', '2.5', '-3', "'yes'", "'x'", "'3'", "''", "'a b'", "'2025-06-11'"];
const operators = ['or', 'and', '=', '!=', '<', '<=', '>', '>=', '+', '-', '*', 'div', 'mod'];

/**
 * Sources of expressions with every function of the mode in them, whatever kinds their arguments are: a function that is added to
 * the registry is tried without being named here. Syntax, names and numbers of arguments are right; types may be wrong.
 */
export function expressions({ mode, commune, village, otherRounds }: Vocabulary): fc.Arbitrary<string> {
  const depth = { maxDepth: 4, depthIdentifier: fc.createDepthIdentifier(), withCrossShrink: true };
  const usable = functions.filter((entry) => isInMode(entry, mode));

  const expression = (place: Place, tie: (place: Place) => fc.Arbitrary<string>): fc.Arbitrary<string> => {
    const self = tie(place);
    const names = [...commune, ...(mode === 'form' || place.inVillage ? village : [])];
    const readable = names.filter((name) => !place.inRound || !otherRounds || otherRounds.includes(name));
    return fc.oneof(
      depth,
      { weight: 2, arbitrary: fc.constantFrom(...literals) },
      { weight: 4, arbitrary: fc.constantFrom(...readable.map((name) => `\${${name}}`)) },
      {
        weight: 3,
        arbitrary: fc.tuple(self, fc.constantFrom(...operators), self).map(([a, op, b]) => `(${a} ${op} ${b})`),
      },
      self.map((operand) => `-(${operand})`),
      { weight: 8, arbitrary: fc.oneof(...usable.flatMap((entry) => calls(entry, place, tie))) },
    );
  };

  const calls = (entry: FunctionEntry, place: Place, tie: (place: Place) => fc.Arbitrary<string>) =>
    countsOf(entry).flatMap((count) => {
      const aggregates = mode === 'score' && isAggregate(entry, count);
      if (mode === 'score' && (aggregates ? place.inVillage : !entry.score)) return [];
      const within = {
        inVillage: place.inVillage || aggregates,
        inRound: place.inRound || entry.name === 'previous' || entry.name === 'baseline',
      };
      const args = Array.from({ length: count }, () => tie(within));
      return [fc.tuple(...args).map((written) => `${entry.name}(${written.join(', ')})`)];
    });

  const rules = fc.letrec<Record<string, string>>((tie) =>
    Object.fromEntries(
      places.map((place) => [keyOf(place), expression(place, (other) => tie(keyOf(other)) as fc.Arbitrary<string>)]),
    ),
  );
  return rules[keyOf(places[0]!)]!;
}

/** Where in an expression a part of it stands. */
interface Place {
  inVillage: boolean;
  inRound: boolean;
}

const places: readonly Place[] = [false, true].flatMap((inVillage) =>
  [false, true].map((inRound) => ({ inVillage, inRound })),
);
const keyOf = ({ inVillage, inRound }: Place) => `${inVillage} ${inRound}`;

/** The least number of arguments, with the optional ones, and with one and two groups of those that may be repeated. */
function countsOf({ name, parameters: { required, optional = [], rest = [] } }: FunctionEntry): number[] {
  if (name === 'position') return [0];
  const fixed = required.length + optional.length;
  return [...new Set([required.length, fixed, fixed + rest.length, fixed + 2 * rest.length])];
}
