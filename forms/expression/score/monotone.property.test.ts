import fc from 'fast-check';
import { expect, it } from 'vitest';
import { expressions } from '../expression.fixture.ts';
import { isInMode } from '../functions/entry.ts';
import { functions } from '../functions/registry.ts';
import { parseExpression } from '../parse.ts';
import { asList, asNumber, asText, asTruth } from './coerce.ts';
import { compileScore } from './compile.ts';
import { communeKinds, contains, scopeOf, twoStages, villageKinds } from './world.fixture.ts';

/** Of a round that does not exist only counts are promised to be at least 0: a word there, read as a number, may turn out anything. */
const source = expressions({
  mode: 'score',
  commune: [...communeKinds.keys()],
  village: [...villageKinds.keys()],
  otherRounds: ['a', 'b', 'x', 'y'],
});

it('what arrives later narrows what any function says, however its value is used', () => {
  fc.assert(
    fc.property(source, twoStages, (text, { earlier, later }) => {
      const run = compileScore(parseExpression(text).ast!);
      const [before, after] = [run(scopeOf(earlier)), run(scopeOf(later))];
      expect(contains(asNumber(before), asNumber(after))).toBe(true);
      for (const read of [asTruth, asText, asList]) {
        if (read(before) !== null) expect(read(after)).toEqual(read(before));
      }
    }),
    { numRuns: 3000 },
  );
});

it('every function of score mode is among those tried', () => {
  const texts = fc.sample(source, { numRuns: 3000, seed: 1 });
  const met = new Set(texts.flatMap((text) => text.match(/[a-z][\w:-]*(?=\()/g) ?? []));
  expect(functions.filter((entry) => isInMode(entry, 'score') && !met.has(entry.name))).toEqual([]);
});
