import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyPatch, patchBetween } from './patch.ts';

test('a patch names what changed, and null for what was taken away', () => {
  expect(patchBetween({ a: 1, b: 2, c: ['x'] }, { a: 1, b: 3, c: ['x'], d: 4 })).toEqual({ b: 3, d: 4 });
  expect(patchBetween({ a: 1 }, {})).toEqual({ a: null });
});

const answers = fc.dictionary(
  fc.constantFrom('a', 'b', 'c', 'd'),
  fc.oneof(fc.integer(), fc.string(), fc.array(fc.string())),
);

test('a patch applied to where it began gives where it leads', () => {
  fc.assert(
    fc.property(answers, answers, (before, after) => {
      expect(applyPatch(before, patchBetween<unknown>(before, after))).toEqual(after);
    }),
  );
});
