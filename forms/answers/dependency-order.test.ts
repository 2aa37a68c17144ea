import { expect, test } from 'vitest';
import { dependencyOrder } from './dependency-order.ts';

const list = (reads: Record<string, string[]>) => Object.entries(reads).map(([name, read]) => ({ name, reads: read }));

test('every name stands after those it reads, otherwise in the order given', () => {
  expect(dependencyOrder(list({ a: ['c'], b: [], c: ['d', 'b'], d: [] })).names).toEqual(['d', 'b', 'c', 'a']);
});

test('names from elsewhere are passed over', () => {
  expect(dependencyOrder(list({ a: ['x'], b: ['a', 'y'] }))).toEqual({ names: ['a', 'b'], cycles: [] });
});

test('a cycle is reported as the names along it, and every name is still listed once', () => {
  const { names, cycles } = dependencyOrder(list({ a: ['b'], b: ['c'], c: ['b'], d: ['d'] }));
  expect(cycles).toEqual([['b', 'c'], ['d']]);
  expect(names.sort()).toEqual(['a', 'b', 'c', 'd']);
});

test('a chain of a thousand is no trouble', () => {
  const chain = Array.from({ length: 1000 }, (_, i) => ({ name: `n${i}`, reads: [`n${i + 1}`] }));
  expect(dependencyOrder(chain).names.at(-1)).toBe('n0');
});
