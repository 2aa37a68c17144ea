import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packState, type TypedState, typedAs, unpackState } from './typed-state.ts';

const typed = fc.option(
  fc.oneof(fc.string({ maxLength: 20 }), fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 })),
);
const state = fc.array(fc.option(fc.array(typed, { maxLength: 20 })), { maxLength: 3 });

test('what was typed comes out of an address as it went in', async () => {
  await fc.assert(
    fc.asyncProperty(state, async (given) => {
      const packed = await packState(given);
      const wanted = given.every((unit) => unit === null) ? [] : given;
      expect(packed).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(await unpackState(packed!)).toEqual(wanted);
    }),
    { numRuns: 100 },
  );
});

test('three units of 200 answered questions fit into an address, a book does not', async () => {
  const answers = Array.from({ length: 200 }, (_, index) => String((index * 7919) % 1500));
  expect((await packState([answers, answers, answers]))!.length).toBeLessThan(2000);
  const book = Array.from({ length: 3000 }, (_, index) => String(index * 2654435761));
  expect(await packState([book])).toBeNull();
});

test.each(['', '!', 'AAAA', 'a'.repeat(7000), 'x/y', '..'])('%s is nothing that anybody was given', async (text) => {
  expect(await unpackState(text)).toBeNull();
});

test('what unpacks to something else than typed fields is refused', async () => {
  for (const wrong of [{ a: 1 }, [[1]], [[{ x: 'y' }]], 'text', [['a', [2]]]]) {
    const packed = await packState(wrong as unknown as TypedState).catch(() => null);
    if (packed) expect(await unpackState(packed)).toBeNull();
  }
});

test('what unpacks to more than anybody types is refused', async () => {
  const bomb = [['a'.repeat(400_000)]];
  const packed = await packState(bomb);
  expect(packed!.length).toBeLessThan(6000);
  expect(await unpackState(packed!)).toBeNull();
});

test('answers are typed as they are read back', () => {
  expect([1234.5, 'yes', ['a', 'b'], null, ''].map(typedAs)).toEqual(['1.234,5', 'yes', ['a', 'b'], null, null]);
});
